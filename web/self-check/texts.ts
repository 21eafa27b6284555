import type { BrowserName, LengthClass, OperatingSystem, YesNoUnsure } from '../../core/evidence/attestations.ts';
import type { Weakness } from '../../core/passwords/weaknesses.ts';
import type { Text } from '../../core/text.ts';
import type { Saying as SayingOf } from '../link-page/saying.ts';
import { LINK_TEXTS } from '../link-page/texts.ts';

export const TEXTS = {
  ...LINK_TEXTS,
  title: { en: 'Self-check', hi: 'स्वयं-जाँच' },
  intro: {
    en: 'Your shop asks you for a short check of your own. It takes about two minutes, and you need no log-in.',
    hi: 'आपकी दुकान आपसे एक छोटी जाँच करने को कहती है। इसमें करीब दो मिनट लगते हैं, और लॉग-इन नहीं चाहिए।',
  },
  forPerson: { en: 'For {name}. If this is not you, close this page.', hi: '{name} के लिए। यह आप नहीं हैं तो पेज बंद कर दें।' },
  passwordTitle: { en: 'How strong is your password?', hi: 'आपका पासवर्ड कितना मज़बूत है?' },
  passwordLabel: { en: 'Password', hi: 'पासवर्ड' },
  passwordHint: {
    en: 'Type the password that you use for the admin, or one built the same way; it stays in this browser.',
    hi: 'एडमिन के लिए जो पासवर्ड है, वह लिखें, या उसी तरह बना कोई और; वह इसी ब्राउज़र में रहता है।',
  },
  show: { en: 'Show', hi: 'दिखाएँ' },
  hide: { en: 'Hide', hi: 'छिपाएँ' },
  leavesTitle: { en: 'What leaves this browser', hi: 'इस ब्राउज़र से क्या बाहर जाता है' },
  leavesRange: {
    en: 'Five characters of a scrambled form, to the list of breached passwords. Hundreds of passwords share them.',
    hi: 'बदले हुए रूप के पाँच अक्षर, चोरी हुए पासवर्ड की सूची को। सैकड़ों पासवर्ड के यही अक्षर होते हैं।',
  },
  leavesVerdict: {
    en: 'To your shop: a score from 0 to 4, a group of lengths, and yes or no for that list. The version of the check goes along.',
    hi: 'आपकी दुकान को: 0 से 4 का अंक, लंबाई का समूह, और पासवर्ड उस सूची में है या नहीं। साथ में जाँच का संस्करण।',
  },
  checkAndSend: { en: 'Check and send the result', hi: 'जाँचें और नतीजा भेजें' },
  checking: { en: 'Checking', hi: 'जाँच हो रही है' },
  typeFirst: { en: 'Type a password first.', hi: 'पहले पासवर्ड लिखें।' },
  workerStopped: {
    en: 'This browser could not do the check. Try a newer browser or another device.',
    hi: 'यह ब्राउज़र जाँच नहीं कर पाया। नया ब्राउज़र या दूसरा उपकरण आज़माएँ।',
  },
  belowLeast: {
    en: 'Below the least rule: eight characters with a letter and a digit.',
    hi: 'सबसे छोटे नियम से कम: आठ अक्षर, जिनमें एक अक्षर और एक अंक हो।',
  },
  atLeast: {
    en: 'Meets the least rule. Twelve characters are better, fifteen are strong.',
    hi: 'सबसे छोटा नियम पूरा। बारह अक्षर बेहतर हैं, पंद्रह मज़बूत।',
  },
  atTwelve: { en: 'Twelve characters or more: good. Fifteen are strong.', hi: 'बारह या ज़्यादा अक्षर: अच्छा। पंद्रह मज़बूत।' },
  atFifteen: { en: 'Fifteen characters or more: strong.', hi: 'पंद्रह या ज़्यादा अक्षर: मज़बूत।' },
  weakenedBy: { en: 'What makes it easy to guess', hi: 'इसे बूझना किससे आसान है' },
  deviceTitle: { en: 'The device that you work with', hi: 'जिस उपकरण पर आप काम करते हैं' },
  deviceHint: {
    en: 'Open this page on the computer or phone that you use for the shop. Answer as well as you know.',
    hi: 'यह पेज उसी कंप्यूटर या फ़ोन पर खोलें जिसे दुकान के लिए काम में लेते हैं। जितना पता है, उतना बताएँ।',
  },
  browserSeen: { en: 'Browser', hi: 'ब्राउज़र' },
  systemSeen: { en: 'System', hi: 'सिस्टम' },
  notKnown: { en: 'not known', hi: 'पता नहीं' },
  send: { en: 'Send', hi: 'भेजें' },
  answerAll: { en: 'Answer all four questions first.', hi: 'पहले चारों सवालों के जवाब दें।' },
  thanks: { en: 'Thank you. It is kept.', hi: 'धन्यवाद। यह रख लिया गया है।' },
  keptTitle: { en: 'This is all that was kept', hi: 'बस इतना ही रखा गया है' },
  notAsked: {
    en: 'not checked: the list could not be reached',
    hi: 'जाँचा नहीं गया: सूची तक पहुँच नहीं हुई',
  },
  breached: { en: 'On the list of breached passwords', hi: 'चोरी हुए पासवर्ड की सूची में' },
  changeIt: {
    en: 'Choose another password wherever you use this one. A password manager can make and remember it.',
    hi: 'जहाँ भी यह पासवर्ड है, वहाँ दूसरा रखें। पासवर्ड मैनेजर उसे बना और याद रख सकता है।',
  },
  score: { en: 'Score', hi: 'अंक' },
  length: { en: 'Length', hi: 'लंबाई' },
  engine: { en: 'Version of the check', hi: 'जाँच का संस्करण' },
  keptAt: { en: 'Checked at', hi: 'जाँच का समय' },
} as const satisfies Readonly<Record<string, Text>>;

