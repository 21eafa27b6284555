import { digitsFor, hsnLines, type HsnLine } from '../../evidence/derived/hsn-coverage.ts';
import { normalizeHsn } from '../../gst/hsn.ts';
import type { TextData } from '../../text.ts';
import { defineCheck } from '../check.ts';
import { MOST_PRODUCTS, aboutProduct, nameOf } from '../../evidence/derived/product-findings.ts';

/** Digits that suffice at every turnover. */
const ENOUGH_DIGITS = 6;
const FEWEST_DIGITS = 4;
const LONGEST_SHOWN = 40;

/**
 * Fails a code that no goods can have: "902" for 0902 (a spreadsheet ate the zero), chapter 77, letters, too few digits
 * for the turnover stated, not in the portal's list where that was imported. A pass means that the code could exist,
 * not that it is the code of these goods. One finding a product and code.
 */
export const hsnForm = defineCheck({
  id: 'gst/hsn-form',
  area: 'gst',
  title: { en: 'HSN codes are written as the portal takes them', hi: 'HSN कोड वैसे लिखे हैं जैसे पोर्टल लेता है' },
  severity: 'medium',
  rule: {
    name: { en: 'Digits of HSN codes by turnover', hi: 'टर्नओवर के अनुसार HSN कोड के अंक' },
    effectiveFrom: '2021-04-01',
    source: 'Notification 78/2020-CT (abcaus.in); GSTN phase-3 advisory: portal list only, from May 2025',
    status: 'verified',
  },
  why: {
    en: 'GSTR-1 takes only codes from the portal list. They need 4 digits up to Rs 5 crore turnover, 6 above.',
    hi: 'GSTR-1 सिर्फ़ पोर्टल की सूची के कोड लेता है। 5 करोड़ टर्नओवर तक 4 अंक चाहिए, ऊपर 6।',
  },
  cost: {
    en: 'One wrong code stops the HSN summary, and the error on the portal does not say which product.',
    hi: 'एक गलत कोड से पूरा HSN सारांश रुकता है, और पोर्टल यह नहीं बताता कि किस प्रोडक्ट का।',
  },
  remedy: [
    {
      en: 'Search the goods on the GST portal, under Services, User Services, Search HSN Code.',
      hi: 'GST पोर्टल पर Services, User Services, Search HSN Code में माल का कोड खोजें।',
    },
    {
      en: 'Open the product and correct the code: under Shipping, or the HSN code under Metafields.',
      hi: 'प्रोडक्ट खोलें और कोड ठीक करें: Shipping में, या Metafields में HSN code में।',
    },
    {
      en: 'If codes come from a spreadsheet, format the column as text, so that zeros stay.',
      hi: 'अगर कोड स्प्रेडशीट से आते हैं, तो कॉलम को text बनाएँ, ताकि शुरू के शून्य बने रहें।',
    },
  ],
  adminPath: '/products',
  proof: {
    en: 'The next check finds only codes that could exist, with enough digits.',
    hi: 'अगली जाँच में सिर्फ़ वे कोड मिलेंगे जो हो सकते हैं और जिनमें काफ़ी अंक हैं।',
  },
  requires: ['catalogue', 'taxProfile', 'law'],
  messages: {
    malformed: {
      en: '{product} has the HSN code "{code}". A code has 4, 6 or 8 digits and nothing else.',
      hi: '{product} का HSN कोड "{code}" है। कोड में सिर्फ़ 4, 6 या 8 अंक होते हैं।',
    },
    lostZero: {
      en: '{product} has the HSN code "{code}". A zero at its beginning may be lost: {suggestion}.',
      hi: '{product} का HSN कोड "{code}" है। शायद शुरू का शून्य छूट गया है: {suggestion}।',
    },
    noSuchChapter: {
      en: '{product} has the HSN code "{code}". No goods or services begin with {chapter}.',
      hi: '{product} का HSN कोड "{code}" है। {chapter} से कोई माल या सेवा शुरू नहीं होती।',
    },
    tooShort: {
      en: '{product} has the HSN code "{code}". Your turnover asks for {digits} digits.',
      hi: '{product} का HSN कोड "{code}" है। आपके टर्नओवर पर {digits} अंक चाहिए।',
    },
    notOnList: {
      en: '{product} has the HSN code "{code}", which is not in the list of the portal from {listDay}.',
      hi: '{product} का HSN कोड "{code}" है, जो {listDay} की पोर्टल सूची में नहीं है।',
    },
    more: {
      en: 'More products whose HSN code needs work: {count}. The list on the GST page names them.',
      hi: 'और प्रोडक्ट जिनका HSN कोड ठीक करना है: {count}। उनके नाम GST पेज की सूची में हैं।',
    },
  },
  applies: (evidence, { asOf }) => isAny(hsnLines(evidence, asOf), ({ code }) => code !== null),
  *evaluate(evidence, { asOf }) {
    const digits = digitsFor(evidence, asOf) ?? FEWEST_DIGITS;
    const listDay = evidence.law.hsnList?.importedOn ?? '';
    const seen = new Set<string>();
    for (const line of hsnLines(evidence, asOf)) {
      const messageId = messageOf(line);
      if (messageId === null) continue;
      const { product, suggestion } = line;
      const code = (line.code ?? '').slice(0, LONGEST_SHOWN);
      const subject = `${product.id} ${code}`;
      if (seen.has(subject)) continue;
      seen.add(subject);
      if (seen.size > MOST_PRODUCTS) continue;
      const chapter = normalizeHsn(code).slice(0, 2);
      const data: TextData = { product: nameOf(product), code, chapter, digits, listDay, suggestion: suggestion ?? '' };
      yield { ...aboutProduct(product), subject, messageId, data };
    }
    const count = seen.size - MOST_PRODUCTS;
    if (count > 0) yield { subject: 'more', messageId: 'more', data: { count } };
  },
  lacks(evidence, { asOf }) {
    if (evidence.catalogue.moreProducts > 0) return { kind: 'catalogue', reason: 'too-little' };
    const isUnsure = digitsFor(evidence, asOf) === null && isAny(hsnLines(evidence, asOf), isShort);
    return isUnsure ? { kind: 'taxProfile', reason: 'not-stated' } : null;
  },
});

type MessageId = 'malformed' | 'lostZero' | 'noSuchChapter' | 'tooShort' | 'notOnList';

/** Which of the messages says what is wrong with a code; null: nothing, or that there is none. */
export function messageOf({ problem, suggestion }: Pick<HsnLine, 'problem' | 'suggestion'>): MessageId | null {
  switch (problem) {
    case 'malformed':
      return suggestion === null ? 'malformed' : 'lostZero';
    case 'no-such-chapter':
      return 'noSuchChapter';
    case 'too-short':
      return 'tooShort';
    case 'not-on-list':
      return 'notOnList';
    case 'missing': // gst/hsn-coverage says so
    case null:
      return null;
  }
}

/** Four digits do or do not suffice, and only the turnover tells. */
function isShort({ code }: HsnLine): boolean {
  return code !== null && normalizeHsn(code).length < ENOUGH_DIGITS;
}

function isAny(lines: Iterable<HsnLine>, is: (line: HsnLine) => boolean): boolean {
  for (const line of lines) if (is(line)) return true;
  return false;
}
