import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDomain, aResource, aTheme, aThemeFile } from '../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../test/security-factories.ts';
import {
  aBeaconBook,
  anApiTrace,
  anAppRecord,
  aScriptBook,
  aScriptSighting,
  someVendorTraces,
} from '../../test/vendor-factories.ts';
import { anAppBlock, aThemeWithApps } from '../../test/vendor-shop.ts';
import type { ApiTrace } from '../evidence/vendors.ts';
import { foundVendors, type TraceEvidence } from './found-vendors.ts';

const domains = [aDomain({ host: 'www.invented-shop.example' })];
const nobody = { name: null, handle: null, appId: null, host: null };
const told = (...traces: Partial<ApiTrace>[]): TraceEvidence => ({
  vendorTraces: someVendorTraces({ traces: traces.map((one) => anApiTrace({ ...nobody, ...one })) }),
});
const keysOf = (evidence: TraceEvidence) => foundVendors({ domains, ...evidence }).map(({ keys }) => keys);
const inTheme = (...resources: Parameters<typeof aResource>[0][]): TraceEvidence => ({
  theme: aTheme({ files: [aThemeFile({ resources: resources.map(aResource) })] }),
});
const onPage = (...pages: Parameters<typeof aPage>[0][]): TraceEvidence => ({
  storefront: aStorefront({ hosts: [aHostProbe({ host: 'www.invented-shop.example', pages: pages.map(aPage) })] }),
});
const script = (address: string) => aPageScript({ address, host: new URL(address).hostname });

describe('one vendor from many traces', () => {
  it('is known by handle, number, title and host', () => {
    const record = anAppRecord({ handle: 'invented-reviews', appId: '202', title: 'Invented Reviews' });
    const evidence = {
      theme: aThemeWithApps([anAppBlock()], [record]),
      ...told(
        { source: 'metafields', appId: '202' },
        { source: 'metaobjects', appId: '202', name: 'Another title', handle: 'invented-reviews' },
        { source: 'discounts', name: 'invented  REVIEWS' }, // a title alone, and only one app is called so
      ),
    };
    expect(foundVendors({ domains, ...evidence })).toMatchObject([
      {
        ...{ key: 'app:invented-reviews', keys: ['app:invented-reviews', 'appid:202', 'name:invented reviews'] },
        ...{ name: 'Invented Reviews', kind: 'app', isRecognised: true, isPlatform: false, strength: 'strong' },
        ...{ app: record, scripts: 'storefront', isActive: true },
      },
    ]);
  });

  it.each([
    [
      'two apps of one title',
      told({ appId: '1', name: 'Same' }, { appId: '2', name: 'Same' }),
      [['appid:1'], ['appid:2']],
    ],
    [
      'a title that two apps have',
      told({ appId: '1', name: 'Same' }, { appId: '2', name: 'Same' }, { source: 'discounts', name: 'Same' }),
      [['appid:1'], ['appid:2'], ['name:same']],
    ],
    [
      'a channel and an app of one name',
      told({ appId: '1', name: 'Same' }, { source: 'order-attributions', name: 'Same' }),
      [['appid:1'], ['channel:same']],
    ],
    [
      'a courier service that calls itself like another',
      told(
        { source: 'carrier-services', name: 'Tez', host: 'a.tez.example' },
        { source: 'carrier-services', name: 'Tez', host: 'b.evil.example' },
      ),
      [
        ['host:evil.example', 'carrier:tez b.evil.example'],
        ['host:tez.example', 'carrier:tez a.tez.example'],
      ],
    ],
    [
      'names that only resemble each other',
      told({ source: 'gateways', name: 'Invented Pay' }, { source: 'gateways', name: 'Invented Pay 2' }),
      [['gateway:invented pay'], ['gateway:invented pay 2']],
    ],
    [
      'two customers of one hoster',
      inTheme({ host: 'd1.cloudfront.net' }, { host: 'd2.cloudfront.net' }),
      [['host:d1.cloudfront.net'], ['host:d2.cloudfront.net']],
    ],
  ])('never joins %s', (_, evidence, keys) => expect(keysOf(evidence)).toEqual(keys));

  it('joins hosts, handles and gateways of a vendor of the table', () => {
    const evidence = {
      ...inTheme({ host: 'checkout.razorpay.com' }),
      ...told({ source: 'gateways', name: 'Razorpay Secure (UPI, Cards)' }),
    };
    expect(foundVendors({ domains, ...evidence })).toMatchObject([
      { key: 'known:razorpay', name: 'Razorpay', kind: 'payment-gateway', hosts: ['checkout.razorpay.com'] },
    ]);
  });

  it('does not depend on the order of the traces', () => {
    const traces: Partial<ApiTrace>[] = [
      { source: 'channels', appId: '1', handle: 'one', name: 'One' },
      { source: 'publications', name: 'One' },
      { source: 'metafields', appId: '1' },
      { source: 'orders', appId: '2', name: 'Two' },
      { source: 'discounts', name: 'Two' },
      { source: 'metaobjects', appId: '2', handle: 'two', name: 'Two' },
      { source: 'carrier-services', name: 'One', host: 'one.example' },
    ];
    const found = foundVendors(told(...traces));
    expect(found.map(({ key }) => key)).toEqual(['app:one', 'app:two', 'host:one.example']);
    fc.assert(
      fc.property(fc.shuffledSubarray(traces, { minLength: traces.length }), (some) => {
        expect(foundVendors(told(...some))).toEqual(found);
      }),
    );
  });
});

