import { CHECKS } from './checks/index.ts';
import type { Check } from './checks/check.ts';
import { evaluate } from './evaluate.ts';
import type { Snapshot } from './evidence/snapshot.ts';
import type { Instant } from './time.ts';
import type { CheckResult, Score } from './judgement.ts';
import { scoreOf } from './score.ts';

/** What one snapshot is worth, judged as of the moment it was taken unless told otherwise. */
export interface Judgement {
  readonly results: readonly CheckResult[];
  readonly score: Score;
}

/** Judges a snapshot, however old: kinds of evidence that it lacks are not assessed. */
export function judge(
  snapshot: Snapshot,
  { checks = CHECKS, asOf = snapshot.takenAt }: { readonly checks?: readonly Check[]; readonly asOf?: Instant } = {},
): Judgement {
  const results = evaluate(checks, snapshot, { asOf });
  return { results, score: scoreOf(checks, results) };
}
