import { paperRow, QUESTIONNAIRE_WEIGHTS, type VendorKind } from '../data/vendor-papers.ts';
import type { VendorEntry, VendorPaper } from '../evidence/vendors.ts';
import { addDays, dayInIndia } from '../gst/days.ts';
import { fill, type Language, type Text } from '../text.ts';
import type { Day } from '../time.ts';
import { visibleText } from '../visible-text.ts';

/** Plain text, to be copied into a mail. */
export interface VendorLetter {
  readonly subject: string;
  readonly text: string;
}

/** What a shop still needs from a vendor, in the order of the letter. */
export const LETTER_NEEDS = ['report', 'pci-aoc', 'contract', 'questionnaire', 'contact'] as const;
export type LetterNeed = (typeof LETTER_NEEDS)[number];

/** What is known of the vendor, as far as the letter asks. */
export interface LetterFacts extends Pick<VendorEntry, 'hasContact' | 'questionnaire'> {
  readonly kind: VendorKind;
  readonly papers: readonly Pick<VendorPaper, 'kind' | 'validUntil'>[];
}

const MOST_NAME_CHARS = 120;

/** What is missing or has ended on a day in India. A gateway shows the attestation for cards; no other report stands in for it. */
export function letterNeeds({ kind, papers, hasContact, questionnaire }: LetterFacts, today: Day): LetterNeed[] {
  const valid = papers
    .filter(({ validUntil }) => validUntil === null || validUntil >= today)
    .map((paper) => paper.kind);
  const isGateway = kind === 'payment-gateway';
  const answers =
    questionnaire !== null &&
    today <= addDays(dayInIndia(questionnaire.answeredAt), QUESTIONNAIRE_WEIGHTS.validDays) &&
    questionnaire;
  const hasReport = valid.some((paper) => paperRow(paper).isReport) || (answers && answers.reviewedAt !== null);
  const isMissing: Readonly<Record<LetterNeed, boolean>> = {
    report: !isGateway && !hasReport,
    'pci-aoc': isGateway && !valid.includes('pci-aoc'),
    contract: !valid.includes('contract'),
    questionnaire: !answers,
    contact: !hasContact,
  };
  return LETTER_NEEDS.filter((need) => isMissing[need]);
}

/**
 * The prepared letter as plain text. Of the shop nothing but its name stands in it: no rating, no other vendor, no person.
 *
 * @param link of the questionnaire, where one was made a moment ago; it is told only where the questionnaire is needed
 */
export function vendorLetter({
  language,
  vendorName,
  shopName,
  needs,
  link,
}: {
  language: Language;
  vendorName: string;
  shopName: string;
  needs: readonly LetterNeed[];
  link?: { readonly url: string; readonly endsOn: Day };
}): VendorLetter {
  const names = { vendor: nameOf(vendorName), shop: nameOf(shopName) };
  const say = (text: Text, data: Record<string, string> = {}) => fill(text[language], { ...names, ...data });
  const asked = LETTER_NEEDS.filter((need) => needs.includes(need));
  const lines = asked.map(
    (need, at) => `${at + 1}. ${say(need === 'questionnaire' ? questionnaireLine(link) : ASKS[need], link)}`,
  );
  const parts =
    asked.length === 0
      ? [say(TEXTS.greeting), say(TEXTS.nothing), say(TEXTS.close)]
      : [say(TEXTS.greeting), say(TEXTS.why), lines.join('\n'), say(TEXTS.after), say(TEXTS.close)];
  return { subject: say(asked.length === 0 ? TEXTS.quietSubject : TEXTS.subject), text: parts.join('\n\n') };
}

const nameOf = (name: string): string => visibleText(name).replace(/[{}]/g, '').trim().slice(0, MOST_NAME_CHARS);

const questionnaireLine = (link: object | undefined): Text => (link ? TEXTS.questionsByLink : ASKS.questionnaire);

