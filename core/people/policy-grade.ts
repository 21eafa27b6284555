import type { Account, PasswordPolicy, PeopleBook } from '../evidence/people.ts';
import { RUNG_OF_SOURCE } from '../evidence/people.ts';
import { RUNGS } from '../evidence/rungs.ts';
import type { SensitiveService } from '../data/sensitive-services.ts';
import { gradeOfLength, type PasswordGrade } from '../passwords/password-grade.ts';
import type { Instant } from '../time.ts';
import { factOf, liveAccounts } from './facts.ts';

/**
 * What a rule for passwords is worth; null: its length is not known. Strong needs a list of refused passwords beside the
 * length. Between 8 and 11 characters the floor asks for a letter and a digit too; longer ones need neither.
 */
export function gradeOfPolicy(
  { minLength, needsLetterAndDigit, hasBlocklist }: PasswordPolicy,
  isSecondFactorEnforced: boolean,
): PasswordGrade | null {
  if (minLength === null) return null;
  if (hasBlocklist === true && gradeOfLength(minLength, isSecondFactorEnforced) === 'strong') return 'strong';
  const alone = gradeOfLength(minLength, false);
  if (alone === 'strong') return 'pass';
  return alone === 'floor' && needsLetterAndDigit === false ? 'below-floor' : alone;
}

/** The rule of each service that counts as of a moment: of the strongest rung, then the newest. */
export function policiesOf({ policies }: Pick<PeopleBook, 'policies'>, asOf: Instant): PasswordPolicy[] {
  const best = new Map<SensitiveService, PasswordPolicy>();
  for (const policy of policies) {
    if (policy.statedAt > asOf || (policy.expiresAt !== null && policy.expiresAt <= asOf)) continue;
    const before = best.get(policy.service);
    if (!before || isStronger(policy, before)) best.set(policy.service, policy);
  }
  return [...best.values()];
}

/** Whether each account of a service that somebody can use must keep its second factor. */
export function isEnforcedFor(people: PeopleBook, service: SensitiveService, asOf: Instant): boolean {
  const accounts = liveAccounts(people, service, asOf);
  const isEnforced = (account: Account) => factOf(account, 'isSecondFactorEnforced', asOf)?.value === true;
  return accounts.length > 0 && accounts.every(isEnforced);
}

function isStronger(one: PasswordPolicy, other: PasswordPolicy): boolean {
  const difference = RUNGS.indexOf(RUNG_OF_SOURCE[one.source]) - RUNGS.indexOf(RUNG_OF_SOURCE[other.source]);
  return difference < 0 || (difference === 0 && one.statedAt > other.statedAt);
}
