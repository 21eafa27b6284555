import type { Order } from '../orders.ts';

const GID = /^gid:\/\/shopify\/Order\/(\d{1,20})$/;

/** Page of the Shopify admin about an order; undefined for an id that is none of Shopify's. */
export function orderPath({ id }: Pick<Order, 'id'>): string | undefined {
  const number = GID.exec(id)?.[1];
  return number && `/orders/${number}`;
}
