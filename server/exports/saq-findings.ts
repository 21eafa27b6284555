import { fill, type Language, type Text, type TextData } from '../../core/text.ts';
import type { SaqRecord } from './script-records.ts';
import { BROWSERS, NO_CHECK, PAGE_WORDS } from './script-words.ts';

/** One sentence of the statement; `code` is its stable name. */
export interface SaqSentence {
  readonly code: string;
  readonly words: string;
}

const EXISTS = {
  'pages-read': { en: 'Pages read: {kinds}.', hi: 'पढ़े गए पेज: {kinds}।' },
  listed: {
    en: '{listed} scripts, frames and form targets are listed; of {asked} of them a person must say whose they are and why.',
    hi: '{listed} स्क्रिप्ट, फ़्रेम और फ़ॉर्म के पते दर्ज हैं; इनमें से {asked} पर किसी व्यक्ति को बताना है कि किसके हैं और क्यों।',
  },
  approved: {
    en: '{approved} of these {asked} were approved by a person, with an owner and a reason.',
    hi: 'इन {asked} में से {approved} को किसी व्यक्ति ने ज़िम्मेदार और कारण के साथ मंज़ूर किया।',
  },
  'texts-compared': {
    en: 'The texts of {compared} were read and are compared with each check; {checksums} carry a checksum in the page.',
    hi: '{compared} का कोड पढ़ा गया और हर जाँच में मिलाया जाता है; {checksums} के साथ पेज में चेकसम है।',
  },
  'decisions-in-log': {
    en: '{decisionsInLog} decisions stand in the log of changes.',
    hi: 'बदलावों के रिकॉर्ड में {decisionsInLog} फ़ैसले दर्ज हैं।',
  },
} satisfies Readonly<Record<string, Text>>;

const MISSING = {
  'not-decided': {
    en: '{open} scripts have no decision that covers them; {nearPaymentOpen} of them run near payment or account.',
    hi: '{open} स्क्रिप्ट पर कोई लागू फ़ैसला नहीं; इनमें से {nearPaymentOpen} भुगतान या खाते के पास चलती हैं।',
  },
  'rejected-and-there': {
    en: '{rejectedAndThere} rejected scripts are still on the pages.',
    hi: '{rejectedAndThere} नामंज़ूर स्क्रिप्ट अब भी पेजों पर हैं।',
  },
  overdue: {
    en: '{overdue} changes have waited for a decision for more than 7 days.',
    hi: '{overdue} बदलाव 7 दिन से ज़्यादा से फ़ैसले का इंतज़ार कर रहे हैं।',
  },
  'not-read': {
    en: 'The texts of {notRead} scripts could not be read, so nobody would see them change.',
    hi: '{notRead} स्क्रिप्ट का कोड पढ़ा नहीं जा सका, इसलिए उनका बदलना नहीं दिखेगा।',
  },
  'pages-not-read': {
    en: 'These pages were not read, or only in part: {kinds}.',
    hi: 'ये पेज नहीं पढ़े गए, या अधूरे: {kinds}।',
  },
} satisfies Readonly<Record<string, Text>>;

/** What evidence there is, with its numbers. Before the first check there is none. */
export function saqEvidence(
  { takenAt, pagesRead, browsersReport, counts }: SaqRecord,
  language: Language,
): SaqSentence[] {
  if (takenAt === null || pagesRead.length === 0) return [];
  const data = { ...counts, kinds: pagesRead.map((kind) => PAGE_WORDS[kind][language]).join(', ') };
  const sentences = Object.entries(EXISTS).map(([code, words]) => said(code, words, data, language));
  return browsersReport ? [...sentences, said('browsers-on', BROWSERS.on, {}, language)] : sentences;
}

/** What stands against signing, as far as it can be seen. */
export function saqGaps(record: SaqRecord, language: Language): SaqSentence[] {
  const { takenAt, pagesRead, pagesNotRead, browsersReport, counts } = record;
  const gaps: SaqSentence[] = [];
  const gap = (code: keyof typeof MISSING, data: TextData) => gaps.push(said(code, MISSING[code], data, language));
  if (takenAt === null || pagesRead.length === 0) gaps.push(said('no-check', NO_CHECK, {}, language));
  if (counts.open > 0) gap('not-decided', { ...counts });
  if (counts.rejectedAndThere > 0) gap('rejected-and-there', { ...counts });
  if (counts.overdue > 0) gap('overdue', { ...counts });
  if (counts.notRead > 0) gap('not-read', { ...counts });
  if (pagesNotRead.length > 0) {
    gap('pages-not-read', { kinds: pagesNotRead.map((kind) => PAGE_WORDS[kind][language]).join(', ') });
  }
  if (!browsersReport) gaps.push(said('browsers-off', BROWSERS.off, {}, language));
  return gaps;
}

function said(code: string, words: Text, data: TextData, language: Language): SaqSentence {
  return { code, words: fill(words[language], data) };
}
