import type { StatedRegistrationChange } from '../../../core/api/gst.ts';
import type { StatedRegistration } from '../../../core/evidence/tax-profile.ts';
import type { Day } from '../../../core/time.ts';

/** Fields as they are typed and chosen; '' is "not stated". */
export interface StatedInput {
  readonly scheme: 'regular' | 'composition' | '';
  readonly filing: 'monthly' | 'quarterly' | '';
  readonly registeredOn: string;
  readonly hasBankAccount: 'yes' | 'no' | '';
  readonly lutYears: readonly string[];
}

export function inputOf(stated: StatedRegistration | undefined): StatedInput {
  return {
    scheme: stated?.scheme ?? '',
    filing: stated?.filing ?? '',
    registeredOn: stated?.registeredOn ?? '',
    hasBankAccount: wordOf(stated?.hasBankAccount ?? null),
    lutYears: stated?.lutYears ?? [],
  };
}

export type StatedFault = 'dayUnknown' | 'dayTooEarly' | 'dayTooLate';

/** GST began on this day; nobody is registered before it. */
const FIRST_DAY: Day = '2017-07-01';

/** What keeps the day of registration from being taken; null when nothing does. */
export function dayFault({ registeredOn }: StatedInput, today: Day): StatedFault | null {
  if (registeredOn === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(registeredOn)) return 'dayUnknown';
  if (registeredOn < FIRST_DAY) return 'dayTooEarly';
  return registeredOn > today ? 'dayTooLate' : null;
}

export function changeOf(input: StatedInput): StatedRegistrationChange {
  return {
    scheme: input.scheme || null,
    filing: input.filing || null,
    registeredOn: input.registeredOn || null,
    hasBankAccount: truthOf(input.hasBankAccount),
    lutYears: [...input.lutYears].sort(),
  };
}

/** The year before, this one and the next, with those already stated; "2026-27", oldest first. */
export function lutChoices(today: Day, stated: readonly string[]): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const begins = month >= 4 ? year : year - 1;
  const near = [begins - 1, begins, begins + 1].map(financialYear);
  return [...new Set([...stated, ...near])].sort();
}

function financialYear(begins: number): string {
  return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
}

export function wordOf(truth: boolean | null): 'yes' | 'no' | '' {
  return truth === null ? '' : truth ? 'yes' : 'no';
}

export function truthOf(word: string): boolean | null {
  return word === '' ? null : word === 'yes';
}
