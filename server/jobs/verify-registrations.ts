import { z } from 'zod';
import { defineJob } from './define-job.ts';
import { shopMark } from './shop-mark.ts';

/** One shop, as its domain. */
export const ShopData = z.strictObject({ shop: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/) });

/**
 * Asks the shop's look-up service for the registrations that are due, within its budget; a check follows when the answers
 * can change a verdict. Safe to repeat: a number that was just asked for is not due. A shop that is closed to us is left
 * alone, and asked for again by the sweep once it is open.
 */
export const verifyRegistrations = defineJob({
  name: 'verify-registrations',
  data: ShopData,
  // The sweep brings it back: what is due stands in the store.
  options: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  jobId: ({ shop }) => `verify-${shopMark(shop)}`,

  async run({ shop }, { shops, lookUps, disclosure, lifecycle, log }) {
    if ((await shops.find(shop))?.status !== 'installed') return;
    const { isNews, asked, stopped } = await lookUps.run(shop);
    if (asked > 0 || stopped) log.info({ shop, asked, stopped, isNews }, 'registrations looked up');
    // What the shop's page calls verified is checked again with every answer; the page is not worth the job.
    if (asked > 0)
      await disclosure.renew(shop).catch((error: unknown) => log.warn({ shop, err: error }, 'not renewed'));
    if (isNews) await lifecycle.changed(shop, 'registry');
  },
});
