import type { SensitiveService } from '../data/sensitive-services.ts';
import type {
  AccountFact,
  AccountFacts,
  PeopleReading,
  PeopleSource,
  SecondFactor,
  Stated,
} from '../evidence/people.ts';
import type { Day, Instant } from '../time.ts';

/** GET /api/people (manager): the register. Names and addresses are here and nowhere else. */
export interface PeopleRegister {
  readonly people: readonly PersonRow[];
  /** Accounts that nobody was matched to. */
  readonly unmatched: readonly AccountRow[];
  readonly readings: readonly PeopleReading[];
  readonly providers: readonly ProviderState[];
  readonly services: Readonly<Record<SensitiveService, boolean | null>>;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
  readonly leftAt: Instant | null;
  readonly accounts: readonly AccountRow[];
  readonly selfCheck: {
    readonly invitedAt: Instant | null;
    readonly passwordCheckedAt: Instant | null;
    readonly deviceCheckedAt: Instant | null;
  };
}

export interface AccountRow {
  readonly id: string;
  readonly service: SensitiveService;
  /** The log-in as it is: an address or a user name. */
  readonly login: string;
  readonly facts: { readonly [F in AccountFact]?: readonly Stated<AccountFacts[F]>[] };
  /** Facts of which two live statements differ. */
  readonly conflicts: readonly AccountFact[];
  readonly confirmedOn: Day | null;
}

/** Identity providers that a merchant can connect. */
export const IDENTITY_PROVIDERS = ['google', 'microsoft', 'okta'] as const;
export type IdentityProvider = (typeof IDENTITY_PROVIDERS)[number];

export interface ProviderState {
  readonly provider: IdentityProvider;
  readonly isConnected: boolean;
  readonly connectedAt: Instant | null;
  readonly lastReadAt: Instant | null;
  readonly accounts: number;
  /** Why the last reading brought nothing; null: it brought something, or there was none. */
  readonly problem: ProviderProblem | null;
  readonly pausedUntil: Instant | null;
}
export const PROVIDER_PROBLEMS = [
  'key-refused', // the key or its consent was withdrawn
  'not-permitted', // the key lacks a right: which one, the page says
  'limited', // too many calls: we wait
  'unreachable',
  'unexpected-shape',
] as const;
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number];

/** POST /api/people/import/preview and POST /api/people/import: a list of users as CSV text. */
export interface ImportRequest {
  readonly csv: string;
  readonly service: SensitiveService;
  readonly source: 'users-export' | 'csv';
  /** Column of the file for each field that the person set right; the rest is found by header. */
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
}
export const IMPORT_FIELDS = [
  'email',
  'name',
  'role',
  'isActive',
  'isOwner',
  'kind',
  'secondFactor',
  'isSecondFactorEnforced',
  'lastSignInAt',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export interface ImportPreview {
  readonly headers: readonly string[];
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** Fields that the file does not tell: what they would say stays unknown. */
  readonly notFound: readonly ImportField[];
  readonly rows: number;
  /** The first ten, as they would be taken. */
  readonly sample: readonly Readonly<Partial<Record<ImportField, string>>>[];
  readonly problems: readonly {
    readonly line: number;
    readonly problem: 'no-email' | 'bad-email' | 'duplicate' | 'unreadable';
  }[];
}

/** POST /api/people/import answers with what changed. */
export interface ImportResult {
  readonly added: number;
  readonly updated: number;
  /** Accounts of this source that the list no longer has: marked as not active. */
  readonly gone: number;
  readonly skipped: number;
  readonly importId: string;
}

/** POST /api/people/attest: a person of the shop says how an account is protected. */
export interface AccountStatement {
  readonly accountId: string;
  readonly secondFactor?: SecondFactor;
  readonly isActive?: boolean;
  readonly isShared?: boolean;
}

export type { PeopleSource };
