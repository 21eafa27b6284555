import { CRITERIA_OF_STEPS_1_TO_3 } from './control-criteria/steps-1-to-3.ts';
import { CRITERIA_OF_STEPS_4_TO_6 } from './control-criteria/steps-4-to-6.ts';
import { CRITERIA_OF_STEPS_7_TO_10 } from './control-criteria/steps-7-to-10.ts';
import type { Text } from '../text.ts';

const CRITERIA: Readonly<Record<string, Text>> = {
  ...CRITERIA_OF_STEPS_1_TO_3,
  ...CRITERIA_OF_STEPS_4_TO_6,
  ...CRITERIA_OF_STEPS_7_TO_10,
};

/** Ids of the controls that have words. */
export const CRITERION_IDS: readonly string[] = Object.keys(CRITERIA);

/**
 * When a control passes, as a shop owner reads it. The control's own `criterion` is the exact demand; this says the same
 * in a sentence. Null for an id that is no control.
 */
export function criterionOf(controlId: string): Text | null {
  return CRITERIA[controlId] ?? null;
}
