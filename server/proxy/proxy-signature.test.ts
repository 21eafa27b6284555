import { describe, expect, it } from '@jest/globals';
import { FORMER_SECRET, GUEST_SECRET, proxyParameters, proxyQuery } from '../../test/guest-page.ts';
import { ProxySignatureError, proxyShop } from './proxy-signature.ts';

const SHOP = 'marigold.myshopify.com';
const now = new Date('2026-11-23T06:30:00.000Z');
const good = proxyParameters(SHOP, now);
const secrets = [GUEST_SECRET, FORMER_SECRET];
const read = (query: string, at = now): string => proxyShop(query, { secrets, now: at });
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('W7: a request through the shop', () => {
  it.each([
    ['as Shopify sends it', proxyQuery(good)],
    ['of a signed-in customer', proxyQuery({ ...good, logged_in_customer_id: '77' })],
    ['with parameters of the visitor', proxyQuery({ ...good, extra: ['1', '2'], a: 'ß &=' })],
    ['signed with the secret before', proxyQuery(good, FORMER_SECRET)],
  ])('%s names its shop', (_how, query) => {
    expect(read(query)).toBe(SHOP);
  });

  it('as the documentation shows it, is joined by comma and sorted', () => {
    // shopify.dev, "Authenticate app proxies": its own secret "hush", parameters and signature.
    const documented =
      'extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555' +
      '&signature=a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3';
    const at = new Date(1_317_327_555_000);
    expect(proxyShop(documented, { secrets: ['hush'], now: at })).toBe('shop-name.myshopify.com');
  });

  it.each([0, 90, -90])('counts when it is %i seconds old by our clock', (seconds) => {
    expect(read(proxyQuery(good), later(seconds))).toBe(SHOP);
  });

  it.each([91, -91, 86_400])('does not when it is %i seconds old', (seconds) => {
    expect(() => read(proxyQuery(good), later(seconds))).toThrow(ProxySignatureError);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no signature', new URLSearchParams(good).toString()],
    ['an empty signature', `${new URLSearchParams(good).toString()}&signature=`],
    ['a signature in base64', `${new URLSearchParams(good).toString()}&signature=${'A'.repeat(43)}%3D`],
    ['a signature in capitals', proxyQuery(good).replace(/signature=(.*)$/, (all) => all.toUpperCase())],
    ['another app’s secret', proxyQuery(good, 'another secret')],
    ['another shop', proxyQuery(good).replace('marigold', 'jasmine')],
    ['a shop of the visitor’s in front', `shop=jasmine.myshopify.com&${proxyQuery(good)}`],
    ['two shops that are signed', proxyQuery({ ...good, shop: [SHOP, 'jasmine.myshopify.com'] })],
    ['two timestamps that are signed', proxyQuery({ ...good, timestamp: [good['timestamp'] ?? '', '1'] })],
    ['two signatures', `${proxyQuery(good)}&signature=${'0'.repeat(64)}`],
    ['shop[]', proxyQuery({ ...without('shop'), 'shop[]': SHOP })],
    ['no shop', proxyQuery(without('shop'))],
    ['no timestamp', proxyQuery(without('timestamp'))],
    ['a timestamp with a fraction', proxyQuery({ ...good, timestamp: `${good['timestamp']}.5` })],
    ['a timestamp that is no number', proxyQuery({ ...good, timestamp: 'NaN' })],
    ['a shop that is none', proxyQuery({ ...good, shop: 'evil.example' })],
    ['a shop in capitals', proxyQuery({ ...good, shop: SHOP.toUpperCase() })],
    ['one parameter more', `${proxyQuery(good)}&extra=1`],
    ['one parameter less', proxyQuery(good).replace('logged_in_customer_id=&', '')],
    ['another customer', proxyQuery(good).replace('logged_in_customer_id=', 'logged_in_customer_id=77')],
  ])('with %s counts for nothing', (_what, query) => {
    expect(() => read(query)).toThrow(ProxySignatureError);
  });
});
