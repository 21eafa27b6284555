import { describe, expect, it } from '@jest/globals';
import { aDomain } from '../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../test/security-factories.ts';
import { aBeaconBook, aScriptBook } from '../../test/vendor-factories.ts';
import type { PageScript, PageSeen } from '../evidence/storefront.ts';
import { scriptInventory } from './inventory.ts';
import { kindsRead, pagesRead } from './pages-read.ts';

const OWN = 'www.invented-shop.example';
const domains = [aDomain({ host: OWN }), aDomain({ host: 'invented.myshopify.com', isPrimary: false })];
const shop = (...pages: readonly PageSeen[]) => aStorefront({ hosts: [aHostProbe({ host: OWN, pages })] });
const itemsOf = (...pages: readonly PageSeen[]) => scriptInventory({ storefront: shop(...pages), domains });
const external = (address: string, over: Partial<PageScript> = {}) =>
  aPageScript({ address, host: new URL(address).hostname, ...over });
const inline = (over: Partial<PageScript> = {}) =>
  aPageScript({ address: null, host: null, scheme: 'inline', hash: 'sha256-a', ...over });
const APP = 'https://cdn.shopify.com/extensions/019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b/invented-reviews-12/assets/x.js';

describe('whose a script is', () => {
  it.each<[string, PageScript, string, string | null]>([
    ['the theme’s', external(`https://${OWN}/cdn/shop/t/1/assets/theme.js`), 'own', null],
    ['under the shop’s domain', external('https://static.invented-shop.example/x.js'), 'own', null],
    ['of the shop’s host at Shopify', external('https://invented.myshopify.com/x.js'), 'own', null],
    ['another shop’s', external('https://other.myshopify.com/x.js'), 'vendor', 'host:other.myshopify.com'],
    ['Shopify’s', external('https://cdn.shopify.com/shopifycloud/x.js'), 'platform', null],
    ['an app’s on Shopify’s network', external(APP), 'vendor', 'app:invented-reviews'],
    [
      'an app’s on the shop’s host',
      external(APP.replace('cdn.shopify.com', `${OWN}/cdn`)),
      'vendor',
      'app:invented-reviews',
    ],
    ['a stranger’s', external('https://reviews.example/x.js'), 'vendor', 'host:reviews.example'],
    [
      'a stranger’s who looks alike',
      external('https://my-invented-shop.example/x.js'),
      'vendor',
      'host:my-invented-shop.example',
    ],
    ['inline and plain', inline(), 'inline-plain', null],
    [
      'inline, with Shopify’s hosts and ours',
      inline({ code: noCode({ hosts: ['cdn.shopify.com', OWN] }) }),
      'inline-plain',
      null,
    ],
    [
      'inline, with a stranger’s host',
      inline({ code: noCode({ hosts: ['cdn.shopify.com', 'reviews.example'] }) }),
      'inline-foreign',
      'host:reviews.example',
    ],
    [
      'inline and odd',
      inline({ code: noCode({ behaviours: [{ behaviour: 'decoded-eval', line: 1, host: null }] }) }),
      'inline-foreign',
      null,
    ],
    ['inline, half read', inline({ code: noCode({ isPartial: true }) }), 'inline-foreign', null],
    ['inline, unread', inline({ code: null }), 'inline-foreign', null],
    ['a blob', inline({ scheme: 'blob', hash: null, code: null }), 'inline-foreign', null],
  ])('%s', (_what, script, origin, vendorKey) => {
    expect(itemsOf(aPage({ scripts: [script] }))).toMatchObject([{ origin, vendorKey }]);
  });

  it('a claimed host that proved nothing is no host of the shop', () => {
    const claimed = aHostProbe({ host: 'reviews.example', listedBy: 'own', outcome: 'not-verified', pages: [] });
    const page = aPage({ scripts: [external('https://reviews.example/x.js')] });
    const storefront = aStorefront({ hosts: [aHostProbe({ host: OWN, pages: [page] }), claimed] });
    expect(scriptInventory({ storefront, domains })).toMatchObject([{ origin: 'vendor' }]);
  });
});