describe('traces on pages', () => {
  it.each([
    ['a script', onPage({ scripts: [script('https://cdn.chat.example/w.js')] }), 'host:chat.example', 'storefront'],
    [
      'a script of the cart',
      onPage({ kind: 'cart', scripts: [script('https://cdn.chat.example/w.js')] }),
      'host:chat.example',
      'sensitive',
    ],
    ['a frame', onPage({ scripts: [], frameHosts: ['pay.chat.example'] }), 'host:chat.example', 'none'],
    [
      'a form',
      onPage({ scripts: [], forms: [{ host: 'chat.example', scheme: 'https', asks: ['email'] }] }),
      'host:chat.example',
      'none',
    ],
    [
      'an app’s file on Shopify’s network',
      onPage({ scripts: [script('https://cdn.shopify.com/extensions/0199aaaa-bbbb/invented-chat-12/assets/w.js')] }),
      'app:invented-chat',
      'storefront',
    ],
    [
      'an app behind the shop’s own host',
      onPage({ scripts: [script('https://www.invented-shop.example/apps/quiz/w.js')] }),
      'proxy:quiz',
      'storefront',
    ],
    [
      'an inline script that names a host',
      onPage({
        scripts: [
          aPageScript({
            address: null,
            host: null,
            scheme: 'inline',
            hash: 'sha256-x',
            code: noCode({ hosts: ['t.chat.example'] }),
          }),
        ],
      }),
      'host:chat.example',
      'storefront',
    ],
  ] as const)('%s', (_, evidence, key, scripts) => {
    expect(foundVendors({ domains, ...evidence })).toMatchObject([{ key, scripts }]);
  });

  it('takes Shopify’s and the shop’s own scripts for nobody’s', () => {
    const own = ['https://cdn.shopify.com/s/files/a.js', 'https://www.invented-shop.example/cdn/b.js'].map(script);
    expect(keysOf({ ...onPage({ scripts: own }), ...inTheme({ host: 'invented-shop.example' }) })).toEqual([]);
  });

  it('keeps what was on a page that nobody could read this time, and lets go what is gone', () => {
    const sightings = [
      aScriptSighting({ identity: 'https://cdn.chat.example/w.js', pageKinds: ['cart'] }),
      aScriptSighting({ identity: 'https://cdn.left.example/w.js', pageKinds: ['home'] }),
      aScriptSighting({
        identity: 'https://cdn.gone.example/w.js',
        pageKinds: ['cart'],
        goneAt: '2026-11-01T00:00:00.000Z',
      }),
      aScriptSighting({ identity: 'https://www.invented-shop.example/own.js', pageKinds: ['cart'] }),
      aScriptSighting({ identity: 'frame:pay.frame.example', pageKinds: ['cart'] }),
    ];
    const scriptBook = aScriptBook({ sightings });
    expect(foundVendors({ domains, scriptBook, ...onPage({ scripts: [] }) })).toMatchObject([
      { key: 'host:chat.example', scripts: 'sensitive' },
      { key: 'host:frame.example', scripts: 'none' },
    ]);
    expect(keysOf({ scriptBook })).toHaveLength(3); // no visit at all
  });

  it('tells of whom only browsers saw', () => {
    const seen = {
      identity: 'https://cdn.late.example/w.js',
      host: 'cdn.late.example',
      pageKind: 'cart',
      reports: 2,
    } as const;
    const beacon = aBeaconBook({
      seen: [{ ...seen, firstSeenAt: '2026-11-20T00:00:00.000Z', lastSeenAt: '2026-11-21T00:00:00.000Z' }],
    });
    expect(foundVendors({ domains, scriptBook: aScriptBook({ beacon }) })).toMatchObject([
      { key: 'host:late.example', traces: [{ source: 'beacon' }], scripts: 'sensitive' },
    ]);
  });
});

