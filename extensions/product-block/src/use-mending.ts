import { useState } from 'preact/hooks';
import type { ProductGst, ProductMend, ProductMended } from '../../../core/api/product-gst.ts';
import type { Answer } from '../../shared/admin-api.ts';
import { mendProblem } from './mending.ts';
import type { MendProblem } from './mending.ts';

/** What the last mend came to; `undo` puts back what stood there before. */
export type MendNewsOf =
  | { readonly kind: 'saved'; readonly before: ProductMend }
  | { readonly kind: 'undone' }
  | { readonly kind: 'scope' | 'not-taken' }
  | { readonly kind: 'failure'; readonly problem: MendProblem & { kind: 'failure' }; readonly again: ProductMend };

export interface Mending {
  readonly isRunning: boolean;
  /** What the last change was about: a variant's id, or the product's own field. Null: there was none. */
  readonly place: string | null;
  readonly news: MendNewsOf | null;
  /** Answers what stands beside a field; null: saved, or told in `news`. `isDone`: the fields may close. */
  readonly save: (change: ProductMend) => Promise<{ readonly isDone: boolean; readonly problem: MendProblem | null }>;
  readonly undo: (before: ProductMend) => Promise<void>;
}

/** Of the product's own field; no variant has this for its id. */
export const PRODUCT = 'product';

/** Saves one change at a time and keeps what it takes to put the last one back. */
export function useMending(
  mend: (change: ProductMend) => Promise<Answer<ProductMended>>,
  onFigures: (product: ProductGst) => void,
): Mending {
  const [isRunning, setIsRunning] = useState(false);
  const [news, setNews] = useState<MendNewsOf | null>(null);
  const [place, setPlace] = useState<string | null>(null);

  async function run(change: ProductMend, isUndo: boolean): Promise<MendProblem | null> {
    setIsRunning(true);
    setNews(null);
    setPlace(change.variantId ?? PRODUCT);
    const answer = await mend(change);
    setIsRunning(false);
    if (answer.kind === 'ok') {
      setNews(isUndo ? { kind: 'undone' } : { kind: 'saved', before: answer.value.before });
      onFigures(answer.value.product);
      return null;
    }
    const problem = mendProblem(answer);
    if (problem.kind === 'scope' || problem.kind === 'not-taken') setNews({ kind: problem.kind });
    if (problem.kind === 'failure') setNews({ kind: 'failure', problem, again: change });
    return problem;
  }

  return {
    isRunning,
    place,
    news,
    save: async (change) => {
      if (isRunning) return { isDone: false, problem: null };
      const problem = await run(change, false);
      return { isDone: problem === null, problem };
    },
    undo: async (before) => {
      if (!isRunning) await run(before, true);
    },
  };
}
