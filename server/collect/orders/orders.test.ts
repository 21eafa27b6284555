import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { aLineNode, anOrderNode, someTaxLines } from '../../../test/fake-commerce.ts';
import type { Order } from '../../../core/evidence/orders.ts';
import { ThrottledError } from '../../shopify/admin-errors.ts';
import { collectOne } from '../run.ts';
import { orders } from './orders.ts';

const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
const money = (amount: string) => ({ shopMoney: { amount } });
const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

const shopWith = (nodes: readonly unknown[], over: AdminAnswers = {}): AdminAnswers => ({
  ...shopAnswers(),
  OrdersAndVariants: () => ({ orders: page(nodes) }),
  ...over,
});

const collect = (answers: AdminAnswers) => collectOne(orders, aCollectContext(answers), { clock });

async function ordersOf(nodes: readonly unknown[], over: AdminAnswers = {}): Promise<readonly Order[]> {
  const collected = await collect(shopWith(nodes, over));
  if (collected.status !== 'collected') throw new Error(collected.reason);
  return collected.value.orders;
}

const orderOf = async (over: Readonly<Record<string, unknown>>) => (await ordersOf([anOrderNode(over)]))[0];
const lineOf = async (over: Readonly<Record<string, unknown>>) =>
  (await ordersOf([anOrderNode({}, [aLineNode(over)])]))[0]?.lines[0];

describe('an order', () => {
  it('comes as tax asks, and with nothing else', async () => {
    expect(await ordersOf([anOrderNode()])).toEqual([
      {
        id: 'gid://shopify/Order/1001',
        name: '#1001',
        placedAt: '2026-11-10T08:00:00.000Z',
        currencyCode: 'INR',
        isCancelled: false,
        taxesIncluded: true,
        isTaxExempt: false,
        shipTo: { provinceCode: 'MH', countryCode: 'IN' },
        billTo: { provinceCode: 'MH', countryCode: 'IN' },
        dispatchedFrom: ['gid://shopify/Location/1'],
        lines: [
          {
            title: 'Block-print kurta',
            sku: 'KURTA-M',
            variantId: 'gid://shopify/ProductVariant/11',
            vendor: 'Marigold',
            quantity: 1,
            isTaxable: true,
            amountPaise: 105_000,
            taxes: [
              { title: 'CGST', ratePpm: 25_000, paise: 2_500 },
              { title: 'SGST', ratePpm: 25_000, paise: 2_500 },
            ],
          },
        ],
        shipping: [
          {
            title: 'Standard',
            amountPaise: 5_250,
            taxes: [
              { title: 'CGST', ratePpm: 25_000, paise: 125 },
              { title: 'SGST', ratePpm: 25_000, paise: 125 },
            ],
          },
        ],
        buyerGstins: [],
        invoiceNumber: null,
        channel: 'web',
      },
    ]);
  });

  it('without addresses, or with an empty one, is kept', async () => {
    expect(
      await orderOf({ shippingAddress: null, billingAddress: { provinceCode: null, countryCodeV2: null } }),
    ).toMatchObject({ shipTo: null, billTo: { provinceCode: null, countryCode: null } });
  });

  it('made as a test is left out, whatever the search let through', async () => {
    expect(await ordersOf([anOrderNode({ test: true })])).toEqual([]);
  });

  it('that was cancelled says so', async () => {
    expect(await orderOf({ cancelledAt: '2026-11-11T00:00:00Z' })).toMatchObject({ isCancelled: true });
  });

  it.each<[string, readonly (readonly [string, string | null])[], string | null, readonly string[]]>([
    ['each place once', [['SUCCESS', 'L/1'], ['OPEN', 'L/2'], ['SUCCESS', 'L/1']], null, ['L/1', 'L/2']], // prettier-ignore
    ['nothing that did not leave', [['CANCELLED', 'L/1'], ['ERROR', 'L/2'], ['FAILURE', 'L/3']], null, []], // prettier-ignore
    ['nothing of a place that is gone', [['SUCCESS', null]], null, []],
    ['the counter before anything left', [], 'L/9', ['L/9']],
    ['the shipment rather than the counter', [['SUCCESS', 'L/1']], 'L/9', ['L/1']],
  ])('names as its places of dispatch %s', async (_what, sent, counter, places) => {
    const fulfillments = sent.map(([status, id]) => ({ status, location: id === null ? null : { id } }));
    const retailLocation = counter === null ? null : { id: counter };
    expect(await orderOf({ fulfillments, retailLocation })).toMatchObject({ dispatchedFrom: places });
  });

  it('brings buyer GSTINs from its three places, and drops all else that was written on it', async () => {
    const order = await orderOf({
      customAttributes: [
        { key: 'Buyer GSTIN', value: '27AAPFU0939F1ZV' },
        { key: 'Gift message', value: 'For Meera with love' },
      ],
      checkoutGstin: { value: '29AAPFU0939F1ZR' },
      buyerGstin: { value: ' 07AAPFU0939F1ZX' },
    });
    expect(order?.buyerGstins).toEqual([
      { place: 'cart-attribute', text: '27AAPFU0939F1ZV' },
      { place: 'checkout-field', text: '29AAPFU0939F1ZR' },
      { place: 'order-metafield', text: '07AAPFU0939F1ZX' },
    ]);
    expect(JSON.stringify(order)).not.toContain('Meera');
  });

  it.each([
    ['our field before the attribute', { value: 'A/1' }, 'B/1', 'A/1'],
    ['the attribute where our field is empty', { value: ' ' }, 'B/1', 'B/1'],
    ['the attribute where our field is not there', null, 'B/1', 'B/1'],
    ['nothing where neither says it', null, '', null],
  ])('takes as its invoice number %s', async (_what, invoiceNumber, value, expected) => {
    const customAttributes = [{ key: 'invoice no', value }];
    expect(await orderOf({ invoiceNumber, customAttributes })).toMatchObject({ invoiceNumber: expected });
  });

  it.each([
    ['web', 'Online Store', 'web'],
    ['580111', 'Invented Bazaar', 'Invented Bazaar'],
    [null, 'Invented Bazaar', 'Invented Bazaar'],
    ['580111', null, '580111'],
    [null, null, null],
  ])('from %j of %j has the channel %j', async (sourceName, name, channel) => {
    expect(await orderOf({ sourceName, app: name === null ? null : { name } })).toMatchObject({ channel });
  });
});

