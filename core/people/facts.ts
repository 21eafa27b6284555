import type { SensitiveService } from '../data/sensitive-services.ts';
import { daysSince } from '../days-since.ts';
import {
  RUNG_OF_SOURCE,
  type Account,
  type AccountFact,
  type AccountFacts,
  type PeopleBook,
  type PeopleSource,
  type Stated,
} from '../evidence/people.ts';
import { RUNGS, type Rung } from '../evidence/rungs.ts';
import type { Instant } from '../time.ts';

/** What is known of one fact of one account, and how well. */
export interface KnownFact<T> {
  readonly value: T;
  readonly source: PeopleSource;
  readonly rung: Rung;
  readonly statedAt: Instant;
  /** Another source says otherwise, and its statement counts too. */
  readonly isConflict: boolean;
}

/**
 * What counts of a fact as of a moment: statements not from the future and not ended, of the strongest rung, then the
 * newest. `maxAgeDays`: older ones do not count, whatever their own end. Null: nobody says anything that counts, which
 * is not "no".
 */
export function factOf<F extends AccountFact>(
  account: Account,
  fact: F,
  asOf: Instant,
  maxAgeDays = Infinity,
): KnownFact<AccountFacts[F]> | null {
  const [best, ...others] = liveStatements<AccountFacts[F]>(account.facts[fact] ?? [], asOf, maxAgeDays);
  if (!best) return null;
  const { value, source, statedAt } = best;
  const isConflict = others.some((other) => other.source !== source && differ(fact, value, other.value));
  return { value, source, rung: RUNG_OF_SOURCE[source], statedAt, isConflict };
}

/**
 * The second factor of an account. Where the strongest source knows only that there is one, a weaker one that names
 * its kind is believed about the kind.
 */
export function secondFactorOf(
  account: Account,
  asOf: Instant,
  maxAgeDays = Infinity,
): KnownFact<AccountFacts['secondFactor']> | null {
  const known = factOf(account, 'secondFactor', asOf, maxAgeDays);
  if (known?.value !== 'unnamed') return known;
  const named = liveStatements(account.facts.secondFactor ?? [], asOf, maxAgeDays).find(
    ({ value }) => value !== 'unnamed' && isProtecting(value),
  );
  if (!named) return known;
  const { value, source, statedAt } = named;
  return { ...known, value, source, rung: RUNG_OF_SOURCE[source], statedAt };
}

/** Whether a log-in asks for more than a password. Merely registered, it does not. */
export function isProtecting(factor: AccountFacts['secondFactor']): boolean {
  return factor !== 'none' && factor !== 'registered-only';
}

/**
 * Accounts of a service that somebody can use: active, or not known to be inactive. An invitation that nobody took is
 * no account yet. Without a service: of all.
 */
export function liveAccounts(
  book: Pick<PeopleBook, 'accounts'>,
  service: SensitiveService | null,
  asOf: Instant,
): Account[] {
  return book.accounts.filter(
    (account) =>
      (service === null || account.service === service) && isLive(account, asOf) && !isInvited(account, asOf),
  );
}

/** Invited or asked for, and not taken up. */
export function isInvited(account: Account, asOf: Instant): boolean {
  const kind = factOf(account, 'kind', asOf)?.value;
  return kind === 'invited' || kind === 'requested';
}

export function isLive(account: Account, asOf: Instant): boolean {
  return factOf(account, 'isActive', asOf)?.value !== false;
}

/** The weakest rung among what a verdict stands on; null: on nothing. */
export function weakestRungOf(facts: Iterable<{ readonly rung: Rung } | null>): Rung | null {
  let weakest = -1;
  for (const fact of facts) if (fact) weakest = Math.max(weakest, RUNGS.indexOf(fact.rung));
  return RUNGS[weakest] ?? null;
}

/** Strongest rung first, then newest; of each source only what it said last. */
function liveStatements<T>(statements: readonly Stated<T>[], asOf: Instant, maxAgeDays: number): Stated<T>[] {
  const live = statements.filter(
    ({ statedAt, expiresAt }) =>
      statedAt <= asOf && (expiresAt === null || asOf < expiresAt) && daysSince(statedAt, asOf) <= maxAgeDays,
  );
  if (live.length < 2) return live;
  const newest = new Map<PeopleSource, Stated<T>>();
  for (const statement of live) {
    const before = newest.get(statement.source);
    if (!before || before.statedAt < statement.statedAt) newest.set(statement.source, statement);
  }
  return [...newest.values()].sort(
    (a, b) => strengthOf(a) - strengthOf(b) || Date.parse(b.statedAt) - Date.parse(a.statedAt),
  );
}

function strengthOf({ source }: { readonly source: PeopleSource }): number {
  return RUNGS.indexOf(RUNG_OF_SOURCE[source]);
}

/** Two sources may have seen different log-ins, and one may know only that there is a second factor: no conflict. */
function differ<F extends AccountFact>(fact: F, one: AccountFacts[F], other: AccountFacts[F]): boolean {
  if (fact === 'lastSignInAt' || one === other) return false;
  if (fact !== 'secondFactor') return true;
  const factors = [one, other] as AccountFacts['secondFactor'][];
  return !(factors.includes('unnamed') && factors.every(isProtecting));
}
