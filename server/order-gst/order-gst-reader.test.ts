import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../test/a-gstin.ts';
import { fakeAdmin, shopAnswers, type AdminAnswers } from '../../test/fake-admin.ts';
import { aLineNode, anOrderHead, anOrderNode, someTaxLines } from '../../test/fake-commerce.ts';
import { OrderNode } from '../collect/orders/order-node.ts';
import { NO_CHANGES } from '../../core/gst/law.ts';
import { NOT_JUDGED_WORDS } from '../../core/order-gst-words.ts';
import type { AccessDenial, AdminApi } from '../shopify/admin-api.ts';
import { AdminUnreachableError, EvidenceShapeError } from '../shopify/admin-errors.ts';
import type { KnownBuyer } from '../buyers/buyer-answer.ts';
import { orderGstReader } from './order-gst-reader.ts';
import { sellerReader } from './seller-reader.ts';

const SHOP = 'marigold.myshopify.com';
const AT = '2026-11-22T06:30:00.000Z';
const OWN = aGstin();
const BUYER = aGstin({ pan: 'AAAPZ4321D' });
const COMPANY = aGstin({ state: '29', pan: 'AAAPZ4321D' });

const orderOf = (over: Readonly<Record<string, unknown>>, lines?: Parameters<typeof anOrderNode>[1]) => ({
  OrdersById: () => ({ nodes: [anOrderNode(over, lines)] }),
});

interface Setting {
  readonly answers?: AdminAnswers;
  readonly denied?: readonly string[];
  readonly snapshots?: readonly string[];
  readonly registrations?: readonly string[];
  readonly known?: readonly KnownBuyer[];
  readonly admin?: AdminApi;
}

/** A reader over a fake shop in Maharashtra, and what it asked the look-up service. */
function setting({ answers = {}, denied = [], snapshots = ['1'], registrations = [OWN], known = [], admin }: Setting) {
  const asked: string[] = [];
  const fake = fakeAdmin({ ...shopAnswers(), ...answers });
  const denying: AdminApi = {
    ...fake,
    async query(document, variables) {
      const answer = await fake.query(document, variables);
      const name = /query (\w+)/.exec(document)?.[1];
      const own = denied.filter((one) => one.startsWith(`${name}:`)).map((one) => one.slice(`${name}:`.length));
      return { ...answer, denied: own.map((path): AccessDenial => ({ path, requiredAccess: null })) };
    },
  };
  const reader = orderGstReader({
    adminFor: () => admin ?? denying,
    clock: { now: () => new Date(AT) },
    buyers: {
      known: async (_shop, gstins) =>
        new Map(known.filter(({ gstin }) => gstins.includes(gstin)).map((one) => [one.gstin, one])),
      async ask(_shop, { gstin, orderId }) {
        asked.push(`${gstin} ${orderId}`);
      },
    },
    seller: sellerReader({
      snapshots: { ids: async () => snapshots },
      registrations: { list: async () => registrations.map((gstin) => ({ gstin, statedAt: AT })) },
      taxProfiles: {
        read: async () => ({ turnover: null, isUnregistered: null, sellsForOthers: null, registrations: [] }),
      },
      registry: { entries: async () => [] },
      law: { changes: async () => NO_CHANGES },
    }),
  });
  return { reader, asked, names: fake.asked };
}

const one = (of: Setting) => setting(of).reader.one(SHOP, '1001');

