import { EVIDENCE_KINDS } from '../evidence/kinds.ts';
import { collectedValue, type Snapshot } from '../evidence/snapshot.ts';
import type { Instant } from '../time.ts';
import { isHigh } from '../vendors/duties.ts';
import { keysOfVendor, registerOf, type RegisterEvidence } from '../vendors/register.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { foreignName } from './foreign-name.ts';
import type { ReportVendors } from './weekly-report.ts';

/**
 * Vendors beside Shopify and ourselves. New is whom no check saw before the snapshot that this one is compared with; gone
 * is whom that one found and this one, having looked, did not.
 */
export function vendorsPart(snapshot: Snapshot, before: Snapshot | null): ReportVendors {
  const now = vendorsIn(snapshot);
  const then = before ? vendorsIn(before) : [];
  const keys = new Set(now.flatMap(keysOfVendor));
  const since = before?.takenAt ?? null;
  const isSame = since === snapshot.takenAt; // nobody looked in between
  const gone = then.filter((vendor) => vendor.found !== null && !keysOfVendor(vendor).some((key) => keys.has(key)));
  return {
    known: now.length,
    fresh: now.filter((vendor) => !isSame && isFresh(vendor, since)).map(({ name }) => foreignName(name)),
    gone: gone.map(({ name }) => foreignName(name)),
    highRisk: now.filter(isHigh).length,
  };
}

function isFresh({ found, firstSeenAt }: Vendor, since: Instant | null): boolean {
  return found !== null && (since === null || firstSeenAt === null || firstSeenAt > since);
}

function vendorsIn(snapshot: Snapshot): readonly Vendor[] {
  try {
    return registerOf(evidenceOf(snapshot), snapshot.takenAt).filter(
      ({ isOurs, isPlatform }) => !isOurs && !isPlatform,
    );
  } catch {
    return []; // evidence of an older shape
  }
}

function evidenceOf(snapshot: Snapshot): RegisterEvidence {
  const there = EVIDENCE_KINDS.flatMap((kind) => {
    const value = collectedValue(snapshot, kind);
    return value === null ? [] : [[kind, value] as const];
  });
  return Object.fromEntries(there);
}