const ASKS: Readonly<Record<LetterNeed, Text>> = {
  report: {
    en: 'Your newest security report: SOC 2 type II, or an ISO 27001 certificate whose scope names your service. If you have neither, tell us what somebody independent has tested, and when.',
    hi: 'आपकी सबसे नई सुरक्षा रिपोर्ट: SOC 2 टाइप II, या ISO 27001 प्रमाणपत्र जिसके दायरे में आपकी सेवा का नाम हो। दोनों न हों तो बताएँ कि किसी स्वतंत्र व्यक्ति ने क्या जाँचा है और कब।',
  },
  'pci-aoc': {
    en: 'Your current PCI DSS attestation of compliance (AoC) as a service provider.',
    hi: 'सेवा प्रदाता के रूप में आपका मौजूदा PCI DSS प्रमाण (AoC)।',
  },
  contract: {
    en: 'Signed terms for processing our customers’ data. They name your safeguards, notice of a breach, deletion of the data and your sub-processors.',
    hi: 'हमारे ग्राहकों का डेटा प्रोसेस करने की हस्ताक्षर सहित शर्तें। उनमें आपके सुरक्षा उपाय, सेंध की सूचना, डेटा मिटाना और आपके उप-प्रोसेसर लिखे हों।',
  },
  questionnaire: {
    en: 'Answers to twenty short questions on security. We send you a link for them; no log-in is needed.',
    hi: 'सुरक्षा पर बीस छोटे सवालों के जवाब। हम आपको उनका लिंक भेजेंगे; लॉग-इन नहीं चाहिए।',
  },
  contact: {
    en: 'An e-mail address and a phone number that reach your security team at any hour.',
    hi: 'ऐसा ई-मेल पता और फ़ोन नंबर जिससे आपकी सुरक्षा टीम तक किसी भी समय पहुँचा जा सके।',
  },
};

const TEXTS = {
  subject: { en: '{shop}: security papers that we need from you', hi: '{shop}: आपसे सुरक्षा के कुछ कागज़ चाहिए' },
  quietSubject: { en: '{shop}: your security papers with us', hi: '{shop}: आपके सुरक्षा के कागज़' },
  greeting: { en: 'Dear team of {vendor},', hi: '{vendor} की टीम को नमस्ते,' },
  why: {
    en: 'Our shop {shop} uses your service. We keep a register of everybody who reaches our shop or our customers’ data. Each of them is asked for evidence once a year. From you we still need:',
    hi: 'हमारी दुकान {shop} आपकी सेवा का उपयोग करती है। जो भी हमारी दुकान या ग्राहकों के डेटा तक पहुँचता है, उसकी सूची हम रखते हैं। साल में एक बार सबसे सबूत माँगते हैं। आपसे अभी यह चाहिए:',
  },
  questionsByLink: {
    en: 'Answers to twenty short questions on security, until {endsOn}. No log-in is needed: {url}',
    hi: 'सुरक्षा पर बीस छोटे सवालों के जवाब, {endsOn} तक। लॉग-इन नहीं चाहिए: {url}',
  },
  after: {
    en: 'Reply to this mail with the papers, or with the day on which you can send them. Send no passwords and no keys.',
    hi: 'कागज़ इसी मेल के जवाब में भेजें, या वह तारीख बताएँ जब आप भेज पाएँगे। कोई पासवर्ड या की (key) न भेजें।',
  },
  nothing: {
    en: 'Our shop {shop} uses your service. We have the security papers that we need from you today. Tell us when one of them changes or ends. Tell us of a breach that may concern us within 24 hours.',
    hi: 'हमारी दुकान {shop} आपकी सेवा का उपयोग करती है। आपके सुरक्षा के जो कागज़ हमें आज चाहिए, वे हमारे पास हैं। कोई कागज़ बदले या खत्म हो तो बताएँ। हमसे जुड़ी सेंध की सूचना 24 घंटे के भीतर दें।',
  },
  close: { en: 'With regards,\n{shop}', hi: 'सादर,\n{shop}' },
} as const satisfies Readonly<Record<string, Text>>;
