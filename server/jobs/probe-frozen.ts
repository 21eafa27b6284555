import type { AdminApi } from '../shopify/admin-api.ts';
import { AdminUnreachableError, ThrottledError, TokenRefusedError } from '../shopify/admin-errors.ts';
import { SHOP_IS_OPEN } from '../shopify/shop-is-open.ts';
import { defineJob } from './define-job.ts';
import { shopMark } from './shop-mark.ts';
import { ShopData } from './verify-registrations.ts';

/**
 * Asks Shopify whether a frozen shop is open again; a check follows when it is. Safe to repeat: one question changes
 * nothing, and a shop that is open is not frozen.
 */
export const probeFrozen = defineJob({
  name: 'probe-frozen',
  data: ShopData,
  // The sweep brings it back: what is due stands in the store.
  options: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  jobId: ({ shop }) => `probe-${shopMark(shop)}`,

  async run({ shop }, { shops, adminFor, frozen, lifecycle }) {
    if ((await shops.find(shop))?.status !== 'frozen') return;
    switch (await answerOf(adminFor(shop))) {
      case 'open':
        return frozen.opened(shop);
      case 'refused':
        return lifecycle.accessLost(shop);
      case 'closed':
        await shops.frozenStill(shop); // asked again in a day
    }
  },
});

async function answerOf(admin: AdminApi): Promise<'open' | 'closed' | 'refused'> {
  try {
    await admin.query(SHOP_IS_OPEN);
    return 'open';
  } catch (error) {
    if (error instanceof ThrottledError) return 'open'; // who throttles us lets us in
    if (error instanceof TokenRefusedError) return 'refused';
    if (error instanceof AdminUnreachableError) return 'closed';
    throw error;
  }
}