describe('one order', () => {
  it('is judged as it stands in the shop', async () => {
    expect(await one({})).toMatchObject({
      id: '1001',
      name: '#1001',
      placedOn: '2026-11-10',
      asOf: AT,
      buyerNumbers: [],
      buyerBusiness: null,
      tax: { isJudged: true, verdict: 'right', taxPaise: 5_250, differencePaise: 0 },
      lines: 1,
      moreLines: false,
      missing: [],
    });
  });

  it('reads no snapshot, no customer and no product', async () => {
    const { reader, names } = setting({});
    await reader.one(SHOP, '1001');
    expect([...names].sort()).toEqual(['CompaniesById', 'Locations', 'OrdersById']);
  });

  it.each<[string, AdminAnswers]>([
    ['that is not there', { OrdersById: () => ({ nodes: [null] }) }],
    ['whose number is of something else', { OrdersById: () => ({ nodes: [{ __typename: 'Product' }] }) }],
    ['of no answer at all', { OrdersById: () => ({ nodes: [] }) }],
  ])('%s is null', async (_name, answers) => {
    expect(await one({ answers })).toBeNull();
  });

  it.each<[string, Setting, unknown]>([
    [
      'orders',
      { answers: { OrdersById: () => ({ nodes: [null] }) }, denied: ['OrdersById:nodes.0'] },
      { name: '', tax: { reason: 'not-permitted' }, missing: ['read_orders'] },
    ],
    [
      'all orders at once',
      { answers: { OrdersById: () => ({ nodes: null }) }, denied: ['OrdersById:nodes'] },
      { tax: { reason: 'not-permitted' }, missing: ['read_orders'] },
    ],
    [
      'addresses',
      {
        answers: orderOf({ shippingAddress: null, billingAddress: null }),
        denied: ['OrdersById:nodes.0.shippingAddress', 'OrdersById:nodes.0.billingAddress'],
      },
      {
        tax: { reason: 'delivery-unknown', sentence: NOT_JUDGED_WORDS['address-hidden'] },
        missing: ['protected-data'],
      },
    ],
    [
      'locations',
      {
        answers: { ...orderOf({ fulfillments: [{ status: 'SUCCESS', location: null }] }), Locations: () => null },
        denied: ['OrdersById:nodes.0.fulfillments.0.location', 'Locations:locations'],
      },
      { tax: { isJudged: true }, missing: ['read_locations'] },
    ],
    [
      'companies',
      { answers: { CompaniesById: () => null }, denied: ['CompaniesById:nodes.0.purchasingEntity'] },
      { tax: { isJudged: true }, missing: ['read_companies'] },
    ],
  ])('says that Shopify hides %s', async (_name, of, expected) => {
    expect(await one(of)).toMatchObject(expected as object);
  });

  it.each<[string, Setting, string]>([
    ['before the first check', { snapshots: [] }, NOT_JUDGED_WORDS['no-check-yet'].en],
    ['without a registration', { registrations: [] }, NOT_JUDGED_WORDS['no-registration'].en],
  ])('is not judged %s', async (_name, of, words) => {
    expect(await one(of)).toMatchObject({
      tax: { isJudged: false, reason: 'no-check-yet', taxPaise: 5_250, sentence: { en: words } },
    });
  });

  it('shows the numbers of all places, and what is known of them', async () => {
    const known: KnownBuyer = {
      ...{ gstin: BUYER, isFound: false, status: null, taxpayerKind: null, stateCode: null, legalName: 'Nobody' },
      ...{ service: 'setu', learnedAt: AT },
    };
    const answers = {
      ...orderOf({
        customAttributes: [{ key: 'Buyer GSTIN', value: BUYER }],
        billingAddress: { provinceCode: 'KA', countryCodeV2: 'IN' },
      }),
      CompaniesById: () => ({
        nodes: [
          {
            ...{ __typename: 'Order', id: 'gid://shopify/Order/1001', test: false },
            purchasingEntity: { location: { taxSettings: { taxRegistrationId: COMPANY } } },
          },
        ],
      }),
    };
    const read = await one({ answers, known: [known] });
    expect(
      read?.buyerNumbers.map(({ place, isUsed, gstin, registry }) => [place, isUsed, gstin, registry?.status]),
    ).toEqual([
      ['company', true, COMPANY, undefined],
      ['cart-attribute', false, BUYER, 'not-found'],
    ]);
    expect(JSON.stringify(read)).not.toContain('Nobody');
  });

  it('has the service asked only when a person wants it, and for the number that counts', async () => {
    const answers = orderOf({ customAttributes: [{ key: 'gstin', value: BUYER }] });
    const { reader, asked } = setting({ answers });
    await reader.one(SHOP, '1001');
    await reader.many(SHOP, ['1001']);
    expect(asked).toEqual([]);
    await reader.oneAnew(SHOP, '1001');
    expect(asked).toEqual([`${BUYER} gid://shopify/Order/1001`]);
  });

  it('asks no service about a number that could not exist', async () => {
    const { reader, asked } = setting({ answers: orderOf({ customAttributes: [{ key: 'gstin', value: '27XXX' }] }) });
    await reader.oneAnew(SHOP, '1001');
    expect(asked).toEqual([]);
  });

  it.each<[string, unknown, string | null]>([
    ['as the buyer wrote it', ' Invented   Traders ', 'Invented Traders'],
    ['without what hides or turns text', 'Inv\u202eented\u200b\u0007', 'Invented'],
    ['cut', 'x'.repeat(300), 'x'.repeat(100)],
    ['empty', '  ', null],
    ['missing', null, null],
  ])('shows the business %s', async (_name, value, expected) => {
    const read = await one({ answers: orderOf({ customAttributes: [{ key: 'Buyer business', value }] }) });
    expect(read?.buyerBusiness).toBe(expected);
  });

  it('keeps no business in evidence', () => {
    const head = anOrderHead({ customAttributes: [{ key: 'Buyer business', value: 'Invented Traders' }] });
    expect(JSON.stringify(OrderNode.parse(head))).not.toContain('Invented Traders');
  });

  it.each([
    [1_000, 1_000, false],
    [2_000, 2_000, false],
    [2_050, 2_000, true],
  ])('of %d lines shows %d; more: %s', async (count, lines, moreLines) => {
    const all = Array.from({ length: count }, (_, index) => aLineNode({ id: `gid://shopify/LineItem/${index + 1}` }));
    const page = (from: number, size: number) => ({
      nodes: all.slice(from, from + size),
      pageInfo: { hasNextPage: from + size < all.length, endCursor: String(from + size) },
    });
    const answers: AdminAnswers = {
      ...orderOf({ lineItems: page(0, 10) }),
      OrderLines: ({ after }) => ({
        order: { lineItems: page(Number(after ?? 0), 100), shippingLines: { nodes: [] } },
      }),
    };
    const read = await one({ answers });
    expect(read).toMatchObject({ lines, moreLines, tax: { verdict: 'right', taxPaise: lines * 5_000 } });
  });

  it.each<[string, Setting, unknown]>([
    [
      'an answer of another shape',
      { answers: { OrdersById: () => ({ nodes: [{ __typename: 'Order', id: 7 }] }) } },
      EvidenceShapeError,
    ],
    [
      'no answer',
      { admin: { query: () => Promise.reject(new AdminUnreachableError()), fileLines: fakeAdmin({}).fileLines } },
      AdminUnreachableError,
    ],
  ])('throws a typed error for %s', async (_name, of, error) => {
    await expect(one(of)).rejects.toThrow(error);
  });
});

