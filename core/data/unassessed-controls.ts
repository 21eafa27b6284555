import type { Text } from '../text.ts';

/** A control that no check looks at yet, and why. It counts as not assessed, never as passed. */
export interface UnassessedControl {
  readonly controlId: string;
  readonly reason: Text;
}

const TRAINING: Text = {
  en: 'Prahari keeps no training records yet. Until it does, nobody can tell from here.',
  hi: 'Prahari अभी प्रशिक्षण का रिकॉर्ड नहीं रखता। तब तक यहाँ से कुछ नहीं कहा जा सकता।',
};
const REPORTS: Text = {
  en: 'Prahari takes no incident reports yet, so there is nothing to judge by.',
  hi: 'Prahari अभी घटनाओं की सूचना नहीं लेता, इसलिए आँकने को कुछ नहीं है।',
};
const BREACH_PLAN: Text = {
  en: 'Prahari keeps no breach plan yet, so there is nothing to judge by.',
  hi: 'Prahari अभी सेंध की योजना नहीं रखता, इसलिए आँकने को कुछ नहीं है।',
};

/** Of every tier, in the order of the controls. */
export const UNASSESSED_CONTROLS: readonly UnassessedControl[] = [
  { controlId: 'EDU-02', reason: TRAINING },
  { controlId: 'EDU-03', reason: TRAINING },
  { controlId: 'EDU-04', reason: REPORTS },
  { controlId: 'EDU-05', reason: REPORTS },
  { controlId: 'EDU-07', reason: TRAINING },
  {
    controlId: 'PWD-07',
    reason: {
      en: 'Which mailboxes of a domain stand in a breach is told only by a paid service.',
      hi: 'डोमेन के कौन-से मेल लीक में हैं, यह सिर्फ़ पैसे वाली सेवा बताती है।',
    },
  },
  { controlId: 'BRP-01', reason: BREACH_PLAN },
  { controlId: 'BRP-02', reason: BREACH_PLAN },
  { controlId: 'BRP-03', reason: BREACH_PLAN },
  { controlId: 'BRP-04', reason: BREACH_PLAN },
  { controlId: 'BRP-05', reason: BREACH_PLAN },
  { controlId: 'BRP-06', reason: BREACH_PLAN },
  { controlId: 'BRP-07', reason: BREACH_PLAN },
];

const BY_ID: ReadonlyMap<string, Text> = new Map(
  UNASSESSED_CONTROLS.map(({ controlId, reason }) => [controlId, reason]),
);

/** Why no check looks at a control; null: one does. */
export function unassessedReason(controlId: string): Text | null {
  return BY_ID.get(controlId) ?? null;
}
