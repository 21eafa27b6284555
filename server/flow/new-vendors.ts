import type { VendorEntry } from '../../core/evidence/vendors.ts';
import { OWN_KEY } from '../../core/vendors/keys.ts';
import type { FoundVendor } from '../../core/vendors/vendor.ts';
import type { FreshVendors } from '../vendors/vendor-sightings.ts';
import type { NewVendor } from './flow-fact.ts';
import type { NewVendors } from './flow-teller.ts';

/** What one check saw for the first time. Shopify's own, we ourselves and what people entered before are no news. */
export function newVendorsOf(
  scanId: string,
  { isFirstCheck, fresh }: FreshVendors<FoundVendor>,
  entered: readonly Pick<VendorEntry, 'keys'>[],
): NewVendors {
  const known = new Set([OWN_KEY, ...entered.flatMap(({ keys }) => keys)]);
  const vendors = fresh
    .filter(({ isPlatform, keys }) => !isPlatform && !keys.some((key) => known.has(key)))
    .map((vendor): NewVendor => ({ key: vendor.key, id: null, how: howFound(vendor) }));
  return { source: `scan ${scanId}`, isFirstCheck, vendors };
}

/** The surest trace tells it. */
function howFound({ traces, strength }: FoundVendor): NewVendor['how'] {
  return (traces.find((trace) => trace.strength === strength) ?? traces[0])?.source ?? 'metafields';
}
