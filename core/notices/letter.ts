import type { Language } from '../text.ts';

/**
 * A message as data: what draws it (HTML, plain text) knows no alert, and what fills it knows no mark-up. Foreign text is
 * shown as it is read; only `href`s become links, and all of them are https addresses of our own or of the admin.
 */
export interface Letter {
  readonly language: Language;
  /** Says the result, at most 50 characters. */
  readonly subject: string;
  /** What a list of messages shows behind the subject. */
  readonly preheader: string;
  readonly blocks: readonly LetterBlock[];
  /** Why the reader gets this, one sentence; stands at the foot. */
  readonly because: string;
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'button'; readonly text: string; readonly href: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  /** A length of 0 to 100 with its words: "72 of 100". */
  | { readonly kind: 'bar'; readonly name: string; readonly percent: number; readonly words: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** As many cells a row as there are columns. */
      readonly rows: readonly (readonly string[])[];
    };
