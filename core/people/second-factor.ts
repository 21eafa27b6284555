import type { Account, AccountFact, PeopleBook, SecondFactor } from '../evidence/people.ts';
import type { Instant } from '../time.ts';
import { factOf, isProtecting, secondFactorOf, type KnownFact } from './facts.ts';

/** The second factors of some accounts: which are open, and whether of others too little is known. */
export interface FactorsSeen {
  readonly open: readonly { readonly account: Account; readonly messageId: 'none' | 'registeredOnly' }[];
  /** Why something of them is not known; null: all is. */
  readonly gap: 'expired' | 'too-little' | null;
  readonly facts: readonly KnownFact<SecondFactor>[];
}

/** Statements older than this do not tell how an account is protected today: controls MFA-01 to MFA-03. */
const MAX_AGE_DAYS = 90;

export function factorsOf(
  book: Pick<PeopleBook, 'accounts'>,
  accounts: readonly Account[],
  asOf: Instant,
  maxAgeDays = MAX_AGE_DAYS,
): FactorsSeen {
  const open: FactorsSeen['open'][number][] = [];
  const facts: KnownFact<SecondFactor>[] = [];
  const unknown: Account[] = [];
  const mailboxes = mailboxesByPerson(book, accounts, asOf);
  for (const account of accounts) {
    const known =
      secondFactorOf(account, asOf, maxAgeDays) ??
      (isSaml(account, asOf) ? factorOfPerson(mailboxes.get(account.personId ?? ''), asOf, maxAgeDays) : null);
    if (known === null) unknown.push(account);
    else {
      facts.push(known);
      if (!isProtecting(known.value)) {
        open.push({ account, messageId: known.value === 'none' ? 'none' : 'registeredOnly' });
      }
    }
  }
  return { open, facts, gap: unknown.length === 0 ? null : gapOfFact(unknown, 'secondFactor') };
}

/** Of accounts of which a fact is not known: whether something was said once, of each. */
export function gapOfFact(unknown: readonly Account[], fact: AccountFact): 'expired' | 'too-little' {
  return unknown.every(({ facts }) => (facts[fact]?.length ?? 0) > 0) ? 'expired' : 'too-little';
}

function isSaml(account: Account, asOf: Instant): boolean {
  return account.personId !== null && factOf(account, 'kind', asOf)?.value === 'saml';
}

/** Who comes in through an identity provider is protected there, and the mailbox is its account. */
function mailboxesByPerson(
  { accounts: all }: Pick<PeopleBook, 'accounts'>,
  accounts: readonly Account[],
  asOf: Instant,
): ReadonlyMap<string, readonly Account[]> {
  const byPerson = new Map<string, Account[]>();
  if (!accounts.some((account) => isSaml(account, asOf))) return byPerson;
  for (const account of all) {
    if (account.service !== 'mail' || account.personId === null) continue;
    const before = byPerson.get(account.personId);
    if (before) before.push(account);
    else byPerson.set(account.personId, [account]);
  }
  return byPerson;
}

/** The worst of the person's mailboxes; null when one of them is not known, or there is none. */
function factorOfPerson(
  mailboxes: readonly Account[] | undefined,
  asOf: Instant,
  maxAgeDays: number,
): KnownFact<SecondFactor> | null {
  const known = (mailboxes ?? []).map((mailbox) => secondFactorOf(mailbox, asOf, maxAgeDays));
  if (known.includes(null)) return null;
  return known.find((fact) => fact && !isProtecting(fact.value)) ?? known[0] ?? null;
}
