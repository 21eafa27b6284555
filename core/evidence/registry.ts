import type { Day, Instant } from '../time.ts';

/** Services that answer for the GST registry. */
export const LOOK_UP_SERVICES = ['sandbox-co-in', 'cashfree', 'setu', 'cleartax'] as const;
export type LookUpService = (typeof LOOK_UP_SERVICES)[number];

export const REGISTRATION_STATUSES = ['active', 'suspended', 'cancelled', 'inactive', 'provisional'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const TAXPAYER_KINDS = [
  'regular',
  'composition',
  'casual',
  'sez',
  'isd',
  'tds',
  'tcs',
  'uin',
  'nrtp',
  'oidar',
  'government',
] as const;
export type TaxpayerKind = (typeof TAXPAYER_KINDS)[number];

/** What a look-up service says of one number. Null: it did not say, which is not "no". */
export interface RegistryRecord {
  readonly legalName: string | null;
  readonly tradeName: string | null;
  readonly status: RegistrationStatus | null;
  readonly taxpayerKind: TaxpayerKind | null;
  /** As the registry writes it: "Private Limited Company". */
  readonly constitution: string | null;
  readonly registeredOn: Day | null;
  readonly cancelledOn: Day | null;
  readonly principal: RegistryPlace | null;
  /** Null: this service does not tell; empty: there is none. */
  readonly additional: readonly RegistryPlace[] | null;
  readonly isEInvoicing: boolean | null;
  readonly isBlockedForEwayBill: boolean | null;
  readonly lastUpdatedOn: Day | null;
}

/** A place of business, as far as checks ask: no street. */
export interface RegistryPlace {
  readonly pin: string | null;
  /** GST code. */
  readonly stateCode: string | null;
}

/** Why an answer is not known. Never shown as valid or invalid. */
export const UNKNOWN_REASONS = [
  'key-refused', // the service does not accept the key
  'payment-needed', // its balance is spent
  'limited', // too many calls: the service's limit or our budget
  'unreachable', // no answer, or the service is down
  'source-down', // the service says that the GST system is down
  'unexpected-shape', // the answer is not what its documentation says
  'not-supported', // the service does not look up numbers of this kind
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export const WATCHED_FIELDS = ['status', 'legalName', 'tradeName', 'taxpayerKind', 'principal', 'additional'] as const;
export type WatchedField = (typeof WATCHED_FIELDS)[number];

/** One of the merchant's own registrations, as the registry tells of it. */
export interface RegistryEntry {
  readonly gstin: string;
  /** The newest answer that told something, however old; null: none ever came. */
  readonly known: {
    readonly record: RegistryRecord;
    readonly service: LookUpService;
    readonly learnedAt: Instant;
  } | null;
  /** The newest question; null: not asked yet. */
  readonly asked: {
    readonly service: LookUpService;
    readonly at: Instant;
    readonly outcome: 'known' | 'not-found' | UnknownReason;
  } | null;
  /** What differed from the answer before, within the last 90 days, newest first. */
  readonly changes: readonly { readonly field: WatchedField; readonly noticedAt: Instant }[];
  /** Returns filed, newest period first; null: the service does not tell. */
  readonly returns: { readonly filed: readonly FiledReturn[]; readonly learnedAt: Instant } | null;
}

export interface FiledReturn {
  /** "GSTR1", "GSTR3B", "CMP08" … */
  readonly form: string;
  /** Month in which the period ends, "2026-10". */
  readonly period: string;
  readonly filedOn: Day | null;
}
