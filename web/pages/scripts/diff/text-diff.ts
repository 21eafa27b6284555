import { diffArrays } from 'diff';
import { readableLines } from './readable-lines.ts';

/** Texts beyond these are not compared line by line: the page shows their sizes and hashes. */
export const MOST_BYTES = 200 * 1024;
export const MOST_LINES = 20_000;
export const MOST_MS = 1_000;
/** Unchanged lines around a change. */
const AROUND = 3;

export interface DiffLine {
  readonly number: number;
  readonly text: string;
}

/** One row of two texts side by side. */
export type DiffRow =
  | { readonly kind: 'same'; readonly from: DiffLine; readonly to: DiffLine }
  | { readonly kind: 'other'; readonly from: DiffLine | null; readonly to: DiffLine | null }
  /** Unchanged lines that are left out. */
  | { readonly kind: 'gap'; readonly lines: number };

export type TextDiff =
  | { readonly state: 'ready'; readonly rows: readonly DiffRow[]; readonly isBroken: boolean }
  | { readonly state: 'too-large' | 'too-long' | 'too-slow' };

/** Lays two texts side by side, within a second and `mostEdits`. It reads them as text and runs nothing. */
export function textDiff(from: string, to: string, mostEdits?: number): TextDiff {
  if (bytesOf(from) > MOST_BYTES || bytesOf(to) > MOST_BYTES) return { state: 'too-large' };
  const before = readableLines(from);
  const after = readableLines(to);
  if (before.lines.length > MOST_LINES || after.lines.length > MOST_LINES) return { state: 'too-long' };
  const options = { timeout: MOST_MS, ...(mostEdits !== undefined && { maxEditLength: mostEdits }) };
  const parts = diffArrays([...before.lines], [...after.lines], options);
  if (parts === undefined) return { state: 'too-slow' };
  return { state: 'ready', rows: rowsOf(parts), isBroken: before.isBroken || after.isBroken };
}

interface Part {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

function rowsOf(parts: readonly Part[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let from = 0;
  let to = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (!part) break;
    if (!part.added && !part.removed) {
      rows.push(...sameRows(part.value, from, to, { isFirst: at === 0, isLast: at === parts.length - 1 }));
      from += part.value.length;
      to += part.value.length;
      continue;
    }
    // What is gone and what came in its place stand beside each other, whichever is named first.
    const next = parts[at + 1];
    const other = next && (part.removed ? next.added : next.removed) ? next : undefined;
    if (other) at += 1;
    const gone = part.removed ? part.value : (other?.value ?? []);
    const came = part.added ? part.value : (other?.value ?? []);
    for (let line = 0; line < Math.max(gone.length, came.length); line += 1) {
      rows.push({ kind: 'other', from: lineAt(gone, line, from), to: lineAt(came, line, to) });
    }
    from += gone.length;
    to += came.length;
  }
  return rows;
}

function lineAt(lines: readonly string[], index: number, before: number): DiffLine | null {
  const text = lines[index];
  return text === undefined ? null : { number: before + index + 1, text };
}

interface Ends {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Only the lines next to a change are shown; what lies between is a gap. */
function sameRows(lines: readonly string[], from: number, to: number, { isFirst, isLast }: Ends): DiffRow[] {
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  const row = (text: string, index: number): DiffRow => ({
    kind: 'same',
    from: { number: from + index + 1, text },
    to: { number: to + index + 1, text },
  });
  // A gap of one line is no shorter than the line.
  if (lines.length <= head + tail + 1) return lines.map(row);
  const kept = lines.map(row);
  return [
    ...kept.slice(0, head),
    { kind: 'gap', lines: lines.length - head - tail },
    ...(tail === 0 ? [] : kept.slice(-tail)),
  ];
}

/** Without a copy of the text where its length tells enough. */
function bytesOf(text: string): number {
  return text.length > MOST_BYTES ? text.length : new TextEncoder().encode(text).length;
}
