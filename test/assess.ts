import type { Check } from '../core/checks/check.ts';
import { evaluate } from '../core/evaluate.ts';
import type { EvidenceByKind, EvidenceKind } from '../core/evidence/kinds.ts';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import type { CheckResult } from '../core/judgement.ts';
import { AS_OF, aSnapshot } from './factories.ts';

/** What one check says of the clean shop with the given evidence in place of its own. */
export function assess(check: Check, evidence: Partial<EvidenceByKind> = {}, asOf = AS_OF): CheckResult {
  return resultOf(check, aSnapshot(evidence), asOf);
}

/** The same of a shop of which one kind was not collected. */
export function assessWithout(
  kind: EvidenceKind,
  check: Check,
  given: Partial<EvidenceByKind> = {},
  asOf = AS_OF,
): CheckResult {
  const { [kind]: _, ...evidence } = aSnapshot(given).evidence;
  return resultOf(check, { ...aSnapshot(), evidence }, asOf);
}

function resultOf(check: Check, snapshot: Snapshot, asOf: string): CheckResult {
  const [result] = evaluate([check], snapshot, { asOf });
  if (!result) throw new Error(`${check.id} gave no result`);
  return result;
}
