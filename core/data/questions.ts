import { controlById } from './controls.ts';
import type { Text } from '../text.ts';

/** A question that only the shop itself can answer: yes, no, or for some "does not concern us". */
export interface Question {
  /** For ever: statements are kept by it. */
  readonly id: QuestionId;
  readonly control: string;
  readonly text: Text;
  /** What a "yes" must cover, as the control asks it. */
  readonly covers: readonly Text[];
  readonly mayBeNotApplicable: boolean;
  /** A paper stands behind the answer, and without it the answer counts for too little. */
  readonly needsFile: boolean;
  /** Days for which an answer counts; from the control. */
  readonly expiryDays: number;
}

export const QUESTION_IDS = [
  'anti-malware',
  'router',
  'exports-encrypted',
  'password-rule',
  'password-manager',
  'password-expiry',
  'second-factor-enforced',
  'recovery',
  'owner-mailbox',
  'least-privilege',
  'own-servers',
  'logs-kept',
  'external-audit',
  'pci-questionnaire',
  'data-retention',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

type Row = Pick<Question, 'control' | 'text' | 'covers'> & { readonly allows?: 'not-applicable'; readonly file?: true };

/** Asked so that "yes" is the good answer, each of them. What each must cover is the criterion of its control. */
const ROWS: Readonly<Record<QuestionId, Row>> = {
  'anti-malware': {
    control: 'SW-02',
    text: {
      en: 'Does every work computer and phone run protection against malware that updates itself?',
      hi: 'क्या काम के हर कंप्यूटर और फ़ोन पर मैलवेयर से बचाव चालू है और खुद अपडेट होता है?',
    },
    covers: [
      { en: 'It is switched on now.', hi: 'वह अभी चालू है।' },
      { en: 'It fetches updates by itself.', hi: 'वह अपडेट खुद लेता है।' },
    ],
  },
  router: {
    control: 'SW-04',
    text: {
      en: 'Is the router of your office set up safely?',
      hi: 'क्या दफ़्तर का राउटर सुरक्षित ढंग से सेट है?',
    },
    covers: [
      { en: 'Its first password was changed.', hi: 'उसका पहला पासवर्ड बदला गया है।' },
      { en: 'Its software is under one year old.', hi: 'उसका सॉफ़्टवेयर एक साल से कम पुराना है।' },
      {
        en: 'Wi-Fi uses WPA2 or WPA3, and guests have their own.',
        hi: 'Wi-Fi में WPA2 या WPA3 है और मेहमानों का Wi-Fi अलग है।',
      },
      { en: 'It cannot be managed from the internet.', hi: 'उसे इंटरनेट से नहीं बदला जा सकता।' },
    ],
    allows: 'not-applicable',
  },
  'exports-encrypted': {
    control: 'ENC-10',
    text: {
      en: 'Are exports and backups with customer data encrypted, and deleted within 30 days?',
      hi: 'क्या ग्राहकों के डेटा वाले एक्सपोर्ट और बैकअप एन्क्रिप्टेड हैं और 30 दिन में मिटाए जाते हैं?',
    },
    covers: [
      { en: 'You know where each kind of export lies.', hi: 'आपको पता है कि हर तरह का एक्सपोर्ट कहाँ रखा है।' },
      {
        en: 'The place is encrypted, and only named people can open it.',
        hi: 'वह जगह एन्क्रिप्टेड है और तय लोग ही उसे खोल सकते हैं।',
      },
      { en: 'Files are deleted within 30 days.', hi: 'फ़ाइलें 30 दिन में मिटाई जाती हैं।' },
    ],
  },
  'password-rule': {
    control: 'PWD-01',
    text: {
      en: 'Do your log-ins ask for passwords of at least 12 characters?',
      hi: 'क्या आपके लॉग-इन कम से कम 12 अक्षरों का पासवर्ड माँगते हैं?',
    },
    covers: [
      { en: 'The rule holds for mail and for every other work account.', hi: 'यह नियम मेल और काम के हर खाते पर लागू है।' },
      { en: 'Common passwords are refused.', hi: 'आम पासवर्ड मना किए जाते हैं।' },
    ],
  },
  'password-manager': {
    control: 'PWD-05',
    text: {
      en: 'Does your team keep passwords in a password manager?',
      hi: 'क्या आपकी टीम पासवर्ड किसी पासवर्ड मैनेजर में रखती है?',
    },
    covers: [{ en: 'Not in a sheet, a chat or a notebook.', hi: 'किसी शीट, चैट या कॉपी में नहीं।' }],
  },
  'password-expiry': {
    control: 'PWD-06',
    text: {
      en: 'Are passwords changed after a leak or a doubt, and not by the calendar?',
      hi: 'क्या पासवर्ड लीक या शक होने पर बदले जाते हैं, तारीख के हिसाब से नहीं?',
    },
    covers: [
      { en: 'Nobody has to change a good password every few months.', hi: 'अच्छा पासवर्ड हर कुछ महीने में नहीं बदलना पड़ता।' },
      { en: 'After a leak it is changed the same day.', hi: 'लीक होने पर उसी दिन बदला जाता है।' },
    ],
  },
  'second-factor-enforced': {
    control: 'MFA-04',
    text: {
      en: 'Is the second factor required for everybody, so that nobody can switch it off?',
      hi: 'क्या दूसरा चरण सबके लिए अनिवार्य है, ताकि कोई उसे बंद न कर सके?',
    },
    covers: [
      {
        en: 'In the Shopify admin each person is set to "required".',
        hi: 'Shopify एडमिन में हर व्यक्ति के लिए यह "required" है।',
      },
      { en: 'In your mail system too.', hi: 'आपके मेल सिस्टम में भी।' },
    ],
  },
  recovery: {
    control: 'MFA-07',
    text: {
      en: 'If the owner loses the phone, can you still get into your accounts?',
      hi: 'अगर मालिक का फ़ोन खो जाए, तो क्या आप अपने खातों में जा सकते हैं?',
    },
    covers: [
      { en: 'Recovery codes are printed or kept offline.', hi: 'रिकवरी कोड छपे हुए या ऑफ़लाइन रखे हैं।' },
      { en: 'A second owner or administrator exists.', hi: 'कोई दूसरा मालिक या एडमिन भी है।' },
    ],
  },
  'owner-mailbox': {
    control: 'NET-05',
    text: {
      en: 'Is the mailbox that owns your domain name protected by a second factor?',
      hi: 'जिस मेल पर आपका डोमेन दर्ज है, क्या उस पर दूसरा चरण चालू है?',
    },
    covers: [
      { en: 'You know which mailbox the registrar has on file.', hi: 'आपको पता है कि रजिस्ट्रार के पास कौन-सा मेल दर्ज है।' },
      { en: 'Somebody reads it.', hi: 'कोई उसे पढ़ता है।' },
    ],
  },
  'least-privilege': {
    control: 'NET-07',
    text: {
      en: 'Does each person in the store have only the rights that the work needs?',
      hi: 'क्या स्टोर में हर व्यक्ति के पास सिर्फ़ काम भर के अधिकार हैं?',
    },
    covers: [
      {
        en: 'At most two people besides the owner have full permissions.',
        hi: 'मालिक के अलावा ज़्यादा से ज़्यादा दो लोगों के पास पूरे अधिकार हैं।',
      },
      {
        en: 'Exports, payments and apps are open only to those who need them.',
        hi: 'एक्सपोर्ट, भुगतान और ऐप सिर्फ़ उनके लिए खुले हैं जिन्हें ज़रूरत है।',
      },
    ],
  },
  'own-servers': {
    control: 'NET-08',
    text: {
      en: 'Are your own servers outside Shopify updated and closed to strangers?',
      hi: 'क्या Shopify के बाहर आपके अपने सर्वर अपडेट हैं और बाहर वालों के लिए बंद हैं?',
    },
    covers: [
      { en: 'Updates are under 30 days old.', hi: 'अपडेट 30 दिन से कम पुराने हैं।' },
      { en: 'Only the ports that are needed are open.', hi: 'सिर्फ़ ज़रूरी पोर्ट खुले हैं।' },
      { en: 'Pages for administration cannot be reached by everybody.', hi: 'एडमिन के पेज सबके लिए खुले नहीं हैं।' },
    ],
    allows: 'not-applicable',
  },
  'logs-kept': {
    control: 'NET-09',
    text: {
      en: 'Do you keep the logs of your systems for 180 days, inside India?',
      hi: 'क्या आप अपने सिस्टम के लॉग 180 दिन तक भारत में रखते हैं?',
    },
    covers: [
      {
        en: 'Logs of who opened personal data are kept for one year.',
        hi: 'व्यक्तिगत डेटा किसने खोला, इसके लॉग एक साल तक रखे जाते हैं।',
      },
      { en: 'Clocks follow a time server.', hi: 'घड़ियाँ किसी टाइम सर्वर से मिलती हैं।' },
    ],
  },
  'external-audit': {
    control: 'AUD-02',
    text: {
      en: 'Has a qualified auditor looked at your security in the last 365 days?',
      hi: 'क्या पिछले 365 दिनों में किसी योग्य ऑडिटर ने आपकी सुरक्षा जाँची है?',
    },
    covers: [
      { en: 'In India: an auditor empanelled by CERT-In.', hi: 'भारत में: CERT-In की सूची का ऑडिटर।' },
      { en: 'You can upload the report.', hi: 'आप उसकी रिपोर्ट अपलोड कर सकते हैं।' },
    ],
    file: true,
  },
  'pci-questionnaire': {
    control: 'AUD-06',
    text: {
      en: 'Was your PCI self-assessment questionnaire signed in the last 365 days?',
      hi: 'क्या आपकी PCI स्व-मूल्यांकन प्रश्नावली पिछले 365 दिनों में हस्ताक्षरित हुई है?',
    },
    covers: [
      { en: 'It is of the right type, mostly A.', hi: 'वह सही प्रकार की है, अक्सर A।' },
      { en: 'The question on scripts is answered.', hi: 'स्क्रिप्ट वाले सवाल का जवाब दिया गया है।' },
      { en: 'You can upload it.', hi: 'आप उसे अपलोड कर सकते हैं।' },
    ],
    allows: 'not-applicable',
    file: true,
  },
  'data-retention': {
    control: 'AUD-09',
    text: {
      en: 'Do you delete customer data that you no longer need, by a written schedule?',
      hi: 'क्या आप ग्राहकों का गैर-ज़रूरी डेटा लिखे हुए नियम के अनुसार मिटाते हैं?',
    },
    covers: [
      {
        en: 'Old exports, abandoned drafts and closed accounts are in the schedule.',
        hi: 'पुराने एक्सपोर्ट, छूटे ड्राफ़्ट और बंद खाते उसमें हैं।',
      },
      { en: 'It was followed in the last six months.', hi: 'पिछले छह महीने में उसका पालन हुआ है।' },
    ],
  },
};

/** Every question, in the order of the steps. */
export const QUESTIONS: readonly Question[] = QUESTION_IDS.map((id) => {
  const { control, text, covers, allows, file } = ROWS[id];
  return {
    id,
    control,
    text,
    covers,
    mayBeNotApplicable: allows !== undefined,
    needsFile: file === true,
    expiryDays: controlById(control)?.expiryDays ?? 0,
  };
});

const BY_ID: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]));

export function questionById(id: string): Question | null {
  return BY_ID.get(id) ?? null;
}
