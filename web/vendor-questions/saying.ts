import { fill, type Language, type Text, type TextData } from '../../core/text.ts';
import { TEXTS } from './texts.ts';

/** Texts of the page in its language, which a person may change at any time. */
export interface Saying {
  readonly language: Language;
  readonly say: (name: keyof typeof TEXTS, data?: TextData) => string;
  readonly text: (text: Text) => string;
}

export function sayingIn(language: Language): Saying {
  return {
    language,
    say: (name, data = {}) => fill(TEXTS[name][language], data),
    text: (text) => text[language],
  };
}
