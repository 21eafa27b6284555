import { describe, expect, it } from '@jest/globals';
import { WEBHOOK_TOPICS } from './webhook-topics.ts';

const SHOP = { shop_id: 954889, shop_domain: 'marigold.myshopify.com' };
const PERSON = { id: 191167, email: 'invented.buyer@buyer.example', phone: '555-625-1199' };
const read = (topic: keyof typeof WEBHOOK_TOPICS, body: object) => WEBHOOK_TOPICS[topic].safeParse(body).data;

describe('orders that a request of a customer names', () => {
  it.each<[string, unknown, readonly string[], number]>([
    ['numbers, newest first', [280263, 5914578452716, 299938], ['5914578452716', '299938', '280263'], 0],
    ['texts and full ids', ['299938', 'gid://shopify/Order/280263'], ['299938', '280263'], 0],
    ['the same order twice', [299938, '299938'], ['299938'], 0],
    ['none', [], [], 0],
    ['no list', undefined, [], 0],
    ['null', null, [], 0],
    ['one number alone', 299938, ['299938'], 0],
    ['an object', { 0: 299938 }, [], 1],
    ['nothing that is an id', [0, -1, 1.5, '', '#1001', '01', null, {}, ['1'], 'gid://shopify/Customer/1'], [], 10],
    ['a number whose digits are lost', [2 ** 53, 7], ['7'], 1],
    ['an operator of the store', [{ $gt: '' }, 7], ['7'], 1],
  ])('are read from %s', (_what, list, orders, ordersLeftOut) => {
    const body = { ...SHOP, customer: PERSON, orders_to_redact: list };
    expect(read('customers/redact', body)).toMatchObject({ orders, ordersLeftOut });
    const asked = { ...SHOP, customer: PERSON, orders_requested: list, data_request: { id: 9999 } };
    expect(read('customers/data_request', asked)).toMatchObject({ requestId: '9999', orders, ordersLeftOut });
  });

  it('beyond ten thousand are the newest, and the rest is counted', () => {
    const list = Array.from({ length: 10_003 }, (_, index) => index + 1);
    const facts = read('customers/redact', { ...SHOP, customer: PERSON, orders_to_redact: list });
    expect(facts?.orders).toHaveLength(10_000);
    expect([facts?.orders[0], facts?.orders.at(-1), facts?.ordersLeftOut]).toEqual(['10003', '4', 3]);
  });

  it('are not taken from the list of the other topic', () => {
    expect(read('customers/redact', { ...SHOP, customer: PERSON, orders_requested: [1] })?.orders).toEqual([]);
    expect(read('customers/data_request', { ...SHOP, customer: PERSON, orders_to_redact: [1] })?.orders).toEqual([]);
    expect(read('shop/redact', { ...SHOP, orders_to_redact: [1] })?.orders).toEqual([]);
  });

  it.each([
    ['an id', PERSON, 'customer 191167'],
    ['no id', { email: PERSON.email }, null],
    ['an odd id', { ...PERSON, id: null }, null],
    ['nothing', undefined, null],
  ])('come with nothing of the person where there is %s', (_what, customer, requestId) => {
    expect(read('customers/redact', { ...SHOP, customer, orders_to_redact: [7] })).toEqual({
      shop: SHOP.shop_domain,
      scopes: [],
      requestId,
      orders: ['7'],
      ordersLeftOut: 0,
    });
  });
});
