import type { EvidenceItem } from './api/security.ts';
import { SELF_CHECK_DAYS } from './evidence/attestations.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import type { EvidenceByKind, EvidenceKind } from './evidence/kinds.ts';
import { RUNG_OF_SOURCE, type PeopleBook } from './evidence/people.ts';
import { RUNGS, type Rung } from './evidence/rungs.ts';
import type { Collected, Snapshot } from './evidence/snapshot.ts';
import type { Day, Instant } from './time.ts';

const DAY_MS = 86_400_000;

type PerKind<T> = { readonly [K in EvidenceKind]?: (value: EvidenceByKind[K]) => T };

/** What people count of each kind; a kind that is not here is one thing. */
const COUNTS: PerKind<number> = {
  domains: (domains) => domains.length,
  locations: (locations) => locations.length,
  policies: (policies) => policies.length,
  theme: ({ files }) => files.length,
  registrations: (registrations) => registrations.length,
  registry: (entries) => entries.length,
  orders: ({ orders }) => orders.length,
  companyBuyers: (buyers) => buyers.length,
  catalogue: ({ products }) => products.length,
  storefront: ({ hosts }) => hosts.length,
  dns: (domains) => domains.length,
  people: ({ people }) => people.length,
  selfChecks: ({ passwords, devices }) => passwords.length + devices.length,
  attestations: (statements) => statements.length,
  dataSample: ({ orders, customers }) => orders + customers,
  fileScans: (scans) => scans.length,
  themeBaseline: ({ files }) => files.length,
  records: ({ openAlerts }) => openAlerts.length,
  vendorTraces: ({ traces }) => traces.length,
  vendorBook: ({ entries }) => entries.length,
  scriptBook: ({ decisions }) => decisions.length,
};

/** When each statement ends. Kinds that are not here are read anew by each check. */
const ENDS: PerKind<readonly Instant[]> = {
  attestations: (statements) => statements.map(({ expiresAt }) => expiresAt),
  people: endsOfStatements,
  vendorBook: ({ entries }) =>
    entries.flatMap(({ papers }) => papers.flatMap(({ validUntil }) => (validUntil ? [endOfDay(validUntil)] : []))),
  selfChecks: ({ passwords, devices }) =>
    [...passwords, ...devices].map(({ checkedAt }) =>
      new Date(Date.parse(checkedAt) + SELF_CHECK_DAYS * DAY_MS).toISOString(),
    ),
};

/** Each kind of evidence: from where, how old, until when, how much; or why it is missing. */
export function evidenceItems({ evidence, takenAt }: Snapshot): EvidenceItem[] {
  return EVIDENCE_KINDS.map((kind) => itemOf(kind, evidence[kind], takenAt));
}

function itemOf(kind: EvidenceKind, collected: Collected<unknown> | undefined, asOf: Instant): EvidenceItem {
  const nothing = { kind, rung: null, collectedAt: null, expiresAt: null, missingScopes: [], count: null };
  if (!collected) return { ...nothing, reason: 'not-collected' };
  const { collectedAt } = collected;
  if (collected.status !== 'collected') {
    return { ...nothing, collectedAt, reason: collected.reason, missingScopes: collected.missingScopes ?? [] };
  }
  // The value is of its kind: collectors and store check the shape.
  const value = collected.value as never;
  const ends = ENDS[kind]?.(value).filter((end) => end > asOf) ?? [];
  return {
    ...nothing,
    reason: null,
    collectedAt,
    rung: kind === 'people' ? rungOfPeople(value, collected.rung) : collected.rung,
    count: COUNTS[kind]?.(value) ?? null,
    expiresAt: [...ends].sort()[0] ?? null,
  };
}

/** The register holds statements of several rungs: the weakest source that was read is shown. */
function rungOfPeople({ readings }: PeopleBook, collectedAs: Rung): Rung {
  return RUNGS[Math.max(...readings.map(({ source }) => RUNGS.indexOf(RUNG_OF_SOURCE[source])))] ?? collectedAs;
}

function endsOfStatements({ accounts, policies }: PeopleBook): Instant[] {
  const facts = accounts.flatMap((account) => Object.values(account.facts).flat());
  return [...facts, ...policies].flatMap(({ expiresAt }) => expiresAt ?? []);
}

/** The last moment of a day in India. */
const endOfDay = (day: Day): Instant => new Date(Date.parse(`${day}T23:59:59.999+05:30`)).toISOString();
