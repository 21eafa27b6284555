import type { Instant } from '../../time.ts';
import type { EvidenceByKind, EvidenceKind } from '../kinds.ts';
import { collectedValue, type Snapshot, type UnavailableReason } from '../snapshot.ts';
import type { GstSummary, NoFigures } from '../summaries.ts';
import { isExport } from './exports.ts';
import { hsnCoverage } from './hsn-coverage.ts';
import { returnCalendar } from './return-calendar.ts';
import { statePlaces } from './state-places.ts';
import { taxAudit } from './tax-audit.ts';

type Found<K extends EvidenceKind> = { readonly [P in K]: EvidenceByKind[P] };

/**
 * What the GST page shows of a snapshot. Each part stands alone: one whose evidence is missing says why, and costs no
 * other its figures. Linear in orders and variants.
 */
export function gstSummary(snapshot: Snapshot, asOf: Instant = snapshot.takenAt): GstSummary {
  const orders = collectedValue(snapshot, 'orders');
  const registry = collectedValue(snapshot, 'registry');
  const [taxProfile, companyBuyers] = [
    collectedValue(snapshot, 'taxProfile'),
    collectedValue(snapshot, 'companyBuyers'),
  ];
  return {
    asOf,
    registry: partOf(snapshot, ['registry'], (found) => found.registry),
    places: partOf(snapshot, ['locations', 'registrations'], ({ locations, registrations }) =>
      statePlaces(locations, registrations, registry),
    ),
    taxAudit: partOf(snapshot, ['orders', 'locations', 'registrations', 'law'], (found) =>
      taxAudit({ ...found, ...given({ taxProfile, registry, companyBuyers }) }),
    ),
    hsn: partOf(snapshot, ['catalogue', 'taxProfile', 'law'], (found) => hsnCoverage(found, asOf)),
    calendar: partOf(snapshot, ['taxProfile', 'law'], (found) =>
      returnCalendar({ ...found, registry, isExporting: orders?.orders.some(isExport) ?? false }, asOf),
    ),
  };
}

/** Evidence of an older shape may break a part: then it has no figures, as a check that breaks has no verdict. */
function partOf<const K extends EvidenceKind, T>(
  snapshot: Snapshot,
  kinds: readonly K[],
  derive: (found: Found<K>) => T,
): T | NoFigures {
  const missing = kinds.map((kind) => missingOf(snapshot, kind)).find((one) => one !== null);
  if (missing) return missing;
  const entries = kinds.map((kind) => [kind, collectedValue(snapshot, kind)]);
  try {
    // Each kind was found above.
    return derive(Object.fromEntries(entries) as Found<K>);
  } catch {
    return { reason: 'collector-failed', missingScopes: [] };
  }
}

function missingOf(snapshot: Snapshot, kind: EvidenceKind): NoFigures | null {
  const collected = snapshot.evidence[kind];
  if (collected?.status === 'collected') return null;
  const reason: UnavailableReason = collected?.reason ?? 'not-collected';
  return { reason, missingScopes: collected?.missingScopes ?? [] };
}

/** Without what was not collected. */
function given<T extends object>(values: T): { [P in keyof T]?: NonNullable<T[P]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [P in keyof T]?: NonNullable<T[P]>;
  };
}
