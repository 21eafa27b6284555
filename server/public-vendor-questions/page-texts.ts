import type { Text } from '../../core/text.ts';

export const PAGE_TEXTS = {
  title: { en: 'Questions on security', hi: 'सुरक्षा पर सवाल' },
  needsScript: {
    en: 'This page keeps your draft in your browser, so it needs JavaScript. Turn it on, then open the link again.',
    hi: 'यह पेज आपके अधूरे जवाब आपके ब्राउज़र में रखता है, इसलिए इसे JavaScript चाहिए। उसे चालू करें, फिर लिंक दोबारा खोलें।',
  },
} as const satisfies Readonly<Record<string, Text>>;
