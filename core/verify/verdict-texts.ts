import type { GstinLayout } from '../gst/gstin-layouts.ts';
import type { GstinReason, GstinWarning } from '../gst/gstin.ts';
import type { Text } from '../text.ts';

/** Each verdict in two or three words, for the head of a page and the rows of a table. */
export const VERDICT_NAMES: Readonly<Record<'ok' | GstinReason, Text>> = {
  ok: { en: 'Could exist', hi: 'हो सकता है' },
  empty: { en: 'Nothing typed', hi: 'कुछ नहीं लिखा' },
  bad_charset: { en: 'Wrong character', hi: 'गलत अक्षर' },
  bad_length: { en: 'Wrong length', hi: 'लंबाई गलत' },
  temporary_id: { en: 'Temporary number', hi: 'अस्थायी नंबर' },
  transporter_enrolment_id: { en: "Transporter's number", hi: 'ट्रांसपोर्टर का नंबर' },
  bad_state_code: { en: 'No such State', hi: 'ऐसा राज्य नहीं' },
  bad_layout: { en: 'Wrong form', hi: 'बनावट गलत' },
  bad_checksum: { en: 'Typing mistake', hi: 'लिखने की गलती' },
};

/** The reason in a sentence, about anybody's number. `{characters}` and `{length}` come from gstinTextData. */
export const REASON_SENTENCES: Readonly<Record<GstinReason, Text>> = {
  empty: { en: 'Type a GSTIN. It has 15 letters and digits.', hi: 'GSTIN लिखें। इसमें 15 अक्षर और अंक होते हैं।' },
  bad_charset: {
    en: 'A GSTIN has only the letters A to Z and the digits 0 to 9. This does not belong there: {characters}.',
    hi: 'GSTIN में सिर्फ़ A से Z और 0 से 9 होते हैं। यह वहाँ का नहीं है: {characters}।',
  },
  bad_length: {
    en: 'A GSTIN has 15 letters and digits. This one has {length}.',
    hi: 'GSTIN में 15 अक्षर और अंक होते हैं। इसमें {length} हैं।',
  },
  temporary_id: {
    en: 'This is a temporary number given by an officer, and no registration.',
    hi: 'यह अधिकारी का दिया हुआ अस्थायी नंबर है, पंजीकरण नहीं।',
  },
  transporter_enrolment_id: {
    en: "This is a transporter's enrolment number, and no registration.",
    hi: 'यह ट्रांसपोर्टर का नामांकन नंबर है, पंजीकरण नहीं।',
  },
  bad_state_code: {
    en: 'A GSTIN begins with the two digits of a State. No State has these two.',
    hi: 'GSTIN राज्य के दो अंकों से शुरू होता है। किसी राज्य के ये दो अंक नहीं हैं।',
  },
  bad_layout: {
    en: 'Letters and digits do not stand where a GSTIN has them.',
    hi: 'अक्षर और अंक GSTIN की सही जगह पर नहीं हैं।',
  },
  bad_checksum: {
    en: 'The last character does not fit the other 14: one of them was typed wrongly.',
    hi: 'आखिरी अक्षर बाकी 14 से मेल नहीं खाता: कोई एक गलत लिखा गया है।',
  },
};

/** A look-alike from another script is no slip of the finger. */
export const LOOK_ALIKE_SIGNAL: Text = {
  en: 'Some letters of other scripts look the same. On an invoice that is a warning sign. Ask the sender for the number, and type it by hand.',
  hi: 'दूसरी लिपियों के कुछ अक्षर एक जैसे दिखते हैं। इनवॉइस पर यह चेतावनी है। भेजने वाले से नंबर पूछें, और हाथ से लिखें।',
};

/** What kind of registration the characters tell. */
export const KIND_NAMES: Readonly<Record<GstinLayout, Text>> = {
  regular: {
    en: 'Taxpayer: regular, composition, SEZ, casual or ISD',
    hi: 'करदाता: सामान्य, कंपोज़िशन, SEZ, अस्थायी या ISD',
  },
  tcs: { en: 'Marketplace that collects tax (TCS)', hi: 'कर जमा करने वाला मार्केटप्लेस (TCS)' },
  tds: { en: 'Deductor of tax (TDS)', hi: 'कर काटने वाला (TDS)' },
  uin: { en: 'Embassy or UN body (UIN)', hi: 'दूतावास या UN संस्था (UIN)' },
  oidar: { en: 'Online services from abroad (OIDAR)', hi: 'विदेश से ऑनलाइन सेवाएँ (OIDAR)' },
  nrtp: { en: 'Taxpayer who does not live in India', hi: 'भारत से बाहर रहने वाला करदाता' },
  government: { en: 'Government department', hi: 'सरकारी विभाग' },
};

export const WARNING_SENTENCES: Readonly<Record<GstinWarning, Text>> = {
  legacy_state_code: {
    en: 'The State code is no longer given. Ask whether there is a new number.',
    hi: 'यह राज्य कोड अब नहीं दिया जाता। पूछें कि नया नंबर मिला है या नहीं।',
  },
  unusual_pan_letter: {
    en: 'The fourth letter of the PAN inside is unusual. Compare it with the PAN card.',
    hi: 'अंदर के PAN का चौथा अक्षर आम नहीं है। इसे PAN कार्ड से मिलाएँ।',
  },
};

/** What no look at the characters can tell. */
export const LIMITS: readonly Text[] = [
  {
    en: 'Whether the number is registered, active, suspended or cancelled, and whose it is: only the GST portal knows.',
    hi: 'नंबर पंजीकृत, सक्रिय, निलंबित या रद्द है, और किसका है: यह सिर्फ़ GST पोर्टल जानता है।',
  },
  {
    en: 'Whether two places of the number were swapped that are not neighbours. A made-up number fits once in 36 times.',
    hi: 'क्या दो ऐसे अक्षर आपस में बदल गए जो पास-पास नहीं हैं। मनगढ़ंत नंबर 36 में एक बार मेल खा जाता है।',
  },
];

export const VIEW_WORDS = {
  number: { en: 'Number', hi: 'नंबर' },
  state: { en: 'State', hi: 'राज्य' },
  kind: { en: 'Kind', hi: 'प्रकार' },
  holder: { en: 'PAN holder', hi: 'PAN धारक' },
  centre: { en: 'Centre', hi: 'केंद्र' },
  didYouMean: { en: 'Did you mean:', hi: 'क्या आप यह लिखना चाहते थे:' },
  couldExist: {
    en: 'The number is well formed. That is no proof that it is registered.',
    hi: 'नंबर की बनावट ठीक है। यह पंजीकरण का सबूत नहीं है।',
  },
} as const satisfies Readonly<Record<string, Text>>;
