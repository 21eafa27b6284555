import { ApiProblem } from '../../api/problems.ts';

/** What the server takes as the paper behind a statement; it looks at the content again. */
export const PAPER_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export const PAPER_ACCEPT = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg';
export const LARGEST_PAPER_BYTES = 5 * 1024 * 1024;

export type PaperFault = 'type' | 'tooLarge' | 'empty';

/** What keeps a file from being sent; null when nothing does. */
export function paperFault({ type, size }: Pick<File, 'type' | 'size'>): PaperFault | null {
  if (!(PAPER_TYPES as readonly string[]).includes(type)) return 'type';
  if (size === 0) return 'empty';
  return size > LARGEST_PAPER_BYTES ? 'tooLarge' : null;
}

/** What the server says no to, in the words of papers; null: any other trouble. */
export type PaperRefusal = 'type' | 'tooLarge' | 'full' | 'busy';

const REFUSALS: Readonly<Record<number, PaperRefusal>> = { 409: 'full', 413: 'tooLarge', 415: 'type', 429: 'busy' };

export function paperRefusal(error: unknown): PaperRefusal | null {
  return error instanceof ApiProblem ? (REFUSALS[error.problem.status] ?? null) : null;
}

/** Size as people read it, in kilobytes or megabytes: 1,234,567 bytes are 1.2 MB. */
export function sizeOf(bytes: number): { readonly unit: 'kb' | 'mb'; readonly count: number } {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? { unit: 'kb', count: Math.max(1, Math.round(kilobytes)) }
    : { unit: 'mb', count: Math.round(kilobytes / 102.4) / 10 };
}
