import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity, Type } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import type { CspFinding } from '../../core/evidence/storefront.ts';

const MAX_POLICIES = 20;
const MAX_POLICY_CHARS = 16_384;
const MAX_VALUE_CHARS = 200;

/**
 * What csp_evaluator says of each policy, each finding once, in the order of its severity. It may repeat itself, and its
 * findings are a set.
 */
export function cspFindings(policies: readonly string[]): CspFinding[] {
  const found = new Map<string, { readonly rank: number; readonly finding: CspFinding }>();
  for (const policy of policies.slice(0, MAX_POLICIES)) {
    const parsed = new CspParser(policy.slice(0, MAX_POLICY_CHARS)).csp;
    for (const { severity, type, directive, value } of new CspEvaluator(parsed).evaluate()) {
      const finding: CspFinding = {
        severity: Severity[severity],
        type: Type[type],
        directive,
        value: value === undefined || value === '' ? null : value.slice(0, MAX_VALUE_CHARS),
      };
      found.set(JSON.stringify(finding), { rank: severity, finding });
    }
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank).map(({ finding }) => finding);
}
