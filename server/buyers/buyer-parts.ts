import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { AdminApi } from '../shopify/admin-api.ts';

/** What the desks for buyers are handed. */
export interface BuyerParts {
  readonly shops: Pick<ShopStore, 'find'>;
  readonly adminFor: (shop: string) => AdminApi;
  readonly audit: Audit;
  /** A check follows soon, once for many buyers: nobody waits for it. */
  readonly changed: (shop: string) => Promise<void>;
  readonly clock: Clock;
}
