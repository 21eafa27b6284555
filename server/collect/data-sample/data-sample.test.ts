import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { collectOne } from '../run.ts';
import { dataSample } from './data-sample.ts';

/** A test number of Visa's, and an Aadhaar that only its check digit makes one. */
const CARD = '4242 4242 4242 4242';
const AADHAAR = '2345 6789 0124';
const PAN = 'AAPFU0939F';

type Row = Readonly<Record<string, unknown>>;
const anOrder = (over: Row = {}) => ({
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  note: null,
  tags: [],
  customAttributes: [],
  ...over,
});
const onePage = (...nodes: Row[]): AdminAnswers => ({
  ...shopAnswers(),
  OrderTexts: () => ({ orders: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } }),
});
const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
async function collect(answers: AdminAnswers, isOn = true) {
  const context = { ...aCollectContext(answers), isDataSampleOn: async () => isOn };
  return { collected: await collectOne(dataSample, context, { clock }), asked: context.admin.asked };
}

describe('the sample of notes and tags', () => {
  it('asks nothing of Shopify unless the merchant switched it on', async () => {
    const { collected, asked } = await collect(onePage(anOrder({ note: CARD })), false);
    expect(collected).toMatchObject({ status: 'unavailable', reason: 'switched-off' });
    expect(asked).toEqual([]);
  });

  it('keeps kind, place and last four, and none of the text', async () => {
    const { collected } = await collect(
      onePage(
        anOrder({ note: `Paid by ${CARD}, Asha of Pune` }),
        anOrder({ id: 'gid://shopify/Order/1002', name: '#1002', tags: ['vip', `aadhaar ${AADHAAR}`] }),
        anOrder({ id: 'odd', name: '#1003', customAttributes: [{ key: 'Buyer', value: PAN }] }),
      ),
    );
    expect(collected).toMatchObject({
      status: 'collected',
      value: {
        orders: 3,
        customers: 0,
        seen: [
          { type: 'card', place: 'order-note', lastFour: '4242', subject: '#1001', adminPath: '/orders/1001' },
          { type: 'aadhaar', place: 'order-tag', lastFour: '0124', subject: '#1002', adminPath: '/orders/1002' },
          { type: 'pan', place: 'order-attribute', lastFour: '939F', subject: '#1003', adminPath: null },
        ],
      },
    });
    const kept = JSON.stringify(collected);
    for (const text of [CARD, AADHAAR, PAN, 'Asha']) expect(kept).not.toContain(text);
  });

  it.each([
    ['PAN', PAN],
    ['GST No.', '27AAPFU0939F1ZV'],
    ['GSTIN', '27AAPFU0939F1ZV'],
    ['Tracking no', '4242424242424242'],
    ['Phone', '+91 98765 43210'],
    ['gift_wrap', null],
  ])('leaves an attribute called %s alone', async (key, value) => {
    const { collected } = await collect(onePage(anOrder({ customAttributes: [{ key, value }] })));
    expect(collected).toMatchObject({ value: { orders: 1, seen: [] } });
  });

  it('reads 250 orders and no more', async () => {
    const answers: AdminAnswers = {
      ...shopAnswers(),
      OrderTexts: ({ after }) => ({
        orders: {
          nodes: Array.from({ length: 50 }, () => anOrder()),
          pageInfo: { hasNextPage: true, endCursor: `${String(after)}+` },
        },
      }),
    };
    const { collected, asked } = await collect(answers);
    expect(collected).toMatchObject({ value: { orders: 250 } });
    expect(asked.filter((name) => name === 'OrderTexts')).toHaveLength(5);
  });

  it('ends where pages are empty and never end', async () => {
    const answers: AdminAnswers = {
      ...shopAnswers(),
      OrderTexts: () => ({ orders: { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'again' } } }),
    };
    expect((await collect(answers)).collected).toMatchObject({ value: { orders: 0, seen: [] } });
  });

  it('keeps 200 numbers at most', async () => {
    const note = `${CARD}\n`.repeat(300);
    const { collected } = await collect(onePage(anOrder({ note })));
    expect(collected).toMatchObject({ value: { seen: Array.from({ length: 200 }, () => ({ type: 'card' })) } });
  });

  it.each<[string, AdminAnswers]>([
    [
      'was not granted',
      { GrantedScopes: () => ({ currentAppInstallation: { accessScopes: [{ handle: 'read_themes' }] } }) },
    ],
    ['is refused', { OrderTexts: () => new Denied('orders') }],
  ])('says that read_orders %s', async (_what, over) => {
    const { collected } = await collect({ ...onePage(), ...over });
    expect(collected).toMatchObject({ reason: 'not-permitted', missingScopes: ['read_orders'] });
  });
});
