import type { AccountRow, PeopleRegister, PersonRow } from '../../../core/api/people.ts';
import { SENSITIVE_SERVICES, type SensitiveService } from '../../../core/data/sensitive-services.ts';
import {
  RUNG_OF_SOURCE,
  type AccountFact,
  type AccountFacts,
  type SecondFactor,
  type Stated,
} from '../../../core/evidence/people.ts';
import { RUNGS } from '../../../core/evidence/rungs.ts';
import type { Instant } from '../../../core/time.ts';

const DAY_MS = 86_400_000;
/** A quarter: after that an account has to be confirmed again. Source: control AUD-03. */
export const CONFIRMED_FOR_DAYS = 92;

/** What a cell of the matrix says. `unknown`: nobody told; `expired`: what was told counts no more. */
export type FactorState = SecondFactor | 'unknown' | 'expired' | 'conflict' | 'inactive';

/** Statements that still count, the strongest rung first, the newest first within a rung. */
export function liveOf<F extends AccountFact>(
  account: AccountRow,
  fact: F,
  now: Instant,
): readonly Stated<AccountFacts[F]>[] {
  return statementsOf(account, fact).filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}

/** All statements of a fact, in the same order. */
export function statementsOf<F extends AccountFact>(account: AccountRow, fact: F): readonly Stated<AccountFacts[F]>[] {
  const statements = account.facts[fact];
  return [...(statements ?? [])].sort(
    (one, other) =>
      RUNGS.indexOf(RUNG_OF_SOURCE[one.source]) - RUNGS.indexOf(RUNG_OF_SOURCE[other.source]) ||
      other.statedAt.localeCompare(one.statedAt),
  );
}

export function isActive(account: AccountRow, now: Instant): boolean {
  return liveOf(account, 'isActive', now)[0]?.value !== false;
}

export function factorState(account: AccountRow, now: Instant): FactorState {
  if (!isActive(account, now)) return 'inactive';
  if (account.conflicts.includes('secondFactor')) return 'conflict';
  const [strongest] = liveOf(account, 'secondFactor', now);
  if (strongest) return strongest.value;
  return statementsOf(account, 'secondFactor').length > 0 ? 'expired' : 'unknown';
}

/** Columns of the matrix: what the shop says it uses, and whatever somebody has an account with. */
export function servicesShown({ people, unmatched, services }: PeopleRegister): readonly SensitiveService[] {
  const held = new Set([...people.flatMap(({ accounts }) => accounts), ...unmatched].map(({ service }) => service));
  return SENSITIVE_SERVICES.filter((service) => held.has(service) || services[service] === true);
}

export const PEOPLE_FILTERS = [
  'all',
  'no-second-factor',
  'not-known',
  'not-confirmed',
  'collaborators',
  'never-accepted',
  'unmatched',
  'left',
] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** People of one view, by name. Who left is in `left` alone, unless an account is still active. */
export function peopleOf({ people }: PeopleRegister, filter: PeopleFilter, now: Instant): readonly PersonRow[] {
  return people
    .filter((person) => belongs(person, filter, now))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function belongs(person: PersonRow, filter: PeopleFilter, now: Instant): boolean {
  const active = person.accounts.filter((account) => isActive(account, now));
  const isHere = person.leftAt === null || active.length > 0;
  const states = active.map((account) => factorState(account, now));
  const kinds = active.flatMap((account) => liveOf(account, 'kind', now)[0]?.value ?? []);
  switch (filter) {
    case 'all':
      return isHere;
    case 'no-second-factor':
      return isHere && states.some((state) => state === 'none' || state === 'registered-only');
    case 'not-known':
      return isHere && states.some((state) => state === 'unknown' || state === 'expired' || state === 'conflict');
    case 'not-confirmed':
      return isHere && active.some((account) => !isConfirmed(account, now));
    case 'collaborators':
      return isHere && kinds.includes('collaborator');
    case 'never-accepted':
      return isHere && kinds.some((kind) => kind === 'invited' || kind === 'requested');
    case 'left':
      return person.leftAt !== null;
    case 'unmatched':
      return false;
  }
}

export function isConfirmed({ confirmedOn }: AccountRow, now: Instant): boolean {
  return (
    confirmedOn !== null && Date.parse(now) - Date.parse(`${confirmedOn}T00:00:00.000Z`) <= CONFIRMED_FOR_DAYS * DAY_MS
  );
}

/** Active accounts of these people: what a review confirms. */
export function accountsToConfirm(people: readonly PersonRow[], now: Instant): readonly string[] {
  return people.flatMap(({ accounts }) => accounts.filter((account) => isActive(account, now)).map(({ id }) => id));
}

/** Whole days between a statement and now; 0: today. */
export function ageInDays(statedAt: Instant, now: Instant): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(statedAt)) / DAY_MS));
}
