import type { WebhookReceipt } from '../models/webhook-receipt.ts';
import type { ShopLifecycle } from './lifecycle.ts';

/**
 * Does what one event asks for. Each call is safe to repeat. A signature covers neither the time nor the shop's name in a
 * header, and a genuine delivery can be sent again years later: what destroys is done only when the shop's access is
 * really gone.
 */
export async function workOn(
  { shop, topic, triggeredAt, scopes, requestId, webhookId }: WebhookReceipt,
  { lifecycle, isShopOpen }: { lifecycle: ShopLifecycle; isShopOpen: (shop: string) => Promise<boolean> },
): Promise<'done' | 'not-confirmed'> {
  switch (topic) {
    case 'app/uninstalled':
      if (await isShopOpen(shop)) return 'not-confirmed';
      await lifecycle.uninstalled(shop, triggeredAt);
      return 'done';
    case 'shop/redact':
      if (await isShopOpen(shop)) return 'not-confirmed';
      await lifecycle.shopRedacted(shop);
      return 'done';
    case 'app/scopes_update':
      await lifecycle.scopesChanged(shop, scopes);
      return 'done';
    case 'customers/data_request':
      await lifecycle.customerDataRequested(shop, requestId ?? webhookId);
      return 'done';
    case 'customers/redact':
      await lifecycle.customerRedacted(shop, requestId ?? webhookId);
      return 'done';
    default:
      await lifecycle.changed(shop, topic);
      return 'done';
  }
}
