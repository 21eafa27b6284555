import type { Text } from '../../core/text.ts';

/** What each page behind a link says; a page may say one of them in its own way, and names itself. */
export const LINK_TEXTS = {
  /** In the other language's own words: who reads it does not read the page. */
  otherLanguage: { en: 'हिंदी', hi: 'English' },
  begin: { en: 'Begin', hi: 'शुरू करें' },
  gone: { en: 'This link does not work any more', hi: 'यह लिंक अब काम नहीं करता' },
  goneNext: {
    en: 'It may have been used, or its time is over. Ask whoever sent it for a new one.',
    hi: 'शायद इसका उपयोग हो चुका है, या समय पूरा हो गया। जिसने भेजा था, उनसे नया लिंक माँगें।',
  },
  withoutToken: {
    en: 'Open the link of your message once more. Its end, after the # sign, is needed.',
    hi: 'अपने संदेश का लिंक दोबारा खोलें। # के बाद का हिस्सा ज़रूरी है।',
  },
  tooOften: {
    en: 'That was a lot at once. Wait some minutes, then try again.',
    hi: 'एक साथ बहुत ज़्यादा हो गया। कुछ मिनट रुकें, फिर कोशिश करें।',
  },
  unreachable: {
    en: 'We could not be reached. Check your connection, then try again.',
    hi: 'हमसे संपर्क नहीं हो पाया। अपना इंटरनेट देखें, फिर कोशिश करें।',
  },
  linkOver: { en: 'The link is used now. You can close this page.', hi: 'लिंक का उपयोग हो चुका है। आप पेज बंद कर सकते हैं।' },
} as const satisfies Readonly<Record<string, Text>>;

export type LinkTexts = Readonly<Record<keyof typeof LINK_TEXTS | 'title', Text>>;
