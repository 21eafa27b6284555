import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import type { Rung } from '../../core/evidence/snapshot.ts';
import type { Instant } from '../../core/time.ts';
import type { AdminApi } from '../shopify/admin-api.ts';

/** What a collector is handed. It has nothing else: no store, no clock. */
export interface CollectContext<K extends EvidenceKind> {
  readonly shop: string;
  readonly admin: AdminApi;
  /** The same kind from the shop's newest snapshot that had it: lets the theme collector fetch changed files only. */
  readonly previous: EvidenceByKind[K] | null;
  /** The registrations that the merchant entered, from our own store. */
  readonly registrations: () => Promise<EvidenceByKind['registrations']>;
  /** What the look-up service told of them, and whether one is connected. */
  readonly registry: () => Promise<{ readonly isConnected: boolean; readonly entries: EvidenceByKind['registry'] }>;
  /** What the merchant states of the business. */
  readonly taxProfile: () => Promise<EvidenceByKind['taxProfile']>;
  /** What the operator changed in the dated tables. */
  readonly law: () => Promise<EvidenceByKind['law']>;
  /** When the collector was started: "the last 60 days" end here. */
  readonly asOf: Instant;
  /** Aborted at the collector's deadline. */
  readonly signal: AbortSignal;
}

/** One source, one kind of evidence. Slow, flaky and stupid: it gathers and parses, and never judges. */
export interface Collector<K extends EvidenceKind = EvidenceKind> {
  readonly kind: K;
  readonly rung: Rung;
  readonly deadlineMs: number;
  /** Scopes whose absence explains a denial. */
  readonly scopes: readonly string[];
  /**
   * @throws {AccessDeniedError} with the scopes that are missing
   * @throws the errors of AdminApi
   */
  collect(context: CollectContext<K>): Promise<EvidenceByKind[K]>;
}

export function defineCollector<const K extends EvidenceKind>(collector: Collector<K>): Collector<K> {
  return collector;
}