describe('a line', () => {
  it('is worth its total less each discount, on the line and on the order', async () => {
    const discountAllocations = ['100.00', '0.55'].map((amount) => ({ allocatedAmountSet: money(amount) }));
    expect(await lineOf({ discountAllocations })).toMatchObject({ amountPaise: 94_945 });
  });

  it('keeps a tax above its price, and two taxes of one title', async () => {
    const taxLines = [...someTaxLines('2000.00'), ...someTaxLines('1.00', 0.09)];
    const line = await lineOf({ taxLines });
    expect(line?.taxes.map(({ title, paise }) => [title, paise])).toEqual([
      ['CGST', 200_000],
      ['SGST', 200_000],
      ['CGST', 100],
      ['SGST', 100],
    ]);
  });

  it.each([
    ['a float', 0.18, 18, 180_000],
    ['a float that is not exact', 0.07 + 0.000_000_000_1, 7, 70_000],
    ['a quarter of a percent', 0.0025, 0.25, 2_500],
    ['percent alone', null, 2.5, 25_000],
    ['zero', 0, 0, 0],
    ['nothing: read from the amounts', null, null, 25_000], // 25 of 1,000
  ])('has its rate from %s', async (_what, rate, ratePercentage, ratePpm) => {
    const [cgst, sgst] = someTaxLines();
    const taxLines = [{ ...cgst, rate, ratePercentage }, sgst];
    expect((await lineOf({ taxLines }))?.taxes[0]?.ratePpm).toBe(ratePpm);
  });

  it.each([
    ['taken off before tax', 0, [], 0],
    ['refunded later: its tax was charged', 0, someTaxLines(), 1],
    ['untaxed but sold', 1, [], 1],
  ])('%s', async (_what, currentQuantity, taxLines, kept) => {
    const [order] = await ordersOf([anOrderNode({}, [aLineNode({ currentQuantity, taxLines })])]);
    expect(order?.lines).toHaveLength(kept);
  });

  it.each([
    ['made by hand', { variant: null, sku: null, vendor: null }],
    ['with empty words', { variant: null, sku: '', vendor: '' }],
  ])('%s has no variant, SKU or vendor', async (_what, over) => {
    expect(await lineOf(over)).toMatchObject({ variantId: null, sku: null, vendor: null });
  });
});

