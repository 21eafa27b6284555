import type { SensitiveService } from '../data/sensitive-services.ts';
import type { Day, Instant } from '../time.ts';
import type { Rung } from './rungs.ts';

/** Where a statement about an account came from, strongest first. */
export const PEOPLE_SOURCES = [
  'shopify-staff', // GraphQL staffMembers, Plus and Advanced
  'shopify-rest', // REST users, custom apps on Plus
  'google', // Workspace Directory, Reports, Policy API
  'microsoft', // Entra
  'okta',
  'users-export', // the file that the admin of Shopify exports
  'csv', // any other list
  'attestation', // a person says so
] as const;
export type PeopleSource = (typeof PEOPLE_SOURCES)[number];

export const RUNG_OF_SOURCE: Readonly<Record<PeopleSource, Rung>> = {
  'shopify-staff': 'platform',
  'shopify-rest': 'platform',
  google: 'identity-provider',
  microsoft: 'identity-provider',
  okta: 'identity-provider',
  'users-export': 'export',
  csv: 'export',
  attestation: 'attested',
};

/** `registered-only`: set up, but the policy does not let it be used. `unnamed`: on, method not told. */
export const SECOND_FACTORS = ['none', 'registered-only', 'sms', 'unnamed', 'app', 'key'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

export const ACCOUNT_KINDS = ['regular', 'restricted', 'invited', 'requested', 'collaborator', 'saml'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What can be known of one account. Each is stated by one source or several, or by none: unknown is not "no". */
export interface AccountFacts {
  readonly isActive: boolean;
  readonly isOwner: boolean;
  /** Full permissions, or administrator of the mail system. */
  readonly isAdmin: boolean;
  readonly kind: AccountKind;
  readonly secondFactor: SecondFactor;
  readonly isSecondFactorEnforced: boolean;
  /** The last log-in that succeeded; null: never. */
  readonly lastSignInAt: Instant | null;
  /** What the identity provider says; its "unknown" is left out. */
  readonly passwordStrength: 'strong' | 'weak';
  readonly passwordLength: 'compliant' | 'non-compliant';
  /** Used by more than one person. */
  readonly isShared: boolean;
}
export type AccountFact = keyof AccountFacts;
export const ACCOUNT_FACTS = [
  'isActive',
  'isOwner',
  'isAdmin',
  'kind',
  'secondFactor',
  'isSecondFactorEnforced',
  'lastSignInAt',
  'passwordStrength',
  'passwordLength',
  'isShared',
] as const satisfies readonly AccountFact[];

export interface Stated<T> {
  readonly value: T;
  readonly source: PeopleSource;
  readonly statedAt: Instant;
  /** From then on it counts no more; null: until the source is read again. */
  readonly expiresAt: Instant | null;
}

/** One log-in of one service. Nobody's name or address is in it: `label` is masked ("pr•••@shop.example"). */
export interface Account {
  readonly id: string;
  readonly service: SensitiveService;
  /** Null: nobody was matched to it. */
  readonly personId: string | null;
  readonly label: string;
  /** The part before the @ is a role's ("info", "sales"), not a person's. */
  readonly isGenericMailbox: boolean;
  readonly facts: { readonly [F in AccountFact]?: readonly Stated<AccountFacts[F]>[] };
  /** Day on which an owner last confirmed that this account is needed: the quarterly review. */
  readonly confirmedOn: Day | null;
}

export interface Person {
  readonly id: string;
  /** Masked, for findings: "Pr••• S•••". */
  readonly label: string;
  /** Day since when the person works here no more. */
  readonly leftAt: Instant | null;
  readonly hasRole: boolean;
}

/** One reading of one source. */
export interface PeopleReading {
  readonly source: PeopleSource;
  readonly readAt: Instant;
  /** Facts that this source told at all; those of `ACCOUNT_FACTS` that are missing it does not know. */
  readonly tells: readonly AccountFact[];
  readonly accounts: number;
}

/** The rule for passwords of one service, as the identity provider or a person states it. */
export interface PasswordPolicy {
  readonly service: SensitiveService;
  readonly source: PeopleSource;
  readonly statedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly minLength: number | null;
  readonly needsLetterAndDigit: boolean | null;
  /** Common passwords are refused. */
  readonly hasBlocklist: boolean | null;
  /** Days after which a password must change; 0: never. */
  readonly expiresAfterDays: number | null;
}

/** People with access, their accounts, and what each source says of them. */
export interface PeopleBook {
  readonly people: readonly Person[];
  readonly accounts: readonly Account[];
  readonly policies: readonly PasswordPolicy[];
  readonly readings: readonly PeopleReading[];
  /** Which services the merchant says are used; null: not said. */
  readonly services: Readonly<Record<SensitiveService, boolean | null>>;
}
