import type { Check } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { MAX_FINDINGS } from '../evaluate.ts';
import type { Snapshot } from '../evidence/snapshot.ts';
import { fingerprint } from '../fingerprint.ts';
import { judge } from '../judge.ts';
import type { CheckResult, JudgedFinding, Score } from '../judgement.ts';
import { SEVERITIES } from '../severity.ts';
import type { ReportFinding, ReportSnapshot } from './weekly-report.ts';

/** A snapshot with its id in the store, which is its scan's. */
export interface TakenSnapshot {
  readonly id: string;
  readonly snapshot: Snapshot;
}

/** A snapshot judged for a report. */
export interface JudgedSnapshot extends TakenSnapshot {
  readonly score: Score;
  readonly results: ReadonlyMap<string, CheckResult>;
  /** All but remarks, by fingerprint; gravest first. */
  readonly findings: ReadonlyMap<string, ReportFinding>;
}

/** Judges by these checks alone, in their order, so that a report meets the same ones whenever it is made. */
export function judgedFor(taken: TakenSnapshot, checkIds: readonly string[]): JudgedSnapshot {
  const wanted = new Set(checkIds);
  const checks = CHECKS.filter(({ id }) => wanted.has(id));
  const { results, score } = judge(taken.snapshot, { checks });
  const findings = checks
    .flatMap((check, place) => findingsOf(check, results[place]))
    .sort((one, other) => rank(one) - rank(other)); // stable: within a severity the order of the checks
  return {
    ...taken,
    score,
    results: new Map(results.map((result) => [result.checkId, result])),
    findings: new Map(findings.map((finding) => [finding.fingerprint, finding])),
  };
}

export function reportSnapshot({ id, snapshot, score }: JudgedSnapshot): ReportSnapshot {
  const { assessed, applicable } = score;
  return { id, takenAt: snapshot.takenAt, score: score.score, assessed, applicable };
}

/** Whether the check named all that there was: it was assessed, and did not stop at its most findings. */
export function toldAll(result: CheckResult | undefined): boolean {
  return result !== undefined && result.outcome !== 'notAssessed' && result.findings.length < MAX_FINDINGS;
}

/** Whether what the check names no longer is gone. */
export function tellsWhatIsGone(result: CheckResult | undefined): boolean {
  return toldAll(result) || (result?.isSettled === true && result.findings.length < MAX_FINDINGS);
}

const rank = ({ severity }: ReportFinding): number => SEVERITIES.indexOf(severity);

function findingsOf(check: Check, result: CheckResult | undefined): ReportFinding[] {
  return (result?.findings ?? []).filter(({ isRemark }) => !isRemark).map((finding) => shown(check, finding));
}

function shown({ id, area }: Check, finding: JudgedFinding): ReportFinding {
  const { messageId, data, subject, severity, atStakePaise } = finding;
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...{ fingerprint: fingerprint(id, subject), checkId: id, area, messageId, data: sorted },
    ...{ subject, severity, atStakePaise },
  };
}
