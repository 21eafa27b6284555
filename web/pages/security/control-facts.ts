import type { EvidenceItem } from '../../../core/api/security.ts';
import type { Check } from '../../../core/checks/check.ts';
import { checkById } from '../../../core/checks/index.ts';
import type { EvidenceKind } from '../../../core/evidence/kinds.ts';
import type { CheckResult, NotAssessedReason } from '../../../core/judgement.ts';
import { SEVERITIES, type Severity } from '../../../core/severity.ts';
import type { Instant } from '../../../core/time.ts';
import type { ControlRow } from './controls-of-step.ts';

/** One check of a control with what it said last; null: it has not run yet. */
export interface JudgedCheck {
  readonly check: Check;
  readonly result: CheckResult | null;
}

/** The checks of a control, in the order of the list. One that a later release took out is left away. */
export function checksOf({ standing }: ControlRow, results: ReadonlyMap<string, CheckResult>): readonly JudgedCheck[] {
  return standing.checkIds.flatMap((id) => {
    const check = checkById(id);
    return check ? [{ check, result: results.get(id) ?? null }] : [];
  });
}

/** The gravest finding of a control's checks; what the control itself weighs where none is known. */
export function gravestOf(row: ControlRow, results: ReadonlyMap<string, CheckResult>): Severity {
  const found = row.standing.checkIds.flatMap((id) => results.get(id)?.findings ?? []);
  return SEVERITIES.find((severity) => found.some((finding) => finding.severity === severity)) ?? row.control.severity;
}

/** Each reason once, in the order of the checks. */
export function reasonsOf(checks: readonly JudgedCheck[]): readonly NotAssessedReason[] {
  const reasons = checks.flatMap(({ result }) => result?.notAssessed ?? []);
  const keyOf = (reason: NotAssessedReason) => ('kind' in reason ? `${reason.kind} ${reason.reason}` : reason.reason);
  return [...new Map(reasons.map((reason) => [keyOf(reason), reason])).values()];
}

/** The kinds of evidence that a control's checks read, each once. */
export function kindsOf(checks: readonly JudgedCheck[]): readonly EvidenceKind[] {
  return [...new Set(checks.flatMap(({ check }) => [...check.requires, ...(check.uses ?? [])]))];
}

/** The kinds of evidence that a control's checks read, with when each was read; those that are missing are left away. */
export function readFor(
  checks: readonly JudgedCheck[],
  evidence: ReadonlyMap<EvidenceKind, EvidenceItem>,
): readonly { readonly kind: EvidenceKind; readonly at: Instant; readonly expiresAt: Instant | null }[] {
  return kindsOf(checks).flatMap((kind) => {
    const item = evidence.get(kind);
    return item && item.reason === null && item.collectedAt !== null
      ? [{ kind, at: item.collectedAt, expiresAt: item.expiresAt }]
      : [];
  });
}
