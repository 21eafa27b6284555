import { defineJob } from './define-job.ts';
import { shopMark } from './shop-mark.ts';
import { ShopData } from './verify-registrations.ts';

/**
 * Reads the shop's identity providers that are due; a check follows when their answers can change a verdict. Safe to
 * repeat: a provider that was just read is not due. A shop that is closed to us is left alone.
 */
export const readPeople = defineJob({
  name: 'read-people',
  data: ShopData,
  // The sweep brings it back: what is due stands in the store.
  options: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  jobId: ({ shop }) => `people-${shopMark(shop)}`,

  async run({ shop }, { shops, people, lifecycle }) {
    if ((await shops.find(shop))?.status !== 'installed') return;
    if (await people.reader.run(shop)) await lifecycle.changed(shop, 'people');
  },
});
