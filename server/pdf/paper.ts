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
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly isQuiet?: boolean;
      /** The one sentence of the paper. */
      readonly isLead?: boolean;
    }
  /** Each item has so many lines at most; what is beyond them is cut. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly mostLines?: number }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | PaperTable
  | PaperFigures
  | PaperTrend
  | PaperBars
  | PaperBox
  /** What follows begins a page. */
  | { readonly kind: 'page' }
  /** Lines to be filled in and signed by hand. */
  | { readonly kind: 'signature'; readonly fields: readonly string[] };

export interface PaperTable {
  readonly kind: 'table';
  /** Numbers stand to the right of their column. */
  readonly columns: readonly { readonly title: string; readonly share: number; readonly isNumber?: boolean }[];
  /** As many cells a row as there are columns; the first names the row. */
  readonly rows: readonly (readonly string[])[];
  /** Said below when not every row fits: "{count} more rows …". */
  readonly moreWords: string;
  /** Fewer than MOST_ROWS. */
  readonly mostRows?: number;
}

/** Some few numbers side by side, each under its name and above its note. */
export interface PaperFigures {
  readonly kind: 'figures';
  readonly figures: readonly { readonly name: string; readonly value: string; readonly note: string }[];
}

/** Two lines over time, of 0 to 100: the first bold with filled dots, the second thin, dashed and hollow. */
export interface PaperTrend {
  readonly kind: 'trend';
  /** All that the picture tells, in words. */
  readonly alt: string;
  readonly names: readonly [first: string, second: string];
  /** Oldest first. Null leaves a gap. */
  readonly points: readonly { readonly at: string; readonly first: number | null; readonly second: number | null }[];
}

/** Lengths beside their words. */
export interface PaperBars {
  readonly kind: 'bars';
  readonly bars: readonly { readonly name: string; readonly words: string; readonly share: number }[];
}

/** What stands out from the rest of its page. */
export interface PaperBox {
  readonly kind: 'box';
  readonly heading: string;
  /** The first is bold. */
  readonly lines: readonly string[];
}

/** Rows of one table beyond this are counted and not drawn. */
export const MOST_ROWS = 1_000;
/** What a cell or a paragraph may hold; beyond it stands an ellipsis. */
export const MOST_CELL_CHARACTERS = 400;
export const MOST_PARAGRAPH_CHARACTERS = 2_000;
export const MOST_CELL_LINES = 10;
/** Nothing is drawn beyond this page. Rows that did not fit are counted. */
export const MOST_PAGES = 120;
