import type { Text } from '../text.ts';
import { STEPS_1_TO_3 } from './controls/steps-1-to-3.ts';
import { STEPS_4_TO_6 } from './controls/steps-4-to-6.ts';
import { STEPS_7_TO_10 } from './controls/steps-7-to-10.ts';

export const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** One of the ten steps to protect customer information. */
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Readonly<Record<Step, Text>> = {
  1: { en: 'Teach the team and report incidents', hi: 'टीम को सिखाएँ और घटना बताएँ' },
  2: { en: 'Keep security software current', hi: 'सुरक्षा सॉफ़्टवेयर नया रखें' },
  3: { en: 'Encrypt data, moving and stored', hi: 'डेटा एन्क्रिप्ट करें, भेजते और रखते समय' },
  4: { en: 'Use strong passwords', hi: 'मज़बूत पासवर्ड रखें' },
  5: { en: 'Watch for weak spots', hi: 'कमज़ोर जगहों पर नज़र रखें' },
  6: { en: 'Second factor on every sensitive account', hi: 'हर संवेदनशील खाते पर दूसरा चरण' },
  7: { en: 'Work with trusted providers', hi: 'भरोसेमंद प्रदाताओं के साथ काम करें' },
  8: { en: 'Protect servers and network', hi: 'सर्वर और नेटवर्क की रक्षा करें' },
  9: { en: 'Have a plan for a breach', hi: 'सेंध के लिए योजना रखें' },
  10: { en: 'Audit regularly', hi: 'नियमित ऑडिट करें' },
};

/**
 * One demand of the ten steps. `criterion` says what passes; `warn` in it means a finding of lower severity. What a
 * `platform` alone can change is shown and never scored. `expiryDays`: how long a statement about it counts; 0: it does
 * not end. Source of the mappings: see core/data/NOTICE.md.
 */
export interface Control {
  readonly id: string;
  readonly step: Step;
  readonly tier: 'core' | 'extended';
  readonly title: Text;
  readonly criterion: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly fixableBy: 'merchant' | 'platform' | 'shared';
  readonly expiryDays: number;
  /** Framework → its own numbers for this demand. */
  readonly mappings: Readonly<Partial<Record<FrameworkId, readonly string[]>>>;
}

export const FRAMEWORK_IDS = [
  'CERTIN15',
  'CERTIN',
  'DPDP',
  'PCI',
  'ISO',
  'CIS',
  'NIST63B4',
  'NIST',
  'OWASP',
  'AMZ-DPP',
  'RBI',
  'GDPR',
  'CA',
  'CPA',
  'SHOPIFY',
] as const;
export type FrameworkId = (typeof FRAMEWORK_IDS)[number];

/** Every control, by step. */
export const CONTROLS: readonly Control[] = [...STEPS_1_TO_3, ...STEPS_4_TO_6, ...STEPS_7_TO_10];

const BY_ID: ReadonlyMap<string, Control> = new Map(CONTROLS.map((control) => [control.id, control]));

export function controlById(id: string): Control | null {
  return BY_ID.get(id) ?? null;
}
