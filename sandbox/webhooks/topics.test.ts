import { describe, expect, it } from '@jest/globals';

import { cleanShop } from '../shops/clean-shop.ts';
import { ordersOf } from '../shops/commerce/orders.ts';
import { webhookPayload } from './topics.ts';

const AT = '2026-11-22T06:30:00.000Z';

describe('the customer of the privacy topics', () => {
  it.each([
    ['customers/data_request', 'orders_requested'],
    ['customers/redact', 'orders_to_redact'],
  ])('%s names two orders of the shop that carry a GSTIN', (topic, list) => {
    const shop = cleanShop({ handle: 'invented', name: 'Invented Namuna', id: 7 });
    const ids = webhookPayload(topic, shop, {}, AT)[list] as number[];
    const orders = ordersOf(shop, Date.parse(AT)).filter(({ id }) => ids.includes(id));
    expect(orders.map(({ attributes }) => attributes.map(({ key }) => key).includes('GSTIN'))).toEqual([true, true]);
  });
});
