import { describe, expect, it } from '@jest/globals';
import { API_TRACE_SOURCES, type ApiTrace, type ApiTraceSource } from '../../../core/evidence/vendors.ts';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { wholePage } from '../../../test/fake-vendors.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../../shopify/admin-errors.ts';
import { collectOne } from '../run.ts';
import { vendorTraces } from './vendor-traces.ts';

const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
const collect = (over: AdminAnswers = {}) =>
  collectOne(vendorTraces, aCollectContext({ ...shopAnswers(), ...over }), { clock });

async function read(over: AdminAnswers = {}) {
  const collected = await collect(over);
  if (collected.status !== 'collected') throw new Error(collected.reason);
  return collected.value;
}

const granting = (...scopes: readonly string[]): AdminAnswers => ({
  GrantedScopes: () => ({ currentAppInstallation: { accessScopes: scopes.map((handle) => ({ handle })) } }),
});
const app = (number: number, title = `App ${number}`, handle: string | null = null) => ({
  id: `gid://shopify/App/${number}`,
  title,
  handle,
});
const order = (number: number | null, gateways: readonly string[], day: string) => ({
  createdAt: `2026-11-${day}T10:00:00+05:30`,
  app: number === null ? null : { id: `gid://shopify/App/${number}`, name: `App ${number}` },
  paymentGatewayNames: gateways,
});
const trace = (source: ApiTraceSource, over: Partial<ApiTrace>): ApiTrace => ({
  ...{ source, name: null, handle: null, appId: null, host: null },
  ...{ isActive: null, count: 1, lastAt: null, ...over },
});

