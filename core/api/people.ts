import type { SensitiveService } from '../data/sensitive-services.ts';
import type { AccountFact, AccountFacts, PeopleReading, SecondFactor, Stated } from '../evidence/people.ts';
import type { Day, Instant } from '../time.ts';

/** GET /api/people (manager): the register. Names and addresses are here and nowhere else. */
export interface PeopleRegister {
  readonly people: readonly PersonRow[];
  /** Accounts that nobody was matched to. */
  readonly unmatched: readonly AccountRow[];
  readonly readings: readonly PeopleReading[];
  readonly providers: readonly ProviderState[];
  readonly services: Readonly<Record<SensitiveService, boolean | null>>;
  /** Lists that were taken over in the last 30 days, newest first. */
  readonly imports: readonly ImportRow[];
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
  /** The address is a role's ("info@"), not a person's. */
  readonly isGenericMailbox: boolean;
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
  /** For the owner alone: the last four of what names the key; null for others, or when none is connected. */
  readonly keyEnding: string | null;
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
  'too-many', // more accounts than the register holds
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
    readonly problem: 'no-email' | 'bad-email' | 'duplicate' | 'unreadable' | 'bad-value';
  }[];
}

/** First line of an empty list to fill in: every column that is understood. */
export const IMPORT_TEMPLATE =
  'E-mail,Name,Role,Status,Owner,Type,Second factor,Second factor required,Last log-in\r\n';

/** The most that one list may hold. */
export const MOST_IMPORT_ROWS = 5_000;
export const MOST_IMPORT_KB = 250;

/** POST /api/people/import answers with what changed. */
export interface ImportResult {
  readonly added: number;
  readonly updated: number;
  /** Accounts of this source that the list no longer has: marked as not active. */
  readonly gone: number;
  readonly skipped: number;
  readonly importId: string;
}

export interface ImportRow {
  readonly id: string;
  readonly importedAt: Instant;
  readonly source: 'users-export' | 'csv';
  readonly service: SensitiveService;
  readonly accounts: number;
  /** POST /api/people/import/:id/undo brings back what was known before; only of the newest list of its kind. */
  readonly canUndo: boolean;
}

/** POST /api/people (manager). */
export interface AddPerson {
  readonly name: string;
  readonly email: string | null;
  readonly role: string | null;
}

/** PATCH /api/people/:id (manager): at least one field. */
export interface ChangePerson {
  readonly name?: string;
  readonly role?: string | null;
  /** True: works here no more, from now on. */
  readonly hasLeft?: boolean;
}

/** POST /api/people/merge (manager): both are one person; `into` keeps its name, and the addresses of both lead to it. */
export interface MergePeople {
  readonly from: string;
  readonly into: string;
}

/** POST /api/accounts (manager). */
export interface AddAccount {
  readonly personId: string | null;
  readonly service: SensitiveService;
  readonly login: string;
}

/**
 * PATCH /api/accounts/:id (manager): what a person of the shop says of an account; at least one field. Null takes a
 * statement back; `personId` null: it is nobody's.
 */
export interface ChangeAccount {
  readonly personId?: string | null;
  readonly secondFactor?: SecondFactor | null;
  readonly isActive?: boolean | null;
  readonly isShared?: boolean | null;
  readonly isAdmin?: boolean | null;
  readonly isOwner?: boolean | null;
}

/** POST /api/accounts/confirm (manager): these accounts are still needed. Answers with how many. */
export interface ConfirmAccounts {
  readonly ids: readonly string[];
}

/** PATCH /api/services (manager). Null: not said. */
export interface UseService {
  readonly service: SensitiveService;
  readonly isUsed: boolean | null;
}

/** What a connector of each provider asks for, by the fields of `credentials` of PUT /api/identity/:provider (owner). */
export const PROVIDER_CREDENTIALS = {
  /** The key file of a service account as it is, and the address of the administrator in whose name it reads. */
  google: ['serviceAccountKey', 'adminEmail'],
  microsoft: ['tenantId', 'clientId', 'clientSecret'],
  /** "https://name.okta.com" and a token of the API. */
  okta: ['orgUrl', 'apiToken'],
} as const satisfies Record<IdentityProvider, readonly string[]>;

export interface ConnectProvider {
  readonly credentials: Readonly<Record<string, string>>;
}
