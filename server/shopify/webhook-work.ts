import type { WebhookReceipt } from '../models/webhook-receipt.ts';
import type { ShopLifecycle } from './lifecycle.ts';

/**
 * Does what one event asks for. Each call is safe to repeat. A signature covers neither the time nor the shop's name in a
 * header, and a genuine delivery can be sent again years later: what destroys is done only when the shop's access is
 * really gone.
 */
export async function workOn(
  { shop, topic, triggeredAt, scopes, requestId, orders, ordersLeftOut, webhookId }: WebhookReceipt,
  {
    lifecycle,
    isShopOpen,
    stillAtWork,
  }: {
    lifecycle: ShopLifecycle;
    isShopOpen: (shop: string) => Promise<boolean>;
    /** Keeps others from taking the event up while its work takes long. */
    stillAtWork: () => Promise<void>;
  },
): Promise<'done' | 'not-confirmed'> {
  const ofCustomer = { requestId: requestId ?? webhookId, orders: orders ?? [], ordersLeftOut: ordersLeftOut ?? 0 };
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
      await lifecycle.customerDataRequested(shop, ofCustomer, stillAtWork);
      return 'done';
    case 'customers/redact':
      await lifecycle.customerRedacted(shop, ofCustomer, stillAtWork);
      return 'done';
    default:
      await lifecycle.changed(shop, topic);
      return 'done';
  }
}
