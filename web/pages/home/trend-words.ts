import type { TrendPoint } from '../../../core/api/home.ts';

/** Which sentence tells what the line shows. */
export type TrendFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'first'; readonly to: number }
  | { readonly kind: 'rose' | 'fell' | 'same'; readonly from: number; readonly to: number };

/** From the first to the last point that has a score. */
export function trendFinding(trend: readonly Pick<TrendPoint, 'score'>[]): TrendFinding {
  const scores = trend.flatMap(({ score }) => (score === null ? [] : [score]));
  const from = scores.at(0);
  const to = scores.at(-1);
  if (from === undefined || to === undefined) return { kind: 'none' };
  if (scores.length === 1) return { kind: 'first', to };
  return { kind: to > from ? 'rose' : to < from ? 'fell' : 'same', from, to };
}

/** Coverage in percent; nothing applicable means nothing was covered. */
export function coveragePercent({ assessed, applicable }: TrendPoint): number {
  return applicable === 0 ? 0 : Math.round((assessed / applicable) * 100);
}
