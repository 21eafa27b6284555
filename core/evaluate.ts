import type { Check, Finding, JudgementContext } from './checks/check.ts';
import type { EvidenceByKind, EvidenceKind } from './evidence/kinds.ts';
import { RUNGS } from './evidence/rungs.ts';
import type { Collected, Snapshot } from './evidence/snapshot.ts';
import type { Rung } from './evidence/rungs.ts';
import { cutSubject } from './fingerprint.ts';
import type { CheckResult, JudgedFinding, NotAssessedReason, Outcome } from './judgement.ts';
import { isGraver } from './severity.ts';
import type { TextData } from './text.ts';

/** A check that finds more stops there: nobody mends a thousand and first defect before the first. */
export const MAX_FINDINGS = 1_000;

/** A value longer than this is no plain word: it comes from a theme or a name that somebody chose. */
const LONGEST_VALUE = 400;

/**
 * Runs every check over one snapshot, in order. Pure, and linear in what the checks read. Each check gets the
 * evidence that it names and no other; one that lacks some, or breaks, is not assessed and costs no other its result.
 */
export function evaluate(checks: readonly Check[], snapshot: Snapshot, context: JudgementContext): CheckResult[] {
  return checks.map((check) => judgeOne(check, snapshot, context));
}

function judgeOne(check: Check, snapshot: Snapshot, context: JudgementContext): CheckResult {
  const missing = missingFor(check, snapshot);
  if (missing.length > 0) return resultOf(check, 'notAssessed', { notAssessed: missing });
  const evidence = evidenceFor(check, snapshot);
  try {
    const rung = check.standsOn?.(evidence, context) ?? weakestRung(check, snapshot);
    if (check.applies && !check.applies(evidence, context)) return resultOf(check, 'notApplicable', { rung });
    const findings = findingsOf(check, evidence, context);
    // What is only information informs: a rule that is not verified never fails anybody.
    if (findings.some(({ severity }) => severity !== 'info')) return resultOf(check, 'fail', { findings, rung });
    const lacking = check.lacks?.(evidence, context);
    if (lacking) {
      const { isSettled, ...why } = lacking;
      const notAssessed = [{ ...why, missingScopes: [] }];
      return resultOf(check, 'notAssessed', { findings, notAssessed, ...(isSettled && { isSettled }) });
    }
    return resultOf(check, 'pass', { findings, rung });
  } catch {
    // A check's own defect, or a stored snapshot whose shape an older version wrote.
    return resultOf(check, 'notAssessed', { notAssessed: [{ reason: 'check-failed' }] });
  }
}

function resultOf(
  check: Check,
  outcome: Outcome,
  parts: Partial<Pick<CheckResult, 'findings' | 'rung' | 'notAssessed' | 'isSettled'>>,
): CheckResult {
  return { checkId: check.id, outcome, findings: [], rung: null, notAssessed: [], ...parts };
}

function missingFor(check: Check, snapshot: Snapshot): NotAssessedReason[] {
  const missing: NotAssessedReason[] = [];
  for (const kind of check.requires) {
    const collected = collectedOf(snapshot, kind);
    if (collected === undefined) missing.push({ kind, reason: 'not-collected', missingScopes: [] });
    else if (collected.status !== 'collected') {
      missing.push({ kind, reason: collected.reason, missingScopes: collected.missingScopes ?? [] });
    }
  }
  return missing;
}

function evidenceFor(check: Check, snapshot: Snapshot): EvidenceByKind {
  const evidence: Partial<Record<EvidenceKind, unknown>> = {};
  for (const kind of kindsOf(check)) {
    const collected = collectedOf(snapshot, kind);
    if (collected?.status === 'collected') evidence[kind] = collected.value;
  }
  // Holds exactly what `requires` and `uses` name, which is all that the check can see: defineCheck narrowed its view.
  return evidence as unknown as EvidenceByKind;
}

function weakestRung(check: Check, snapshot: Snapshot): Rung | null {
  let weakest = -1;
  for (const kind of kindsOf(check)) {
    const collected = collectedOf(snapshot, kind);
    if (collected?.status === 'collected') weakest = Math.max(weakest, RUNGS.indexOf(collected.rung));
  }
  return RUNGS[weakest] ?? null;
}

function kindsOf({ requires, uses = [] }: Check): readonly EvidenceKind[] {
  return [...requires, ...uses];
}

function collectedOf(snapshot: Snapshot, kind: EvidenceKind): Collected<unknown> | undefined {
  return snapshot.evidence[kind];
}

/** One finding a subject: a second one would be the same alert, so the graver of the two stands. */
function findingsOf(check: Check, evidence: EvidenceByKind, context: JudgementContext): JudgedFinding[] {
  const bySubject = new Map<string, JudgedFinding>();
  for (const finding of check.evaluate(evidence, context)) {
    const judged = judgedFrom(check, finding);
    const same = bySubject.get(judged.subject);
    if (!same || isGraver(judged.severity, same.severity)) bySubject.set(judged.subject, judged);
    if (bySubject.size === MAX_FINDINGS) break;
  }
  return [...bySubject.values()];
}

function judgedFrom(check: Check, finding: Finding): JudgedFinding {
  if (!Object.hasOwn(check.messages, finding.messageId)) {
    throw new TypeError(`${check.id} has no message ${finding.messageId}`);
  }
  return {
    subject: cutSubject(finding.subject),
    messageId: finding.messageId,
    data: cutData(finding.data ?? {}),
    severity:
      check.rule.status === 'unverified' || finding.isRemark === true ? 'info' : (finding.severity ?? check.severity),
    atStakePaise: finding.atStakePaise ?? null,
    adminPath: finding.adminPath ?? null,
    isRemark: finding.isRemark ?? false,
  };
}

function cutData(data: TextData): TextData {
  const entries = Object.entries(data);
  if (!entries.some(([, value]) => typeof value === 'string' && value.length > LONGEST_VALUE)) return data;
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, LONGEST_VALUE) : value]),
  );
}
