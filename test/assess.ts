import type { Check } from '../core/checks/check.ts';
import { evaluate } from '../core/evaluate.ts';
import type { EvidenceByKind } from '../core/evidence/kinds.ts';
import type { CheckResult } from '../core/judgement.ts';
import { AS_OF, aSnapshot } from './factories.ts';

/** What one check says of the clean shop with the given evidence in place of its own. */
export function assess(check: Check, evidence: Partial<EvidenceByKind> = {}, asOf = AS_OF): CheckResult {
  const [result] = evaluate([check], aSnapshot(evidence), { asOf });
  if (!result) throw new Error(`${check.id} gave no result`);
  return result;
}
