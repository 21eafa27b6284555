import type { FiledReturn, LookUpService, RegistryRecord, UnknownReason } from '../../core/evidence/registry.ts';

/** What a service answered for one number, judged by the data in it, never by its status or the word "success". */
export type RegistryAnswer =
  { readonly kind: 'known'; readonly record: RegistryRecord } | { readonly kind: 'not-found' } | UnknownAnswer;

export type ReturnsAnswer = { readonly kind: 'known'; readonly filed: readonly FiledReturn[] } | UnknownAnswer;

export interface UnknownAnswer {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** How long the service wants to be left alone, where it says so. */
  readonly retryAfterMs: number | null;
}

/** Thrown inside an adapter, and told as an unknown answer. It never holds what the service sent. */
export class NotKnown extends Error {
  readonly reason: UnknownReason;
  readonly retryAfterMs: number | null;

  constructor(reason: UnknownReason, retryAfterMs: number | null = null) {
    super(`The registry is not known: ${reason}`);
    this.name = 'NotKnown';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One HTTP answer of a service. */
export interface ServiceReply {
  readonly status: number;
  /** Parsed JSON; undefined when it was none. */
  readonly json: unknown;
  readonly retryAfterMs: number | null;
}

export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  /** Below the service's host, with its query. Never a key in it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Signing in costs nothing: it does not count against the day's budget. */
  readonly isFree?: boolean;
}

/** What an adapter is handed for one shop. */
export interface ServiceClient {
  /** By the service's own names: core/api/look-up-services.ts. */
  readonly credentials: Readonly<Record<string, string>>;
  /** @throws {NotKnown} unreachable, too large, or the budget of the day is spent */
  readonly send: (request: ServiceRequest) => Promise<ServiceReply>;
  /** A token that the service gave earlier, kept sealed for the shop. */
  readonly session: {
    read(): Promise<string | null>;
    keep(token: string, livesMs: number): Promise<void>;
    forget(): Promise<void>;
  };
}

/** One look-up service: one file, one line in index.ts. */
export interface LookUpAdapter {
  readonly id: LookUpService;
  readonly hosts: { readonly live: string; readonly test: string };
  /** Numbers of the service's own documentation, asked for in test mode though their check character may be wrong. */
  readonly testNumbers: readonly string[];
  /** @throws {NotKnown} */
  lookUp(gstin: string, client: ServiceClient): Promise<RegistryAnswer>;
  /**
   * Every return filed in one financial year, "2026-27". Absent: the service does not tell.
   * @throws {NotKnown}
   */
  returns?(gstin: string, financialYear: string, client: ServiceClient): Promise<readonly FiledReturn[]>;
}
