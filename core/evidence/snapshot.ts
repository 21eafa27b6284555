import type { EvidenceByKind, EvidenceKind } from './kinds.ts';
import type { Instant } from '../time.ts';
import type { Rung } from './rungs.ts';

/** Why a kind of evidence could not be had. The page says each in words; none is ever read as "all good". */
export const UNAVAILABLE_REASONS = [
  'not-permitted', // Shopify answers ACCESS_DENIED: a scope is missing
  'token-refused', // the app's access ended: a person must open it
  'throttled', // the shop's query budget was spent
  'timed-out', // the collector passed its deadline
  'unreachable', // no connection, or 5xx after all retries
  'unexpected-shape', // the answer is not what the documentation says
  'collector-failed', // our own defect
  'not-connected', // no look-up service was connected: the merchant may do so
  'not-asked', // nothing was asked yet: the answer comes with the next check
  'not-stated', // only the merchant can tell, and has not yet
  'expired', // what was said is too old to count
  'switched-off', // the merchant may switch it on
  'blocked', // the storefront refused the visit, or asked whether we are human
  'too-little', // there is an answer, but it says too little to judge by
  'not-collected', // this snapshot is older than the collector
] as const;
export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[number];

export type Collected<T> =
  | { readonly status: 'collected'; readonly value: T; readonly collectedAt: Instant; readonly rung: Rung }
  | {
      readonly status: 'unavailable';
      readonly reason: UnavailableReason;
      readonly collectedAt: Instant;
      /** For `not-permitted`: the scopes that would open it. */
      readonly missingScopes?: readonly string[];
    };

export type EvidenceSet = { readonly [K in EvidenceKind]?: Collected<EvidenceByKind[K]> };

/**
 * One shop's evidence at one time. Stored before it is judged, and never changed, except that the tax numbers of a buyer
 * who asks to be forgotten are removed. Plain JSON.
 */
export interface Snapshot {
  readonly shop: string;
  readonly takenAt: Instant;
  readonly evidence: EvidenceSet;
}

/** What was collected of a kind; null: it is missing, for whatever reason. */
export function collectedValue<K extends EvidenceKind>({ evidence }: Snapshot, kind: K): EvidenceByKind[K] | null {
  const collected: EvidenceSet[K] = evidence[kind];
  return collected?.status === 'collected' ? collected.value : null;
}
