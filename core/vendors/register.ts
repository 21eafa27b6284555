import type { VendorRiskWeights } from '../data/vendor-risk.ts';
import type { EvidenceByKind } from '../evidence/kinds.ts';
import type { VendorBook } from '../evidence/vendors.ts';
import type { Instant } from '../time.ts';
import { foundVendors, type TraceEvidence } from './found-vendors.ts';
import type { FoundVendor, Vendor } from './vendor.ts';

export { keyOfVendorId, vendorIdOf } from './keys.ts';

/** Prahari's own part in the shop. */
export interface OwnPart {
  /** Permissions granted to us; null: not known. */
  readonly scopes: readonly string[] | null;
  readonly isBeaconOn: boolean;
}

export interface RegisterOptions {
  readonly asOf: Instant;
  /** Absent: ours. */
  readonly weights?: VendorRiskWeights | undefined;
  readonly own: OwnPart;
  /** Kinds of traces that could not be read: who left such ones before stays, with the day when it was last seen. */
  readonly unread?: readonly UnreadPart[];
}

/** Parts of the look-out that can fail as a whole. */
export type UnreadPart = 'theme' | 'storefront' | 'gateways' | 'api';

/** Who is in the shop: what was found, what people said of it, and what follows. By risk, the highest first. */
export function vendorRegister(
  _found: readonly FoundVendor[],
  _book: VendorBook,
  _options: RegisterOptions,
): readonly Vendor[] {
  return [];
}

export type RegisterEvidence = TraceEvidence & Partial<Pick<EvidenceByKind, 'vendorBook' | 'access' | 'law'>>;

/** The register of one snapshot. */
export function registerOf(evidence: RegisterEvidence, asOf: Instant): readonly Vendor[] {
  const book = evidence.vendorBook ?? { entries: [], sightings: [] };
  return vendorRegister(foundVendors(evidence), book, {
    asOf,
    weights: evidence.law?.vendorRisk,
    own: { scopes: evidence.access?.granted ?? null, isBeaconOn: evidence.scriptBook?.beacon.isOn ?? false },
  });
}