describe('traces of other apps in the Admin API', () => {
  it('are read from every source but cart transforms, which name no app', async () => {
    const { sources, traces } = await read();
    expect(sources.map(({ source }) => source).sort()).toEqual(
      API_TRACE_SOURCES.filter((source) => source !== 'cart-transforms').toSorted(),
    );
    expect(
      sources.filter(
        ({ state, isPartial, missingScopes }) => state !== 'read' || isPartial || missingScopes.length > 0,
      ),
    ).toEqual([]);
    expect(traces).toEqual([]);
  });

  it.each<[string, AdminAnswers, readonly ApiTrace[]]>([
    [
      'orders: one an app, with the newest moment',
      {
        TraceOrders: () => ({
          orders: wholePage([order(1, [], '20'), order(2, [], '19'), order(1, [], '21'), order(null, [], '22')]),
        }),
      },
      [
        trace('orders', { appId: '1', name: 'App 1', count: 2, lastAt: '2026-11-21T04:30:00.000Z' }),
        trace('orders', { appId: '2', name: 'App 2', lastAt: '2026-11-19T04:30:00.000Z' }),
      ],
    ],
    [
      'gateways: one a name, each order once',
      {
        TraceOrders: () => ({
          orders: wholePage([
            order(null, ['razorpay', 'razorpay'], '20'),
            order(null, ['razorpay', 'Cash on Delivery (COD)'], '21'),
          ]),
        }),
      },
      [
        trace('gateways', { name: 'razorpay', count: 2, lastAt: '2026-11-21T04:30:00.000Z' }),
        trace('gateways', { name: 'Cash on Delivery (COD)', lastAt: '2026-11-21T04:30:00.000Z' }),
      ],
    ],
    [
      'channels',
      {
        TraceChannels: () => ({
          channels: wholePage([
            { name: 'Bazaar', app: app(3, 'Bazaar app', 'bazaar') },
            { name: 'Bare', app: app(4, ' ') },
          ]),
        }),
      },
      [
        trace('channels', { appId: '3', name: 'Bazaar app', handle: 'bazaar' }),
        trace('channels', { appId: '4', name: 'Bare' }),
      ],
    ],
    [
      'publications: by their apps, else by title',
      {
        TracePublications: () => ({
          publications: wholePage([
            { catalog: { title: 'Channel Catalog 9', apps: { nodes: [app(3)] } } },
            { catalog: { title: 'Invented bazaar' } },
            { catalog: { title: 'Empty', apps: { nodes: [] } } },
            { catalog: null },
          ]),
        }),
      },
      [
        trace('publications', { appId: '3', name: 'App 3' }),
        trace('publications', { name: 'Invented bazaar' }),
        trace('publications', { name: 'Empty' }),
      ],
    ],
    [
      'order attributions',
      {
        TraceOrderAttributions: () => ({
          orderAttributionDefinitions: wholePage([{ handle: 'bazaar', displayName: 'Bazaar' }]),
        }),
      },
      [trace('order-attributions', { handle: 'bazaar', name: 'Bazaar' })],
    ],
    [
      'discounts',
      { TraceDiscounts: () => ({ appDiscountTypesNodes: wholePage([{ app: app(5) }, { app: app(5) }]) }) },
      [trace('discounts', { appId: '5', name: 'App 5', count: 2 })],
    ],
    [
      'functions: active when one of them is',
      {
        TracePaymentCustomizations: () => ({
          paymentCustomizations: wholePage([
            { enabled: false, shopifyFunction: { app: app(6) } },
            { enabled: true, shopifyFunction: { app: app(6) } },
            { enabled: false, shopifyFunction: { app: app(7) } },
          ]),
        }),
        TraceValidations: () => ({ validations: wholePage([{ enabled: true, shopifyFunction: { app: app(6) } }]) }),
      },
      [
        trace('payment-customizations', { appId: '6', name: 'App 6', isActive: true, count: 2 }),
        trace('payment-customizations', { appId: '7', name: 'App 7', isActive: false }),
        trace('validations', { appId: '6', name: 'App 6', isActive: true }),
      ],
    ],
    [
      'carriers: the host alone of the address',
      {
        TraceCarrierServices: () => ({
          carrierServices: wholePage([
            { name: 'Parcel', active: true, callbackUrl: 'https://u:p@rates.parcel.example/quote?key=secret' },
            { name: null, active: false, callbackUrl: null },
            { name: 'Shopify Shipping', active: true, callbackUrl: null },
          ]),
        }),
      },
      [
        trace('carrier-services', { name: 'Parcel', host: 'rates.parcel.example', isActive: true }),
        trace('carrier-services', { name: 'Shopify Shipping', isActive: true }),
      ],
    ],
    [
      'fulfilment services of others',
      {
        TraceFulfillmentServices: () => ({
          shop: {
            fulfillmentServices: [
              { serviceName: 'Manual', handle: 'manual', type: 'MANUAL', callbackUrl: null },
              { serviceName: 'Gift card', handle: 'gift_card', type: 'GIFT_CARD', callbackUrl: null },
              {
                serviceName: 'Godown',
                handle: 'godown',
                type: 'THIRD_PARTY',
                callbackUrl: 'https://godown.example/stock',
              },
            ],
          },
        }),
      },
      [trace('fulfillment-services', { name: 'Godown', handle: 'godown', host: 'godown.example' })],
    ],
    [
      'metafields: the number alone, once for all owners',
      {
        TraceMetafields: ({ ownerType }) => ({
          metafieldDefinitions: wholePage(
            ownerType === 'ORDER'
              ? [{ namespace: 'app--8--x' }, { namespace: 'custom' }, { namespace: 'app--8--y' }]
              : [{ namespace: 'app--8--x' }],
          ),
        }),
      },
      [trace('metafields', { appId: '8', count: 4 })],
    ],
    [
      'metaobjects',
      {
        TraceMetaobjects: () => ({
          metaobjectDefinitions: wholePage([{ createdAt: '2026-01-02T03:04:05Z', createdByApp: app(9) }]),
        }),
      },
      [trace('metaobjects', { appId: '9', name: 'App 9', lastAt: '2026-01-02T03:04:05.000Z' })],
    ],
  ])('%s', async (_what, answers, expected) => {
    expect((await read(answers)).traces).toEqual(expected);
  });

  it('leave out what Prahari made itself', async () => {
    const { traces } = await read({
      GrantedScopes: () => ({
        currentAppInstallation: { app: { id: 'gid://shopify/App/8' }, accessScopes: [{ handle: 'read_orders' }] },
      }),
      TraceMetafields: () => ({
        metafieldDefinitions: wholePage([{ namespace: 'app--8--x' }, { namespace: 'app--88--x' }]),
      }),
    });
    expect(traces.map(({ appId }) => appId)).toEqual(['88']);
  });

  it('say that there is more than is read', async () => {
    const { sources } = await read({ TraceOrders: () => ({ orders: wholePage([order(1, [], '20')], true) }) });
    expect(sources.filter(({ isPartial }) => isPartial).map(({ source }) => source)).toEqual(['orders', 'gateways']);
  });

  it('are at most 250 a source', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `gateway ${at}`);
    const orders = Array.from({ length: 250 }, (_, at) =>
      order(
        at,
        names.map((name) => `${name} of ${at}`),
        '20',
      ),
    );
    const { traces } = await read({ TraceOrders: () => ({ orders: wholePage(orders) }) });
    expect(traces.filter(({ source }) => source === 'gateways')).toHaveLength(250);
    expect(traces.filter(({ source }) => source === 'orders')).toHaveLength(250);
  });
});

