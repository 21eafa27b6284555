import { isStateCode, successorOf } from '../../data/state-codes.ts';
import { judgeGstin } from '../../gst/gstin.ts';
import type { Registration } from '../kinds.ts';

/**
 * GST States that the merchant says to be registered in, today's codes. A number with a mistake still counts for the
 * State it begins with: the mistake is one defect, found elsewhere, and not a second one.
 */
export function registeredStates(registrations: readonly Registration[]): ReadonlySet<string> {
  const states = new Set<string>();
  for (const { gstin } of registrations) {
    const verdict = judgeGstin(gstin);
    const code = (verdict.ok ? verdict.gstin : verdict.normalized).slice(0, 2);
    if (isStateCode(code)) states.add(successorOf(code) ?? code);
  }
  return states;
}
