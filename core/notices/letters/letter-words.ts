import { fill, type Language, type Text, type TextData } from '../../text.ts';

/** One sentence for one thing and for several. Hindi's `one` covers nothing at all, too; nobody is told of nothing. */
export interface Counted {
  readonly one: Text;
  readonly other: Text;
}

export type Words = (text: Text, data?: TextData) => string;

export const wordsIn =
  (language: Language): Words =>
  (text, data = {}) =>
    fill(text[language], data);

export const counted = ({ one, other }: Counted, count: number): Text => (count === 1 ? one : other);
