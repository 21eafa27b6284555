import type { Score } from '../judgement.ts';
import { WEIGHTS } from '../score.ts';
import type { Severity } from '../severity.ts';
import type { WeekChanges } from './changes.ts';
import { tellsWhatIsGone, type JudgedSnapshot } from './judged-week.ts';
import type { ReportFinding, Verdict } from './weekly-report.ts';

/** Something new of these makes the week worse, whatever else was mended. */
const GRAVE: readonly Severity[] = ['critical', 'high'];

/**
 * Better, same or worse than the week before, and the strongest reason. Where less was seen than before, nothing is called
 * better: a score that rises because nobody could look is no news. What only informs does not count.
 */
export function verdictOf(now: JudgedSnapshot, before: JudgedSnapshot | null, changes: WeekChanges): Verdict {
  if (before === null) return { kind: 'first', why: 'first', scoreChange: null };
  if (before.id === now.id) return { kind: 'same', why: 'not-seen', scoreChange: null };
  const scoreChange = changeOf(now.score, before.score);
  return { ...judged(changes, { scoreChange: scoreChange ?? 0, isLessSeen: isLessSeen(now, before) }), scoreChange };
}

function judged(
  { fresh, mended, graver }: WeekChanges,
  { scoreChange, isLessSeen }: { readonly scoreChange: number; readonly isLessSeen: boolean },
): Pick<Verdict, 'kind' | 'why'> {
  if ([...fresh, ...graver].some(({ severity }) => GRAVE.includes(severity))) {
    return { kind: 'worse', why: 'graver-new' };
  }
  const added = weightOf(fresh) + weightOf(graver);
  const balance = weightOf(mended) - added;
  if (scoreChange < 0) return { kind: 'worse', why: added > 0 ? 'new' : 'score-down' };
  if (balance < 0) return { kind: 'worse', why: 'new' };
  if (isLessSeen) return { kind: 'same', why: 'less-seen' };
  if (balance > 0) return { kind: 'better', why: 'mended' };
  if (scoreChange > 0) return { kind: 'better', why: 'score-up' };
  return { kind: 'same', why: added > 0 ? 'new' : 'quiet' };
}

function changeOf({ score: now }: Score, { score: before }: Score): number | null {
  return now === null || before === null ? null : now - before;
}

/** A smaller part of what applies was looked at, or something that failed could not be looked at again. */
function isLessSeen(now: JudgedSnapshot, before: JudgedSnapshot): boolean {
  const { score: a } = now;
  const { score: b } = before;
  if (a.assessed * b.applicable < b.assessed * a.applicable) return true;
  return [...before.results.values()].some(
    ({ checkId, outcome }) => outcome === 'fail' && !tellsWhatIsGone(now.results.get(checkId)),
  );
}

function weightOf(findings: readonly ReportFinding[]): number {
  return findings.reduce((sum, { severity }) => sum + (severity === 'info' ? 0 : WEIGHTS[severity]), 0);
}
