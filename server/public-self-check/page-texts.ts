import type { Text } from '../../core/text.ts';

export const PAGE_TEXTS = {
  title: { en: 'Self-check', hi: 'स्वयं-जाँच' },
  needsScript: {
    en: 'This page works inside your browser, so it needs JavaScript. Turn it on, then open the link again.',
    hi: 'यह पेज आपके ब्राउज़र के अंदर काम करता है, इसलिए इसे JavaScript चाहिए। उसे चालू करें, फिर लिंक दोबारा खोलें।',
  },
} as const satisfies Readonly<Record<string, Text>>;
