import type { ShopLifecycle } from '../shopify/lifecycle.ts';
import type { ScanStarter } from './lifecycle.ts';
import type { ScanReach } from './scan-reach.ts';

export interface CheckSoonDeps {
  readonly lifecycle: Pick<ShopLifecycle, 'changed'>;
  readonly starter: Pick<ScanStarter, 'begin'>;
}

/**
 * A person waits for what was just said: the check begins at once, and while one goes on, after it. `said` is enough
 * where nothing outside the register has to be looked at again.
 */
export async function checkSoon(
  { lifecycle, starter }: CheckSoonDeps,
  shop: string,
  { topic, change, reach = 'all' }: { topic: string; change: string; reach?: ScanReach },
): Promise<void> {
  const { started } = await starter.begin(shop, { cause: `${topic}:${change}`, trigger: 'event', reach });
  if (!started) await lifecycle.changed(shop, topic);
}
