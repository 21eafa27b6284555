import type { ShopLifecycle } from '../shopify/lifecycle.ts';
import type { ScanStarter } from './lifecycle.ts';

export interface CheckSoonDeps {
  readonly lifecycle: Pick<ShopLifecycle, 'changed'>;
  readonly starter: Pick<ScanStarter, 'begin'>;
}

/** A person waits for what was just said: the check begins at once, and while one goes on, after it. */
export async function checkSoon(
  { lifecycle, starter }: CheckSoonDeps,
  shop: string,
  { topic, change }: { topic: string; change: string },
): Promise<void> {
  const { started } = await starter.begin(shop, { cause: `${topic}:${change}`, trigger: 'event' });
  if (!started) await lifecycle.changed(shop, topic);
}
