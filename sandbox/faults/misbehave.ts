import type { Context, Next } from 'koa';

import { hangUp } from '../raw-reply.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** Lets the shop's API misbehave as its faults say, before and after the true answer is made. */
export function misbehave(shopOf: (ctx: Context) => ShopState | undefined, closing: AbortSignal) {
  const requests = new Map<string, number>();

  return async (ctx: Context, next: Next): Promise<void> => {
    const shop = shopOf(ctx);
    if (!shop) {
      await next();
      return;
    }
    const { faults } = shop;
    if (faults.slowMs > 0) await pause(faults.slowMs, closing);
    if (faults.hang) {
      await hangUp(ctx, closing);
      return;
    }
    if (isDue5xx(shop, requests)) {
      ctx.status = 503;
      ctx.set('Retry-After', '1');
      ctx.type = 'html';
      ctx.body = '<!doctype html><title>503</title><p>The sandbox was told to fail.</p>';
      return;
    }
    if (faults.badBody === 'html') {
      ctx.type = 'html';
      ctx.body = '<!doctype html><title>Oops</title><p>This is not JSON.</p>';
      return;
    }
    await next();
    if (faults.badBody === 'truncated') {
      const whole = JSON.stringify(ctx.body);
      ctx.type = 'json';
      ctx.body = whole.slice(0, Math.floor(whole.length / 2));
    }
  };
}

/** Whole numbers count down; a share is spread evenly: 0.25 fails every fourth request. */
function isDue5xx(shop: ShopState, requests: Map<string, number>): boolean {
  const { fail5xx } = shop.faults;
  if (fail5xx <= 0) return false;
  if (fail5xx >= 1) {
    shop.faults = { ...shop.faults, fail5xx: fail5xx - 1 };
    return true;
  }
  const count = (requests.get(shop.domain) ?? 0) + 1;
  requests.set(shop.domain, count);
  return Math.floor(count * fail5xx) > Math.floor((count - 1) * fail5xx);
}

function pause(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    closing.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
