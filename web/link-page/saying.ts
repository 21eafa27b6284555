import { fill, type Language, type Text, type TextData } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';

/** Texts of a page in its language, which a person may change at any time. */
export interface Saying<Name extends string> {
  readonly language: Language;
  readonly say: (name: Name, data?: TextData) => string;
  readonly text: (text: Text) => string;
  /** Day and time in India. */
  readonly moment: (at: Instant) => string;
}

export function sayingIn<Name extends string>(texts: Readonly<Record<Name, Text>>, language: Language): Saying<Name> {
  return {
    language,
    say: (name, data = {}) => fill(texts[name][language], data),
    text: (text) => text[language],
    moment: (at) =>
      new Intl.DateTimeFormat(language === 'hi' ? 'hi-IN' : 'en-IN', {
        ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Kolkata' },
      }).format(new Date(at)),
  };
}
