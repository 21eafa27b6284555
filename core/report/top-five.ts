import { checkById } from '../checks/index.ts';
import { EFFORT_OF_CHECK, EFFORTS, type Effort } from '../data/efforts.ts';
import type { Score } from '../judgement.ts';
import { SEVERITIES } from '../severity.ts';
import type { ReportAct, ReportFinding } from './weekly-report.ts';

const MOST = 5;

/**
 * What to mend first: one act for each check, at most five. The gravest come first; among equals those with more rupees at
 * stake, then those that bring more points, then those that take less. Findings come gravest first. What only informs,
 * and what the platform alone can change, is no act.
 */
export function topFive(open: readonly ReportFinding[], score: Score, silenced: ReadonlySet<string>): ReportAct[] {
  const byCheck = Map.groupBy(
    open.filter(({ severity, checkId }) => severity !== 'info' && checkById(checkId)?.isPlatformSet !== true),
    ({ checkId }) => checkId,
  );
  const acts = [...byCheck].flatMap(([checkId, findings]) => {
    const [first] = findings;
    return first ? [actOf(checkId, first, { findings, score, silenced })] : [];
  });
  return acts.sort(compare).slice(0, MOST);
}

function actOf(
  checkId: string,
  first: ReportFinding,
  of: {
    readonly findings: readonly ReportFinding[];
    readonly score: Score;
    readonly silenced: ReadonlySet<string>;
  },
): ReportAct {
  return {
    checkId,
    severity: first.severity,
    findings: of.findings.length,
    first,
    atStakePaise: sumOfStakes(of.findings),
    effort: effortOf(checkId),
    // What is silenced keeps failing its check, so mending the rest of it moves no score.
    points: of.silenced.has(checkId) ? 0 : pointsOf(checkId, of.score),
  };
}

/** What nobody put into the table takes a day: nobody is promised less. */
export function effortOf(checkId: string): Effort {
  return EFFORT_OF_CHECK[checkId] ?? 'day';
}

/** Null: nothing can be counted. */
export function sumOfStakes(findings: readonly ReportFinding[]): number | null {
  const counted = findings.flatMap(({ atStakePaise }) => atStakePaise ?? []);
  return counted.length === 0 ? null : counted.reduce((sum, paise) => sum + paise, 0);
}

/** By how much the score rises once the check passes and all else stays. */
function pointsOf(checkId: string, { score, parts }: Score): number {
  if (score === null) return 0;
  const counted = parts.filter(({ points }) => points !== null);
  const most = counted.reduce((sum, { weight }) => sum + weight, 0);
  const points = counted.reduce((sum, part) => sum + (part.checkId === checkId ? part.weight : (part.points ?? 0)), 0);
  return most === 0 ? 0 : Math.floor((100 * points) / most) - score;
}

function compare(a: ReportAct, b: ReportAct): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (b.atStakePaise ?? 0) - (a.atStakePaise ?? 0) ||
    b.points - a.points ||
    EFFORTS.indexOf(a.effort) - EFFORTS.indexOf(b.effort)
  );
}
