import type { Clock } from '../clock.ts';
import { checkSoon, type CheckSoonDeps } from '../shop/check-soon.ts';
import type { VendorSide } from '../vendors/vendor-side.ts';
import type { AskedVendors } from './questionnaire-desk.ts';

/** The register, as the desk needs it: answers go into the vendor's history, and the next check counts them. */
export function askedVendors({
  side,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly side: { readonly vendors: Pick<VendorSide['vendors'], 'find'> } & Pick<VendorSide, 'note'>;
  readonly clock: Clock;
}): AskedVendors {
  return {
    nameOf: async (shop, vendorId) => (await side.vendors.find(shop, vendorId))?.name ?? null,

    async answered(shop, vendorId) {
      await side.note(shop, vendorId, { kind: 'questionnaire-answered', by: 'vendor' });
      await checkSoon(deps, shop, { topic: 'vendors', change: clock.now().toISOString(), reach: 'said' });
    },
  };
}
