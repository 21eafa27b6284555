import type { Text } from '../../core/text.ts';

export const PAGE_TEXTS = {
  title: { en: 'Mail from Prahari', hi: 'Prahari के ईमेल' },
  needsScript: {
    en: 'This page needs JavaScript, so that opening a link does nothing by itself. Turn it on, then open the link again.',
    hi: 'इस पेज को JavaScript चाहिए, ताकि लिंक खुलने भर से कुछ न हो। उसे चालू करें, फिर लिंक दोबारा खोलें।',
  },
} as const satisfies Readonly<Record<string, Text>>;
