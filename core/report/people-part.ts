import { CHECKS } from '../checks/index.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { Account, PeopleBook } from '../evidence/people.ts';
import { collectedValue, type Snapshot } from '../evidence/snapshot.ts';
import { liveAccounts } from '../people/facts.ts';
import { factorsOf } from '../people/second-factor.ts';
import type { ReportFinding, ReportPeople } from './weekly-report.ts';

const KINDS: readonly EvidenceKind[] = ['people', 'selfChecks'];
const ABOUT_PEOPLE: ReadonlySet<string> = new Set(
  CHECKS.filter(({ requires }) => requires.some((kind) => KINDS.includes(kind))).map(({ id }) => id),
);

/** Who can sign in to the store, and how many of them without a second factor. What is not known is counted as such. */
export function peoplePart(snapshot: Snapshot, open: readonly ReportFinding[]): ReportPeople {
  const failing = open.filter(({ checkId, severity }) => severity !== 'info' && ABOUT_PEOPLE.has(checkId)).length;
  const book = collectedValue(snapshot, 'people');
  const accounts = book ? liveAccounts(book, 'shopify', snapshot.takenAt) : [];
  if (!book || accounts.length === 0) {
    return { people: null, withoutSecondFactor: null, secondFactorUnknown: null, failing };
  }
  const without = holdersOf(accounts.filter((account) => seen(book, account, snapshot).isOpen));
  const unknown = holdersOf(accounts.filter((account) => seen(book, account, snapshot).isUnknown));
  return {
    people: holdersOf(accounts).size,
    withoutSecondFactor: without.size,
    secondFactorUnknown: [...unknown].filter((holder) => !without.has(holder)).length,
    failing,
  };
}

function seen(book: PeopleBook, account: Account, { takenAt }: Snapshot) {
  const { open, gap } = factorsOf(book, [account], takenAt);
  return { isOpen: open.length > 0, isUnknown: gap !== null };
}

/** One person with two accounts is one; an account that nobody was matched to counts for itself. */
function holdersOf(accounts: readonly Account[]): ReadonlySet<string> {
  return new Set(accounts.map(({ id, personId }) => personId ?? `account ${id}`));
}
