import { SEVERITIES } from './checks/check.ts';
import type { Severity } from './checks/check.ts';

/** Whether `a` weighs more than `b`: critical before high before medium before low before info. */
export function isGraver(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
}
