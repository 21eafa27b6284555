import type { VendorRiskWeights } from './data/vendor-risk.ts';
import type { EvidenceByKind, EvidenceKind } from './evidence/kinds.ts';
import { collectedValue, type Snapshot, type UnavailableReason } from './evidence/snapshot.ts';
import type { TraceSourceState } from './evidence/vendors.ts';
import type { Instant } from './time.ts';
import { foundVendors } from './vendors/found-vendors.ts';
import type { OwnPart } from './vendors/register.ts';
import type { FoundVendor } from './vendors/vendor.ts';

/** What a snapshot tells of vendors, before anybody's word on them: pages join it with the register as it is now. */
export interface VendorsSummary {
  readonly asOf: Instant;
  readonly found: readonly FoundVendor[];
  readonly sources: readonly TraceSourceState[];
  /** Null: it was read. */
  readonly themeReason: UnavailableReason | null;
  readonly storefrontReason: UnavailableReason | null;
  readonly own: OwnPart;
  /** The operator's; null: ours. */
  readonly weights: VendorRiskWeights | null;
}

export function vendorsSummary(snapshot: Snapshot): VendorsSummary {
  const evidence = traceEvidence(snapshot);
  return {
    asOf: snapshot.takenAt,
    found: foundVendors(evidence),
    sources: evidence.vendorTraces?.sources ?? [],
    themeReason: reasonOf(snapshot, 'theme'),
    storefrontReason: reasonOf(snapshot, 'storefront'),
    own: {
      scopes: collectedValue(snapshot, 'access')?.granted ?? null,
      isBeaconOn: evidence.scriptBook?.beacon.isOn ?? false,
    },
    weights: collectedValue(snapshot, 'law')?.vendorRisk ?? null,
  };
}

const PARTS = ['theme', 'storefront', 'domains', 'vendorTraces', 'scriptBook'] as const;

function traceEvidence(snapshot: Snapshot) {
  const there = PARTS.flatMap((kind) => {
    const value = collectedValue(snapshot, kind);
    return value === null ? [] : [[kind, value] as const];
  });
  return Object.fromEntries(there) as { readonly [K in (typeof PARTS)[number]]?: EvidenceByKind[K] };
}

function reasonOf({ evidence }: Snapshot, kind: EvidenceKind): UnavailableReason | null {
  const collected = evidence[kind];
  return collected?.status === 'collected' ? null : (collected?.reason ?? 'not-collected');
}
