import type { OrderGst } from '../../core/api/order-gst.ts';
import type { SellerDisclosure, SellerDisclosureState } from '../../core/api/seller-disclosure.ts';
import { NOW } from './factories.ts';

export interface HeldShopFront {
  seller: SellerDisclosureState;
  /** Orders by their digits. */
  orders: Record<string, OrderGst>;
  /** Orders that were asked to be read anew. */
  checkedOrders: string[];
}

export const SHOP_FRONT_FOLDERS: readonly string[] = ['seller-disclosure', 'orders'];

/** The routes of what stands in the shop and on one order; undefined for those that are not. */
export function shopFrontRoute(held: HeldShopFront, method: string, path: string, body: unknown): unknown {
  const [, folder, id = '', act] = path.split('/');
  if (folder === 'orders') {
    if (method === 'POST' && act === 'check') held.checkedOrders.push(id);
    return held.orders[id];
  }
  switch (method) {
    case 'GET':
      return held.seller;
    case 'PUT':
      held.seller = { ...held.seller, shown: body as SellerDisclosure, updatedAt: NOW, suggested: {} };
      return held.seller;
    case 'DELETE':
      held.seller = { ...held.seller, shown: null, updatedAt: null, verifiedAsOf: null };
      return null;
    default:
      return undefined;
  }
}