describe('the inventory', () => {
  it('has each script once, on all kinds of pages where it stands, in their order', () => {
    const scripts = [external('https://reviews.example/x.js')];
    const cart = aPage({ kind: 'cart', path: '/cart', scripts });
    expect(itemsOf(cart, aPage({ scripts }), cart)).toMatchObject([
      { identity: 'https://reviews.example/x.js', pageKinds: ['home', 'cart'], place: `${OWN}/cart` },
    ]);
  });

  it('has a checksum where every place has one, and the hash that any place tells', () => {
    const one = external('https://a.example/x.js', { hasIntegrity: true });
    const other = external('https://a.example/x.js', { hash: 'sha256-b', isModule: true });
    expect(itemsOf(aPage({ scripts: [one, other] }))).toMatchObject([
      { hasIntegrity: false, hash: 'sha256-b', isModule: true },
    ]);
  });

  it('has frames, and targets of forms with all that they ask for', () => {
    const form = { host: 'list.example', scheme: 'https', asks: ['phone'] } as const;
    const forms = [form, { ...form, asks: ['email'] as const }, { ...form, host: null }];
    const items = itemsOf(aPage({ scripts: [], frameHosts: ['video.example', 'shop.app'], forms }));
    expect(items).toMatchObject([
      { identity: 'frame:video.example', what: 'frame', origin: 'vendor', vendorKey: 'host:video.example' },
      { identity: 'frame:shop.app', origin: 'platform', vendorKey: null },
      { identity: 'form:list.example', what: 'form', asks: ['email', 'phone'] },
    ]);
  });

  it('names twenty hosts at most', () => {
    const hosts = Array.from({ length: 30 }, (_, at) => `h${at}.example`);
    const [item] = itemsOf(aPage({ scripts: [inline({ code: noCode({ hosts }) })] }));
    expect(item?.namesHosts).toHaveLength(20);
  });

  it('names of Object are names like others', () => {
    const scripts = ['__proto__', 'constructor'].map((name) => external(`https://a.example/${name}`));
    expect(itemsOf(aPage({ scripts, frameHosts: ['__proto__'] }))).toHaveLength(3);
  });

  it('of a shop without a host is empty', () => {
    expect(scriptInventory({ storefront: aStorefront({ hosts: [] }) })).toEqual([]);
  });
});

describe('what only browsers saw', () => {
  const visitedAt = '2026-11-22T06:30:00.000Z';
  const seen = (identity: string, over = {}) => ({
    ...{ identity, host: 'late.example', pageKind: 'cart', firstSeenAt: visitedAt, lastSeenAt: visitedAt, reports: 1 },
    ...over,
  });
  const withSeen = (...sightings: readonly unknown[]) => {
    const beacon = aBeaconBook({ isOn: true, seen: sightings as never });
    const page = aPage({ scripts: [external('https://reviews.example/x.js')] });
    const storefront = aStorefront({ hosts: [aHostProbe({ host: OWN, visitedAt, pages: [page] })] });
    return scriptInventory({ storefront, domains, scriptBook: aScriptBook({ beacon }) }).slice(1);
  };

  it('stands beside what the visit saw', () => {
    expect(
      withSeen(seen('https://late.example/x.js'), seen('https://late.example/x.js', { pageKind: 'home' })),
    ).toEqual([
      expect.objectContaining({
        ...{ identity: 'https://late.example/x.js', origin: 'vendor', vendorKey: 'host:late.example' },
        ...{ pageKinds: ['home', 'cart'], seenBy: 'beacon' },
      }),
    ]);
  });

  it.each([
    ['the visit saw it too', seen('https://reviews.example/x.js')],
    ['no browser saw it for a month', seen('https://late.example/x.js', { lastSeenAt: '2026-10-01T00:00:00.000Z' })],
  ])('is not told again where %s', (_why, one) => expect(withSeen(one)).toEqual([]));

  it('on a page of another kind stands on none of ours', () => {
    expect(withSeen(seen('https://late.example/x.js', { pageKind: 'other' }))).toMatchObject([{ pageKinds: [] }]);
  });
});

describe('pages that were seen', () => {
  const kinds = (storefront: Parameters<typeof pagesRead>[0]) => [...kindsRead(pagesRead(storefront))];
  const other = aHostProbe({ host: 'blog.invented-shop.example', pages: [aPage()] });

  it.each([
    ['each whole', [aHostProbe({ pages: [aPage(), aPage({ kind: 'cart' })] })], ['home', 'cart']],
    ['one cut', [aHostProbe({ pages: [aPage({ isPartial: true }), aPage({ kind: 'cart' })] })], ['cart']],
    ['the main host turned us away', [aHostProbe({ outcome: 'blocked', pages: [] }), other], []],
    ['cut on the other host', [aHostProbe(), { ...other, pages: [aPage({ isPartial: true })] }], []],
    ['none', [], []],
  ])('%s', (_what, hosts, expected) => expect(kinds(aStorefront({ hosts }))).toEqual(expected));
});
