import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aLocation, anAddress } from '../../../test/factories.ts';
import { aLine, anOrder, anOrderArea, anOrderBook, aTax } from '../../../test/gst-factories.ts';
import type { Order } from '../../evidence/orders.ts';
import { orderHeads } from './order-heads.ts';

const IGST = [aLine({ taxes: [aTax('IGST', 5, 5_000)] })];
const BENGALURU = 'gid://shopify/Location/2';
const locations = [aLocation(), aLocation({ id: BENGALURU, address: anAddress({ provinceCode: 'KA' }) })];
const home = Array.from({ length: 5 }, (_, n) => anOrder({ id: `gid://shopify/Order/${n + 1}` }));

const order = (over: Partial<Order>): Order => anOrder({ id: 'gid://shopify/Order/77', name: '#1077', ...over });
const judge = (...orders: Order[]) => assess(orderHeads, { orders: anOrderBook([...home, ...orders]), locations });

describe('gst/order-heads', () => {
  it('finds an order that another State sent', () => {
    const sent = order({ dispatchedFrom: [BENGALURU], shipTo: anOrderArea('KA'), lines: IGST });
    expect(judge(sent)).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: 'gid://shopify/Order/77',
          messageId: 'shouldBeLocal',
          severity: 'high',
          adminPath: '/orders/77',
          atStakePaise: 5_000,
          data: { order: '#1077', state: '29', charged: 'IGST', expected: 'CGST + SGST' },
        },
      ],
    });
  });

  it('finds the same the other way round', () => {
    expect(judge(order({ dispatchedFrom: [BENGALURU] })).findings).toMatchObject([
      { messageId: 'shouldBeIgst', data: { dispatchState: '29', state: '27', charged: 'CGST + SGST' } },
    ]);
  });

  it('finds one wrong order among right ones', () => {
    expect(judge(order({ lines: IGST, placedAt: '2026-11-09T00:00:00.000Z' })).findings).toMatchObject([
      { messageId: 'shouldBeLocal' },
    ]);
  });

  it('goes by the billed business where the goods go elsewhere', () => {
    const buyerGstins = [{ place: 'order-metafield' as const, text: aGstin({ state: '29' }) }];
    const billed = order({ shipTo: anOrderArea('MH'), billTo: anOrderArea('KA'), buyerGstins });
    expect(judge(billed).findings).toMatchObject([
      { messageId: 'billedElsewhere', data: { dispatchState: '27', state: '29', expected: 'IGST' } },
    ]);
  });

  it('finds a single export with CGST', () => {
    const right = order({ id: 'gid://shopify/Order/76', shipTo: anOrderArea('DU', 'AE'), lines: IGST });
    const wrong = order({ shipTo: anOrderArea('DU', 'AE') });
    expect(judge(right, wrong, { ...right, id: 'gid://shopify/Order/78' }).findings).toMatchObject([
      { messageId: 'abroad', subject: 'gid://shopify/Order/77' },
    ]);
  });

  it('informs of IGST to a business next door, which may be in a special economic zone', () => {
    const buyerGstins = [{ place: 'cart-attribute' as const, text: aGstin() }];
    const result = judge(order({ lines: IGST, buyerGstins }));
    expect(result).toMatchObject({ outcome: 'pass', findings: [{ messageId: 'maybeSez', severity: 'info' }] });
  });

  it('leaves what the table does to its own check, businesses included', () => {
    const buyerGstins = [{ place: 'cart-attribute' as const, text: aGstin() }];
    const wrong = home.map((one) => ({ ...one, lines: IGST }));
    const orders = anOrderBook([...wrong, order({ lines: IGST, buyerGstins })]);
    expect(assess(orderHeads, { orders, locations }).findings).toEqual([]);
  });

  it('tells of a hundred orders, and of the rest in one', () => {
    const many = Array.from({ length: 130 }, (_, n) =>
      order({ id: `gid://shopify/Order/${200 + n}`, dispatchedFrom: [BENGALURU] }),
    );
    const { findings } = assess(orderHeads, { orders: anOrderBook([...times(140), ...many]), locations });
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 30 }, atStakePaise: 150_000 });
  });

  it.each([
    ['no order', [], 'notApplicable'],
    ['orders without tax', [order({ lines: [aLine({ taxes: [] })] })], 'notAssessed'],
    [
      'an order from two States at once',
      [order({ dispatchedFrom: ['gid://shopify/Location/1', BENGALURU] })],
      'notAssessed',
    ],
    ['right orders', home, 'pass'],
  ])('%s', (_, orders, outcome) => {
    expect(assess(orderHeads, { orders: anOrderBook(orders), locations }).outcome).toBe(outcome);
  });
});

function times(count: number): Order[] {
  return Array.from({ length: count }, (_, n) => anOrder({ id: `gid://shopify/Order/${1_000 + n}` }));
}
