import type { LengthClass } from '../evidence/attestations.ts';

/** Worst first. `floor` is what the ten steps ask at least, `pass` what PCI DSS 8.3.6 asks, `strong` NIST SP 800-63B-4. */
export const PASSWORD_GRADES = ['below-floor', 'floor', 'pass', 'strong'] as const;
export type PasswordGrade = (typeof PASSWORD_GRADES)[number];

/** zxcvbn's "safely unguessable" begins here; control PWD-03 asks for it. */
const GOOD_SCORE = 3;

/**
 * Of a length in code points, a rule's or a password's. Fifteen are strong alone, eight beside a second factor that is
 * enforced; twelve pass. Nothing here asks for a change by the calendar: both standards advise against it.
 */
export function gradeOfLength(length: number, isSecondFactorEnforced: boolean): PasswordGrade {
  if (length < 8) return 'below-floor';
  if (length >= 15 || isSecondFactorEnforced) return 'strong';
  return length >= 12 ? 'pass' : 'floor';
}

const LEAST_LENGTH: Readonly<Record<LengthClass, number>> = {
  'under-8': 0,
  '8-to-11': 8,
  '12-to-14': 12,
  '15-or-more': 15,
};

/**
 * Of what a self-check tells. A password that is known from a breach is worth nothing at any length, and one that is easy
 * to guess is no better than the floor. `isBreached` null: the list could not be asked, and the rest is graded.
 */
export function passwordGrade({
  lengthClass,
  score,
  isBreached,
  isSecondFactorEnforced,
}: {
  readonly lengthClass: LengthClass;
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly isBreached: boolean | null;
  readonly isSecondFactorEnforced: boolean;
}): PasswordGrade {
  const byLength = gradeOfLength(LEAST_LENGTH[lengthClass], isSecondFactorEnforced);
  if (byLength === 'below-floor' || isBreached === true) return 'below-floor';
  return score < GOOD_SCORE ? 'floor' : byLength;
}
