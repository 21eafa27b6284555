import type { TaxProfile } from '../../core/evidence/tax-profile.ts';
import type { RegistryEntry } from '../../core/evidence/registry.ts';
import type { Location, Registration } from '../../core/evidence/kinds.ts';
import { sellerPlaces } from '../../core/evidence/derived/order-tax-book.ts';
import type { SellerPlaces } from '../../core/evidence/derived/order-tax.ts';
import { AccessDeniedError } from '../collect/access-denied.ts';
import { readLocations } from '../collect/locations.ts';
import type { LawSource } from '../law/law-folder.ts';
import type { AdminApi } from '../shopify/admin-api.ts';

/** What the shop's orders are judged against now. */
export interface SellerSide {
  readonly places: SellerPlaces;
  /** The shop's own GSTINs. */
  readonly own: ReadonlySet<string>;
  /** Why no order can be judged yet; null: all can. */
  readonly why: 'no-check-yet' | 'no-registration' | null;
  readonly missing: readonly string[];
}

export type SellerReader = (
  shop: string,
  question: { readonly admin: AdminApi; readonly signal: AbortSignal },
) => Promise<SellerSide>;

/**
 * Places, registrations, scheme and law as they are now, so that what was just changed counts without another check. Only
 * whether the shop was ever checked is asked of the snapshots; none is opened.
 */
export function sellerReader({
  snapshots,
  registrations,
  taxProfiles,
  registry,
  law,
}: {
  readonly snapshots: { ids(shop: string): Promise<readonly string[]> };
  readonly registrations: { list(shop: string): Promise<readonly Registration[]> };
  readonly taxProfiles: { read(shop: string): Promise<TaxProfile> };
  readonly registry: { entries(shop: string): Promise<readonly RegistryEntry[]> };
  readonly law: LawSource;
}): SellerReader {
  return async (shop, question) => {
    const [kept, own, taxProfile, entries, changes, places] = await Promise.all([
      snapshots.ids(shop),
      registrations.list(shop),
      taxProfiles.read(shop),
      registry.entries(shop),
      law.changes(),
      locationsOf(question),
    ]);
    const isStated = own.length > 0 || taxProfile.isUnregistered === true;
    return {
      places: sellerPlaces({
        ...{ locations: places ?? [], registrations: own, taxProfile, registry: entries, law: changes },
      }),
      own: new Set(own.map(({ gstin }) => gstin)),
      why: kept.length === 0 ? 'no-check-yet' : isStated ? null : 'no-registration',
      missing: places === null ? ['read_locations'] : [],
    };
  };
}

/** Null: not permitted. */
async function locationsOf(question: Parameters<SellerReader>[1]): Promise<readonly Location[] | null> {
  try {
    return await readLocations(question);
  } catch (error) {
    if (error instanceof AccessDeniedError) return null;
    throw error;
  }
}
