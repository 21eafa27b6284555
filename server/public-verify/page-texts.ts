import type { Text } from '../../core/text.ts';

export const PAGE_TEXTS = {
  title: { en: 'Check a GSTIN', hi: 'GSTIN जाँचें' },
  description: {
    en: 'See whether a GST number is well formed, its State and its kind. Free, without sign-in.',
    hi: 'देखें कि GST नंबर की बनावट ठीक है या नहीं, और वह किस राज्य और प्रकार का है। मुफ़्त, बिना साइन-इन।',
  },
  label: { en: 'GSTIN', hi: 'GSTIN' },
  hint: {
    en: '15 letters and digits. Spaces and hyphens do not matter.',
    hi: '15 अक्षर और अंक। खाली जगह और हाइफ़न से फ़र्क नहीं पड़ता।',
  },
  check: { en: 'Check', hi: 'जाँचें' },
  limitsTitle: { en: 'What this check cannot know', hi: 'यह जाँच क्या नहीं जान सकती' },
  privacy: {
    en: 'We do not keep the number. This is no legal advice.',
    hi: 'हम नंबर नहीं रखते। यह कानूनी सलाह नहीं है।',
  },
  portal: { en: 'Look it up on the GST portal', hi: 'इसे GST पोर्टल पर देखें' },
  /** In the other language's own words: who reads it does not read the page. */
  otherLanguage: { en: 'हिंदी', hi: 'English' },
  tooOften: {
    en: 'That was a lot at once. Wait {seconds} seconds, then check again.',
    hi: 'एक साथ बहुत ज़्यादा हो गया। {seconds} सेकंड रुकें, फिर जाँचें।',
  },
  unreadable: {
    en: 'We could not read what was sent. Type the number here and check again.',
    hi: 'जो भेजा गया, वह पढ़ा नहीं जा सका। नंबर यहाँ लिखें और फिर जाँचें।',
  },
} as const satisfies Readonly<Record<string, Text>>;
