import { AccessDeniedError } from '../collect/access-denied.ts';
import { themeDigest } from '../collect/theme/theme-digest.ts';
import { listFiles } from '../collect/theme/theme-files.ts';
import { ShopFrozenError, TokenRefusedError } from '../shopify/admin-errors.ts';
import { defineJob } from './define-job.ts';
import type { Pipeline } from './pipeline.ts';
import { shopMark } from './shop-mark.ts';
import { ShopData } from './verify-registrations.ts';

const FROZEN = Symbol('the shop is frozen');
const DEADLINE_MS = 60_000;
/** While a check goes on that may have read the theme before it changed, and after a failure. */
const LATER_MS = 60 * 60_000;

/**
 * Asks for the names and checksums of the main theme's files, one cheap question. The same as when the theme was last
 * judged: nothing follows. Otherwise a check of the theme begins at once. Safe to repeat: what was judged is remembered by
 * the check alone, so a change whose check failed is a change again tomorrow.
 */
export const lookAtTheme = defineJob({
  name: 'look-at-theme',
  data: ShopData,
  options: {
    ...{ attempts: 3, backoff: { type: 'exponential', delay: 5_000, jitter: 0.5 } },
    ...{ removeOnComplete: true, removeOnFail: true }, // the next one has the same id
  },
  jobId: ({ shop }) => `theme-${shopMark(shop)}`,

  async run({ shop }, pipeline) {
    const { shops, scans, queue, frozen, clock, log } = pipeline;
    const known = await shops.find(shop);
    if (known?.status !== 'installed') return;
    // Put in again by a sweep that asked before the last one was done.
    if (known.nextThemeLookAt && known.nextThemeLookAt > clock.now()) return;
    const seen = known.themeDigest === null ? null : await digestOf(shop, pipeline);
    if (seen === FROZEN) return frozen.closed(shop);
    if (seen === null || seen === known.themeDigest) {
      await shops.themeLookedAt(shop);
      return;
    }
    const cause = `theme:${seen}:${clock.now().toISOString().slice(0, 13)}`;
    const start = await scans.start(shop, { cause, trigger: 'event', reach: 'theme' });
    if (start.started) {
      log.info({ shop, scanId: start.scan.scanId }, 'the theme has changed; it is checked');
      await queue.add(start.scan);
    }
    if (!start.started && start.why === 'active') await shops.themeLookLater(shop, LATER_MS);
    else await shops.themeLookedAt(shop);
  },

  givenUp: ({ shop }, { shops }) => shops.themeLookLater(shop, LATER_MS),
});

/** Null: we may not read it, or our access ended. */
async function digestOf(shop: string, { adminFor }: Pipeline): Promise<string | null | typeof FROZEN> {
  try {
    const { id, heads, moreFiles } = await listFiles(adminFor(shop), AbortSignal.timeout(DEADLINE_MS));
    return themeDigest({ id, files: heads, moreFiles });
  } catch (error) {
    if (error instanceof ShopFrozenError) return FROZEN;
    if (error instanceof AccessDeniedError || error instanceof TokenRefusedError) return null;
    throw error;
  }
}