describe('a source that is not granted', () => {
  it('is not asked, and names exactly the scopes that are missing', async () => {
    const { sources } = await read({
      ...granting('read_products', 'write_discounts'),
      TraceOrders: () => new Denied('orders'),
    });
    const missing = Object.fromEntries(
      sources.map(({ source, state, missingScopes }) => [source, [state, ...missingScopes]]),
    );
    expect(missing).toEqual({
      orders: ['not-permitted', 'read_orders'],
      gateways: ['not-permitted', 'read_orders'],
      channels: ['read'],
      publications: ['not-permitted', 'read_publications'],
      'order-attributions': ['read'],
      discounts: ['read'], // a write scope brings reading
      'delivery-customizations': ['not-permitted', 'read_delivery_customizations'],
      'payment-customizations': ['not-permitted', 'read_payment_customizations'],
      validations: ['not-permitted', 'read_validations'],
      'carrier-services': ['not-permitted', 'read_shipping'],
      'fulfillment-services': ['read'],
      metafields: ['read', 'read_orders'], // of products they are read, of orders not
      metaobjects: ['not-permitted', 'read_metaobject_definitions'],
    });
    expect(sources.filter(({ isPartial }) => isPartial).map(({ source }) => source)).toEqual(['metafields']);
  });

  it('hides no other, though Shopify refuses what was granted', async () => {
    const { sources, traces } = await read({
      TraceChannels: () => new Denied('channels'),
      TraceDiscounts: () => ({ appDiscountTypesNodes: wholePage([{ app: app(5) }]) }),
    });
    expect(sources.find(({ source }) => source === 'channels')).toMatchObject({
      state: 'not-permitted',
      missingScopes: [],
    });
    expect(traces.map(({ appId }) => appId)).toEqual(['5']);
  });
});

const FAILURES: readonly (readonly [string, Error])[] = [
  ['throttled', new ThrottledError(1_000)],
  ['unreachable', new AdminUnreachableError()],
  ['unexpected-shape', new EvidenceShapeError('Shopify')],
];

describe('a source that fails', () => {
  it.each(FAILURES)('fails alone when it is %s', async (_reason, error) => {
    const { sources } = await read({
      TraceCarrierServices: () => {
        throw error;
      },
    });
    expect(sources.filter(({ state }) => state !== 'read')).toEqual([
      { source: 'carrier-services', state: 'failed', missingScopes: [], isPartial: false },
    ]);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['text', 'no'],
    ['another root', { shop: {} }],
    ['a page of another shape', { channels: { nodes: 'none' } }],
    [
      'more than was asked for',
      { channels: wholePage(Array.from({ length: 251 }, () => ({ name: 'x', app: app(1) }))) },
    ],
    ['an app that is a text', { channels: wholePage([{ name: 'x', app: 'App' }]) }],
  ])('fails alone after %s', async (_what, answer) => {
    const { sources } = await read({ TraceChannels: () => answer });
    expect(sources.filter(({ state }) => state === 'failed').map(({ source }) => source)).toEqual(['channels']);
  });

  it.each(FAILURES)('is no evidence when all are %s', async (reason, error) => {
    const names = Object.keys(shopAnswers()).filter((name) => name.startsWith('Trace'));
    const all = Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          throw error;
        },
      ]),
    );
    expect(await collect(all)).toMatchObject({ status: 'unavailable', reason });
  });

  it('is no evidence when the token is refused halfway', async () => {
    const collected = await collect({
      TraceMetaobjects: () => {
        throw new TokenRefusedError();
      },
    });
    expect(collected).toMatchObject({ status: 'unavailable', reason: 'token-refused' });
  });
});
