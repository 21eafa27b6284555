import type { Order } from '../orders.ts';

const GID = /^gid:\/\/shopify\/Order\/(\d{1,20})$/;

/** For a finding: the page of the Shopify admin about an order. Nothing for an id that is none of Shopify's. */
export function atOrder({ id }: Pick<Order, 'id'>): { readonly adminPath?: string } {
  const number = GID.exec(id)?.[1];
  return number === undefined ? {} : { adminPath: `/orders/${number}` };
}