describe('what is told of a vendor', () => {
  it.each([
    [
      'Shopify’s own channel',
      told({ source: 'channels', appId: '580111', name: 'Online Store' }),
      { isPlatform: true },
    ],
    [
      'an app that takes its name',
      told({ source: 'channels', appId: '666', name: 'Online Store' }),
      { isPlatform: false },
    ],
    [
      'Shopify Payments',
      told({ source: 'gateways', name: 'shopify_payments' }),
      { isPlatform: true, name: 'Shopify Payments' },
    ],
    [
      'an app made by Shopify',
      { theme: aThemeWithApps([anAppBlock()], [anAppRecord({ madeBy: 'shopify' })]) },
      { isPlatform: true },
    ],
    [
      'a custom app',
      { theme: aThemeWithApps([anAppBlock()], [anAppRecord({ madeBy: 'merchant' })]) },
      { kind: 'custom-app' },
    ],
    [
      'an app of which nothing is told',
      { theme: aThemeWithApps([anAppBlock()]) },
      { isRecognised: false, name: 'invented-reviews' },
    ],
    ['an app that is a number', told({ source: 'metafields', appId: '101' }), { isRecognised: false, name: 'App 101' }],
    ['an app with number and title', told({ appId: '101', name: 'Parcel' }), { isRecognised: true, name: 'Parcel' }],
    [
      'a warehouse',
      told({
        source: 'fulfillment-services',
        name: 'Godown',
        handle: 'judge-me-reviews',
        host: 'stock.godown.example',
      }),
      { kind: 'service', name: 'Godown', key: 'host:godown.example' },
    ],
    ['a public library host', inTheme({ host: 'unpkg.com' }), { isRecognised: false, name: 'unpkg', kind: 'script' }],
    [
      'a switched-off embed',
      { theme: aThemeWithApps([anAppBlock({ isDisabled: true })]) },
      { isActive: false, scripts: 'none' },
    ],
  ] as const)('%s', (_, evidence, expected) => {
    expect(foundVendors({ domains, ...evidence })).toMatchObject([expected]);
  });

  it('reads a theme of an older snapshot', () => {
    const { appBlocks: _, ...old } = aThemeFile({ resources: [] });
    expect(foundVendors({ theme: aTheme({ files: [old] }) })).toEqual([]);
  });

  it('cleans foreign names, and keeps a hundred places at most', () => {
    const files = Array.from({ length: 300 }, (_, index) =>
      aThemeFile({ filename: `s/${index}.liquid`, resources: [aResource({ host: 'chat.example' })] }),
    );
    const [vendor] = foundVendors({ domains, theme: aTheme({ files }) });
    expect(vendor?.traces).toHaveLength(100);
    const [named] = foundVendors(told({ appId: '1', name: `<b>\u202Eevil\u0007${'x'.repeat(900)}` }));
    expect(named?.name).toMatch(/^<b>evil x+$/);
    expect(named?.name.length).toBeLessThanOrEqual(120);
  });

  it('sums up what several apps of one firm ask for', () => {
    const blocks = ['yotpo-product-reviews', 'yotpo-loyalty-rewards'].map((appHandle) => anAppBlock({ appHandle }));
    const records = blocks.map(({ appHandle: handle }, index) =>
      anAppRecord({ handle, appId: String(index), scopes: [`read_${index}`, 'read_products'] }),
    );
    expect(foundVendors({ theme: aThemeWithApps(blocks, records) })).toMatchObject([
      { key: 'known:yotpo', app: { scopes: ['read_0', 'read_1', 'read_products'] } },
    ]);
  });

  it('stays linear: 500 vendors with 5,000 traces', () => {
    const traces = Array.from({ length: 5_000 }, (_, index) => ({
      ...({ source: 'orders', appId: String(index % 500), name: `App ${index}` } as const),
    }));
    expect(foundVendors(told(...traces))).toHaveLength(500);
  });
});