describe('many orders', () => {
  const igst = [aLineNode({ taxLines: [{ ...someTaxLines('50.00', 0.05)[0], title: 'IGST' }] })];
  const NODES: Readonly<Record<string, unknown>> = {
    'gid://shopify/Order/1': anOrderNode({ id: 'gid://shopify/Order/1', name: '#1' }),
    'gid://shopify/Order/2': {
      ...anOrderNode({ id: 'gid://shopify/Order/2', name: '#2' }, igst),
      shippingLines: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    },
    'gid://shopify/Order/3': anOrderNode({
      id: 'gid://shopify/Order/3',
      name: '#3',
      cancelledAt: '2026-11-11T00:00:00Z',
    }),
  };
  const answers: AdminAnswers = {
    OrdersById: ({ ids }) => ({ nodes: (ids as string[]).map((id) => NODES[id] ?? null) }),
  };

  it('come in the order asked for, each with its result', async () => {
    const { reader } = setting({ answers });
    const { orders, counts, differencePaise } = await reader.many(SHOP, ['9', '2', '1', '3']);
    expect(orders.map(({ id, name, result }) => [id, name, result])).toEqual([
      ['9', null, 'not-found'],
      ['2', '#2', 'wrong'],
      ['1', '#1', 'right'],
      ['3', '#3', 'not-judged'],
    ]);
    expect(counts).toEqual({ right: 1, wrong: 1, notJudged: 1 });
    expect(differencePaise).toBe(5_000);
  });

  it('are read in pages, 250 of them too', async () => {
    const { reader } = setting({
      answers: {
        OrdersById: ({ ids }) => ({ nodes: (ids as string[]).slice(0, 20).map((id) => anOrderNode({ id })) }),
      },
    });
    const ids = Array.from({ length: 250 }, (_, index) => String(index + 1));
    const { orders, counts } = await reader.many(SHOP, ids);
    expect(orders.map(({ id }) => id)).toEqual(ids);
    expect(counts).toEqual({ right: 250, wrong: 0, notJudged: 0 });
  });

  it('are one row where one is asked for', async () => {
    const { reader } = setting({ answers });
    expect(await reader.row(SHOP, '2')).toMatchObject({ id: '2', result: 'wrong', differencePaise: 5_000 });
    expect(await reader.row(SHOP, '9')).toMatchObject({ id: '9', result: 'not-found' });
  });

  it('say of those that may not be read that they may not', async () => {
    const { reader } = setting({ answers: { OrdersById: () => ({ nodes: null }) }, denied: ['OrdersById:nodes'] });
    expect(await reader.row(SHOP, '1')).toMatchObject({
      name: null,
      result: 'not-judged',
      sentence: NOT_JUDGED_WORDS['not-permitted'],
    });
  });
});
