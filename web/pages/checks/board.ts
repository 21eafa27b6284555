import type { CheckBoard } from '../../../core/api/home.ts';
import { SEVERITIES, type Severity } from '../../../core/severity.ts';
import type { CheckResult, ScorePart } from '../../../core/judgement.ts';

/** One check as the page shows it: what came out, and what it earned. */
export interface BoardRow {
  readonly result: CheckResult;
  readonly part: ScorePart;
  /** The gravest of its findings; null without one. */
  readonly severity: Severity | null;
}

/** The groups of the page, in its order. `unscored` was looked at, but earns and costs nothing. */
export const GROUPS = ['fail', 'notAssessed', 'pass', 'unscored', 'notApplicable'] as const;
export type Group = (typeof GROUPS)[number];

/** Points earned of points that could be, over the checks that were assessed and count. */
export interface Sum {
  readonly points: number;
  readonly weight: number;
  /** The score that they make, rounded down; null when nothing counted. */
  readonly score: number | null;
}

/** The rows of each group, heaviest first. */
export function groupsOf({ results, parts }: CheckBoard): Readonly<Record<Group, readonly BoardRow[]>> {
  const partOf = new Map(parts.map((part) => [part.checkId, part]));
  const groups: Record<Group, BoardRow[]> = { fail: [], notAssessed: [], pass: [], unscored: [], notApplicable: [] };
  for (const result of results) {
    const part = partOf.get(result.checkId) ?? { checkId: result.checkId, weight: 0, points: null };
    groups[groupOf(result, part)].push({ result, part, severity: gravest(result) });
  }
  for (const group of GROUPS) groups[group].sort((a, b) => b.part.weight - a.part.weight);
  return groups;
}

/** The arithmetic of the score, from the same parts that the page lists. */
export function sumOf(parts: readonly ScorePart[]): Sum {
  const counted = parts.flatMap(({ points, weight }) => (points === null ? [] : [{ points, weight }]));
  const points = counted.reduce((sum, part) => sum + part.points, 0);
  const weight = counted.reduce((sum, part) => sum + part.weight, 0);
  return { points, weight, score: weight === 0 ? null : Math.floor((100 * points) / weight) };
}

function groupOf({ outcome }: CheckResult, { points }: ScorePart): Group {
  const isLookedAt = outcome === 'pass' || outcome === 'fail';
  return isLookedAt && points === null ? 'unscored' : outcome;
}

function gravest({ findings }: CheckResult): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
