import type { Letter } from '../../core/notices/letter.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import { wordsIn } from '../../core/notices/letters/letter-words.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';

const TEXTS = {
  title: { en: 'A test from Prahari', hi: 'Prahari का टेस्ट' },
  line: { en: 'Notifications of {shop} will be posted here.', hi: '{shop} की सूचनाएँ यहाँ आएँगी।' },
  open: { en: 'Open notifications', hi: 'सूचनाएँ खोलें' },
  because: { en: 'Somebody in your shop asked for this test.', hi: 'आपके स्टोर में किसी ने यह टेस्ट भेजा।' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a person sees who tries a target. */
export function testLetter({
  shop,
  language,
  url,
}: {
  readonly shop: string;
  readonly language: Language;
  readonly url: string;
}): Letter {
  const say = wordsIn(language);
  return {
    language,
    subject: say(TEXTS.title),
    preheader: say(TEXTS.line, { shop }),
    blocks: [
      { kind: 'paragraph', text: say(TEXTS.line, { shop }) },
      { kind: 'button', text: say(TEXTS.open), href: url },
    ],
    because: say(TEXTS.because),
  };
}

/** An alert that nobody has, so that whoever writes a receiver sees each field filled. */
export const exampleNews = (at: Instant): AlertNews => ({
  kind: 'opened',
  fingerprint: 'security/domain-tls:shop.invented.example',
  checkId: 'security/domain-tls',
  messageId: 'other',
  data: { host: 'shop.invented.example' },
  subject: 'shop.invented.example',
  severity: 'high',
  atStakePaise: null,
  dueOn: null,
  at,
});