export type Saying = SayingOf<keyof typeof TEXTS>;

export const SCORES: readonly Text[] = [
  { en: '0 of 4: guessed at once', hi: '4 में से 0: तुरंत बूझ लिया जाएगा' },
  { en: '1 of 4: guessed quickly', hi: '4 में से 1: जल्दी बूझ लिया जाएगा' },
  { en: '2 of 4: weak', hi: '4 में से 2: कमज़ोर' },
  { en: '3 of 4: good', hi: '4 में से 3: अच्छा' },
  { en: '4 of 4: strong', hi: '4 में से 4: मज़बूत' },
];

export const LENGTHS: Readonly<Record<LengthClass, Text>> = {
  'under-8': { en: 'under 8 characters', hi: '8 अक्षर से कम' },
  '8-to-11': { en: '8 to 11 characters', hi: '8 से 11 अक्षर' },
  '12-to-14': { en: '12 to 14 characters', hi: '12 से 14 अक्षर' },
  '15-or-more': { en: '15 characters or more', hi: '15 या ज़्यादा अक्षर' },
};

export const WEAKENED: Readonly<Record<Weakness, Text>> = {
  'common-password': { en: 'A password that many people use', hi: 'बहुत लोगों का पासवर्ड' },
  'own-word': { en: 'Your name, your address or the shop', hi: 'आपका नाम, पता या दुकान' },
  'indian-word': {
    en: 'A name, god, place, festival or brand that many in India use',
    hi: 'नाम, देवता, जगह, त्योहार या ब्रांड, जो भारत में बहुत लोग रखते हैं',
  },
  word: { en: 'A word or a name', hi: 'कोई शब्द या नाम' },
  keyboard: { en: 'Neighbours on the keyboard', hi: 'कीबोर्ड पर पास-पास के अक्षर' },
  repeat: { en: 'The same characters again', hi: 'वही अक्षर बार-बार' },
  sequence: { en: 'A row such as abc or 123', hi: 'abc या 123 जैसी कतार' },
  date: { en: 'A date or a year', hi: 'तारीख या साल' },
};

export const DEVICE_QUESTIONS = {
  diskEncryption: {
    en: 'Is its disk encrypted (BitLocker, FileVault; phones mostly are)?',
    hi: 'क्या इसकी डिस्क एन्क्रिप्टेड है (BitLocker, FileVault; फ़ोन अक्सर होते हैं)?',
  },
  screenLock: {
    en: 'Does it lock by itself, and open only with a PIN, a password or a finger?',
    hi: 'क्या यह खुद लॉक होता है, और PIN, पासवर्ड या उँगली से ही खुलता है?',
  },
  systemUpdates: {
    en: 'Were the updates of the system installed in the last 30 days?',
    hi: 'क्या सिस्टम के अपडेट पिछले 30 दिन में लगे हैं?',
  },
  antiMalware: {
    en: 'Does protection against malware run and update itself?',
    hi: 'क्या मैलवेयर से बचाव चालू है और खुद अपडेट होता है?',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const ANSWERS: Readonly<Record<YesNoUnsure, Text>> = {
  yes: { en: 'Yes', hi: 'हाँ' },
  no: { en: 'No', hi: 'नहीं' },
  unsure: { en: 'Not sure', hi: 'पक्का नहीं' },
};

/** Names of products, the same in both languages. */
export const BROWSER_NAMES: Readonly<Record<BrowserName, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  opera: 'Opera',
};
export const SYSTEM_NAMES: Readonly<Record<OperatingSystem, string>> = {
  windows: 'Windows',
  macos: 'macOS',
  android: 'Android',
  ios: 'iOS',
  linux: 'Linux',
  chromeos: 'ChromeOS',
};
