import type { Language } from '../../core/text.ts';

/**
 * What stands on a paper, as data: what draws it knows no shop, and what fills it knows no points and pages. Foreign
 * text is drawn as it is read, cleaned of what turns or hides; nothing in it becomes a link, a script or a picture.
 */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Stands at the top of each page: shop, moment. */
  readonly running: string;
  /** Stands at the foot of each page: the rule and its version. */
  readonly foot: string;
  /** "Page {page} of {pages}". */
  readonly pageWords: string;
  /** Instant that the document carries as the moment it was made. */
  readonly madeAt: string;
  /** Tables of many columns lie across. */
  readonly isWide: boolean;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | PaperTable
  /** Lines to be filled in and signed by hand. */
  | { readonly kind: 'signature'; readonly fields: readonly string[] };

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  /** As many cells a row as there are columns; the first names the row. */
  readonly rows: readonly (readonly string[])[];
  /** Said below when not every row fits: "{count} more rows …". */
  readonly moreWords: string;
}

/** Rows of one table beyond this are counted and not drawn. */
export const MOST_ROWS = 1_000;
/** What a cell or a paragraph may hold; beyond it stands an ellipsis. */
export const MOST_CELL_CHARACTERS = 400;
export const MOST_PARAGRAPH_CHARACTERS = 2_000;
export const MOST_CELL_LINES = 10;
/** Nothing is drawn beyond this page. Rows that did not fit are counted. */
export const MOST_PAGES = 120;
