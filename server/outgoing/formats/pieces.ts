import type { Letter, LetterBlock } from '../../../core/notices/letter.ts';
import type { Language, Text } from '../../../core/text.ts';

/** One line of a post, still without mark-up. */
export interface Piece {
  readonly style: 'heading' | 'text' | 'quiet';
  readonly text: string;
}

/** A letter as a chat shows it: short lines, and a few buttons below. */
export interface Post {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly buttons: readonly { readonly text: string; readonly href: string }[];
}

/** What a receiver takes of one post. */
export interface PostLimits {
  readonly pieces: number;
  /** Of the JSON in UTF-8. */
  readonly bytes: number;
}

const MOST_BUTTONS = 3;
const THE_REST: Text = { en: 'The rest stands in the app.', hi: 'बाकी ऐप में दिखता है।' };

/** Draws as much of a letter as the receiver takes, from its beginning; what was left out is said. */
export function drawWithin(letter: Letter, { pieces: most, bytes }: PostLimits, draw: (post: Post) => unknown): string {
  const pieces = letter.blocks.flatMap(piecesOf);
  const buttons = letter.blocks.flatMap((block) => (block.kind === 'button' ? [block] : [])).slice(0, MOST_BUTTONS);
  const drawn = (kept: number) =>
    JSON.stringify(draw({ title: letter.subject, buttons, pieces: first(pieces, kept, letter.language) }));
  for (let kept = Math.min(most, pieces.length); ; kept = Math.floor(kept * 0.75)) {
    const body = drawn(kept);
    if (kept === 0 || Buffer.byteLength(body) <= bytes) return body;
  }
}

function first(pieces: readonly Piece[], kept: number, language: Language): readonly Piece[] {
  if (kept === pieces.length) return pieces;
  return [...pieces.slice(0, Math.max(kept - 1, 0)), { style: 'quiet', text: THE_REST[language] }];
}

function piecesOf(block: LetterBlock): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [{ style: 'heading', text: block.text }];
    case 'paragraph':
      return [{ style: block.isQuiet ? 'quiet' : 'text', text: block.text }];
    case 'list':
      return block.items.map((item) => ({ style: 'text', text: `• ${item}` }));
    case 'facts':
      return block.facts.map(([name, value]) => ({ style: 'text', text: `${name}: ${value}` }));
    case 'bar':
      return [{ style: 'text', text: `${block.name}: ${block.words}` }];
    case 'table':
      return block.rows.map((row) => ({ style: 'text', text: row.join(' · ') }));
    case 'button':
    case 'link':
      return [];
  }
}

/** At most `most` characters after escaping, never half an entity: it is cut before it is escaped. */
export function escapedWithin(text: string, most: number, escape: (text: string) => string): string {
  const whole = escape(text);
  if (whole.length <= most) return whole;
  const letters = [...text];
  let kept = Math.min(letters.length, most);
  for (;;) {
    const cut = escape(`${letters.slice(0, kept).join('')}…`);
    if (cut.length <= most || kept === 0) return cut;
    kept -= Math.max(1, Math.ceil((cut.length - most) / 6));
  }
}