describe('orders in pages', () => {
  it('come oldest first, from every page, and once if told twice', async () => {
    const at = (number: number, createdAt: string) => anOrderNode({ id: `gid://shopify/Order/${number}`, createdAt });
    const pages: Readonly<Record<string, unknown>> = {
      null: page([at(3, '2026-11-12T00:00:00Z'), at(2, '2026-11-11T00:00:00Z')], 'second'),
      second: page([at(2, '2026-11-11T00:00:00Z'), at(1, '2026-11-10T00:00:00+05:30')]),
    };
    const found = await ordersOf([], { OrdersAndVariants: ({ after }) => ({ orders: pages[String(after)] }) });
    expect(found.map(({ placedAt }) => placedAt)).toEqual([
      '2026-11-09T18:30:00.000Z',
      '2026-11-11T00:00:00.000Z',
      '2026-11-12T00:00:00.000Z',
    ]);
  });

  it('of 251 lines keep 250, read a hundred at a time', async () => {
    const lines = Array.from({ length: 251 }, (_, index) => aLineNode({ id: `${index}`, title: `Line ${index}` }));
    const first = { ...anOrderNode(), lineItems: page(lines.slice(0, 10), 'ten') };
    const [order] = await ordersOf([first], {
      OrderLinesAndVariants: ({ after }) => {
        const from = Number(after ?? 0);
        const next = from + 100 < lines.length ? `${from + 100}` : null;
        return { order: { lineItems: page(lines.slice(from, from + 100), next), shippingLines: page([]) } };
      },
    });
    expect(order?.lines.map(({ title }) => title)).toEqual(lines.slice(0, 250).map((line) => line['title']));
  });

  it('are asked for from sixty days before, tests left out', async () => {
    const asked: unknown[] = [];
    const answers = shopWith([], {
      OrdersAndVariants: ({ query }) => {
        asked.push(query);
        return { orders: page([]) };
      },
    });
    expect(await collect(answers)).toMatchObject({
      value: { since: '2026-09-23T06:30:00.000Z', orders: [], moreOrders: 0 },
    });
    expect(asked).toEqual(["created_at:>='2026-09-23T06:30:00.000Z' test:false"]);
  });

  it('without read_products do without the variant', async () => {
    const [order] = await ordersOf([], {
      GrantedScopes: () => ({ currentAppInstallation: { accessScopes: [{ handle: 'read_orders' }] } }),
      OrdersAndVariants: () => new Denied('orders.nodes.0.lineItems.nodes.0.variant'),
      Orders: () => ({ orders: page([anOrderNode({}, [aLineNode({ variant: undefined })])]) }),
    });
    expect(order?.lines[0]).toMatchObject({ variantId: null, sku: 'KURTA-M' });
  });
});

describe('orders that cannot be had', () => {
  it('name the scope that was not granted', async () => {
    const answers = shopWith([], { GrantedScopes: () => ({ currentAppInstallation: { accessScopes: [] } }) });
    expect(await collect(answers)).toMatchObject({ reason: 'not-permitted', missingScopes: ['read_orders'] });
  });

  it.each(['OrdersCount', 'OrdersAndVariants'])('are not permitted where Shopify refuses %s', async (question) => {
    const answers = shopWith([], { [question]: () => new Denied('orders') });
    expect(await collect(answers)).toMatchObject({ reason: 'not-permitted', missingScopes: ['read_orders'] });
  });

  it('are throttled', async () => {
    const throttled = () => {
      throw new ThrottledError(1_000);
    };
    expect(await collect(shopWith([], { OrdersAndVariants: throttled }))).toMatchObject({ reason: 'throttled' });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['an amount in words', { originalTotalSet: money('five') }],
    ['an amount as a number', { originalTotalSet: { shopMoney: { amount: 590 } } }],
    ['no amount', { originalTotalSet: null }],
    ['half a piece', { quantity: 0.5 }],
    ['a rate in words', { taxLines: [{ ...someTaxLines()[0], rate: '18%' }] }],
    ['a rate below nothing', { taxLines: [{ ...someTaxLines()[0], rate: -0.18, ratePercentage: null }] }],
    ['two rates that differ', { taxLines: [{ ...someTaxLines()[0], rate: 0.18, ratePercentage: 12 }] }],
    ['no tax lines', { taxLines: null }],
  ])('in an unknown shape: a line with %s', async (_what, over) => {
    const answers = shopWith([anOrderNode({}, [aLineNode(over)])]);
    expect(await collect(answers)).toMatchObject({ reason: 'unexpected-shape' });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a day for an instant', { createdAt: '2026-11-10' }],
    ['no id', { id: null }],
    ['taxesIncluded in words', { taxesIncluded: 'yes' }],
  ])('in an unknown shape: an order with %s', async (_what, over) => {
    expect(await collect(shopWith([anOrderNode(over)]))).toMatchObject({ reason: 'unexpected-shape' });
  });

  it('in pages without end are an unknown shape', async () => {
    const endless = { OrdersAndVariants: () => ({ orders: page([], 'again') }) };
    expect(await collect(shopWith([], endless))).toMatchObject({ reason: 'unexpected-shape' });
  });
});
