import type { AlertStatus } from './api/alerts.ts';
import type { Severity } from './severity.ts';
import { MAX_FINDINGS } from './evaluate.ts';
import type { Rung } from './evidence/rungs.ts';
import type { Instant } from './time.ts';
import { fingerprint } from './fingerprint.ts';
import type { CheckResult, JudgedFinding } from './judgement.ts';
import { isGraver } from './severity.ts';

/** An alert that is not resolved, as far as reconciling asks. */
export interface OpenAlert {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly status: Exclude<AlertStatus, 'resolved'>;
  readonly severity: Severity;
  readonly suppressedUntil: Instant | null;
}

/** A defect without an alert. The store opens one, or opens the resolved one of the same fingerprint again. */
export interface NewAlert extends Omit<JudgedFinding, 'isRemark'> {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly rung: Rung | null;
}

/** A defect that is still there, with its newest figures. */
export interface ObservedAlert extends Omit<JudgedFinding, 'subject' | 'isRemark'> {
  readonly fingerprint: string;
  readonly rung: Rung | null;
  /** A suppression ended, or the defect got graver: the alert is open again. */
  readonly unsuppress: boolean;
}

export interface AlertChanges {
  readonly open: readonly NewAlert[];
  readonly observe: readonly ObservedAlert[];
  readonly resolve: readonly { readonly fingerprint: string }[];
}

/**
 * Folds one snapshot's results into the alerts of the shop. Pure; doing it twice changes nothing more. What could not
 * be assessed leaves its alerts alone, and so does a check that is gone, unless its id is among the `retired` ones.
 */
export function reconcile(
  results: readonly CheckResult[],
  openAlerts: readonly OpenAlert[],
  asOf: Instant,
  { retired = [] }: { readonly retired?: readonly string[] } = {},
): AlertChanges {
  const known = new Map(openAlerts.map((alert) => [alert.fingerprint, alert]));
  const open: NewAlert[] = [];
  const observe: ObservedAlert[] = [];
  const seen = new Set<string>();
  for (const { checkId, findings, rung } of results) {
    for (const { subject, isRemark, ...finding } of findings) {
      if (isRemark) continue;
      const mark = fingerprint(checkId, subject);
      if (seen.has(mark)) continue;
      seen.add(mark);
      const alert = known.get(mark);
      if (!alert) open.push({ fingerprint: mark, checkId, subject, ...finding, rung });
      else observe.push({ fingerprint: mark, ...finding, rung, unsuppress: isBroken(alert, finding.severity, asOf) });
    }
  }
  const settled = new Set([...retired, ...results.filter(tellsWhatIsGone).map(({ checkId }) => checkId)]);
  const resolve = openAlerts
    .filter((alert) => settled.has(alert.checkId) && !seen.has(alert.fingerprint))
    .map((alert) => ({ fingerprint: alert.fingerprint }));
  return { open, observe, resolve };
}

/**
 * A check that was not assessed, or stopped at its most findings, says nothing of what it did not name; unless the gap
 * is only about what else there could be.
 */
function tellsWhatIsGone({ outcome, findings, isSettled }: CheckResult): boolean {
  return (outcome !== 'notAssessed' || isSettled === true) && findings.length < MAX_FINDINGS;
}

function isBroken(alert: OpenAlert, severity: Severity, asOf: Instant): boolean {
  if (alert.status !== 'suppressed') return false;
  return alert.suppressedUntil === null || alert.suppressedUntil <= asOf || isGraver(severity, alert.severity);
}
