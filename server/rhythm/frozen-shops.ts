import type { ScanStarter } from '../shop/lifecycle.ts';
import type { Log } from '../log.ts';
import type { ScanStore } from '../shop/scans.ts';
import type { ShopStore } from '../shop/shops.ts';

export type FrozenShops = ReturnType<typeof frozenShops>;

/** What happens when Shopify closes a shop to apps, and when it opens it again. Each call is safe to repeat. */
export function frozenShops({
  shops,
  scans,
  starter,
  log,
}: {
  shops: Pick<ShopStore, 'freeze' | 'thaw' | 'probeSoon'>;
  scans: Pick<ScanStore, 'abandon'>;
  starter: Pick<ScanStarter, 'sweepIn'>;
  log: Log;
}) {
  return {
    /** Shopify answered that the shop is frozen or locked: what runs for it stops, and it is asked again in a day. */
    async closed(shop: string): Promise<void> {
      if (!(await shops.freeze(shop))) return;
      await scans.abandon(shop, 'shop-frozen');
      log.info({ shop }, 'shop frozen; it is asked once a day whether it is open');
    },

    /** Shopify answers again: a check begins soon. */
    async opened(shop: string): Promise<void> {
      if (!(await shops.thaw(shop))) return;
      await starter.sweepIn(0);
      log.info({ shop }, 'shop open again');
    },

    /** Somebody opened the app of a shop that was frozen when we last asked. */
    async visited(shop: string): Promise<void> {
      if (await shops.probeSoon(shop)) await starter.sweepIn(0);
    },
  };
}
