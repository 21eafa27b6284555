import { ACCOUNT_FACTS, PEOPLE_SOURCES, type AccountFact, type AccountFacts } from '../../core/evidence/people.ts';
import type { Account, PeopleSource, Stated } from '../../core/evidence/people.ts';
import type { SensitiveService } from '../../core/data/sensitive-services.ts';
import type { Instant } from '../../core/time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A provider that answers no more must not look fresh for ever. */
const PROVIDER_DAYS = 14;
/** A file is stale at once. Source: control MFA-02, "checked within 90 days". */
const FILE_DAYS = 90;
/** Second factors of the shop's own accounts and of the mailboxes that reset them all. Source: MFA-01 to MFA-05. */
const CLOSE_SERVICES: ReadonlySet<SensitiveService> = new Set(['shopify', 'mail']);
const CLOSE_DAYS = 90;
/** Source: MFA-06, MFA-07. */
const OTHER_DAYS = 180;

/** One fact as one source stated it, as it is kept. */
export interface KeptStatement {
  readonly value: unknown;
  readonly statedAt: Instant;
  readonly expiresAt: Instant | null;
}
export type KeptFacts = { readonly [F in AccountFact]?: KeptStatement };
/** What each source says of one account. A source that is read again replaces its own part, and no other. */
export type Statements = { readonly [S in PeopleSource]?: KeptFacts };

/** When a statement made at `statedAt` ends. */
export function endOf(source: PeopleSource, service: SensitiveService, fact: AccountFact, statedAt: Date): Instant {
  return new Date(statedAt.getTime() + daysOf(source, service, fact) * DAY_MS).toISOString();
}

function daysOf(source: PeopleSource, service: SensitiveService, fact: AccountFact): number {
  if (source === 'users-export' || source === 'csv') return FILE_DAYS;
  if (source !== 'attestation') return PROVIDER_DAYS;
  return fact === 'secondFactor' && CLOSE_SERVICES.has(service) ? CLOSE_DAYS : OTHER_DAYS;
}

/** What one source told of one account, to be kept. */
export function kept(
  source: PeopleSource,
  service: SensitiveService,
  facts: Partial<AccountFacts>,
  statedAt: Date,
): KeptFacts {
  const told = ACCOUNT_FACTS.filter((fact) => facts[fact] !== undefined).map((fact) => [
    fact,
    { value: facts[fact], statedAt: statedAt.toISOString(), expiresAt: endOf(source, service, fact, statedAt) },
  ]);
  return Object.fromEntries(told) as KeptFacts;
}

/** By fact, the strongest source first: as evidence and pages have it. */
export function factsOf(statements: Statements): Account['facts'] {
  const facts = ACCOUNT_FACTS.flatMap((fact) => {
    const told = PEOPLE_SOURCES.flatMap((source): Stated<unknown>[] => {
      const one = statements[source]?.[fact];
      return one ? [{ value: one.value, source, statedAt: one.statedAt, expiresAt: one.expiresAt }] : [];
    });
    return told.length > 0 ? [[fact, told] as const] : [];
  });
  return Object.fromEntries(facts);
}

/** Whether a source that was read again says something else. A newer last log-in alone is no news. */
export function saysOtherwise(before: KeptFacts | undefined, after: KeptFacts | undefined): boolean {
  const plain = (facts: KeptFacts | undefined) =>
    JSON.stringify(
      ACCOUNT_FACTS.map((fact) => {
        const value = facts?.[fact]?.value;
        return fact === 'lastSignInAt' && typeof value === 'string' ? 'some day' : (value ?? null);
      }),
    );
  return plain(before) !== plain(after) || (before === undefined) !== (after === undefined);
}
