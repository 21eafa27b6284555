import type { LengthClass } from '../../core/evidence/attestations.ts';
import type { Weakness } from '../../core/passwords/weaknesses.ts';

/** What the page tells the worker. A password goes this way and no further. */
export type WorkerQuestion =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'judge'; readonly password: string }
  | { readonly kind: 'prefix'; readonly password: string }
  | { readonly kind: 'compare'; readonly range: string };

/** What comes back: never a password, a hash or a length. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'judged' } & Judged)
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'compared'; readonly isBreached: boolean | null };

export interface Judged {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly lengthClass: LengthClass;
  readonly meetsLeastRule: boolean;
  readonly weaknesses: readonly Weakness[];
}
