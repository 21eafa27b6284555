import type { EvidenceByKind } from '../evidence/kinds.ts';
import type { FoundVendor } from './vendor.ts';

/** What traces of vendors are read from. What is not there leaves none. */
export type TraceEvidence = Partial<
  Pick<EvidenceByKind, 'theme' | 'storefront' | 'domains' | 'vendorTraces' | 'scriptBook'>
>;

/** Everybody of whom there is a trace, one row a vendor, by name. Shopify's own parts are among them, marked. */
export function foundVendors(_evidence: TraceEvidence): readonly FoundVendor[] {
  return [];
}
