import { rateOn } from '../../gst/law.ts';
import type { Law } from '../../gst/law.ts';
import type { Day } from '../../time.ts';
import { lineRate } from './order-tax-rates.ts';
import type { JudgedOrder } from './order-tax.ts';
import type { TitleHead } from './order-tax-titles.ts';

/** Why no line may carry a rate on a day. What is not `isSure` informs and accuses nobody. */
export interface RateProblem {
  readonly kind: 'retired' | 'unknown' | 'not-yet' | 'tobacco-only' | 'not-in-shops';
  readonly isSure: boolean;
  /** Last day of a retired rate, first day of one to come. */
  readonly day: Day | null;
}

/** Remembers answers: fifty thousand orders carry a handful of rates on sixty days. */
export function rateReader(law: Law): (ratePpm: number, day: Day) => RateProblem | null {
  const known = new Map<string, RateProblem | null>();
  return (ratePpm, day) => {
    const key = `${ratePpm} ${day}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const problem = problemOf(law, ratePpm, day);
    known.set(key, problem);
    return problem;
  };
}

/** Tax of an order's lines that carry a rate which, for sure, does not exist on its day. In paise. */
export function wrongRateTax(
  { order, day }: JudgedOrder,
  headOf: (title: string) => TitleHead,
  problemWith: (ratePpm: number, day: Day) => RateProblem | null,
): number {
  let sum = 0;
  for (const line of order.lines) {
    const rate = lineRate(line, order, headOf);
    if (rate.kind === 'rate' && problemWith(rate.ratePpm, day)?.isSure === true) sum += rate.taxPaise;
  }
  return sum;
}

function problemOf(law: Law, ratePpm: number, day: Day): RateProblem | null {
  const answer = rateOn(law, ratePpm, day);
  switch (answer.kind) {
    case 'unknown':
      return { kind: 'unknown', isSure: true, day: null };
    case 'retired':
      return { kind: 'retired', isSure: answer.row.status === 'verified', day: answer.endedOn };
    case 'not-yet':
      return { kind: 'not-yet', isSure: answer.row.status === 'verified', day: answer.row.effectiveFrom };
    case 'in-force':
      if (answer.row.class === 'tobacco' || answer.row.class === 'biri') {
        return { kind: 'tobacco-only', isSure: false, day: null };
      }
      return answer.row.inStore === 'no' ? { kind: 'not-in-shops', isSure: false, day: null } : null;
  }
}
