import type { Check } from './checks/check.ts';
import type { CheckResult, Score, ScorePart } from './judgement.ts';

/** Points of a check that passes. A critical defect outweighs ten small ones. */
export const WEIGHTS: Readonly<Record<Check['severity'], number>> = { critical: 10, high: 5, medium: 3, low: 1 };

/** Below this share of what applies a score is early: it can still move a lot. */
export const EARLY_BELOW = 0.6;

/**
 * Points of one snapshot's results. What the platform alone can change, and what rests on a rule that is not
 * verified, earns and costs nothing but was looked at, so it counts in coverage. The score is rounded down: 100 means
 * that nothing assessed was found wanting.
 */
export function scoreOf(checks: readonly Check[], results: readonly CheckResult[]): Score {
  const byId = new Map<string, Check>(checks.map((check) => [check.id, check]));
  const known = results.filter(({ checkId }) => byId.has(checkId));
  const parts = known.map((result) => partOf(byId.get(result.checkId), result));
  const applicable = known.filter(({ outcome }) => outcome !== 'notApplicable');
  const assessed = applicable.filter(({ outcome }) => outcome !== 'notAssessed');
  let points = 0;
  let most = 0;
  for (const part of parts) {
    if (part.points === null) continue;
    points += part.points;
    most += part.weight;
  }
  return {
    score: most === 0 ? null : Math.floor((100 * points) / most),
    assessed: assessed.length,
    applicable: applicable.length,
    parts,
  };
}

function partOf(check: Check | undefined, { checkId, outcome }: CheckResult): ScorePart {
  const isScored = check !== undefined && check.isPlatformSet !== true && check.rule.status === 'verified';
  const weight = isScored ? WEIGHTS[check.severity] : 0;
  const points = { pass: weight, fail: 0, notApplicable: null, notAssessed: null }[outcome];
  return { checkId, weight, points: isScored ? points : null };
}
