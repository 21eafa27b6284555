import { describe, expect, it } from '@jest/globals';
import { isShopifyHost, isWithin } from './shopify-hosts.ts';

describe('hosts of the platform', () => {
  it.each(['cdn.shopify.com', 'monorail-edge.shopifysvc.com', 'shop.app'])('%s is one', (host) => {
    expect(isShopifyHost(host)).toBe(true);
  });

  it.each(['another.myshopify.com', 'cdn.shopify.com.widgets.example', 'notshopify.com', 'shop.app.example', ''])(
    '%j is none',
    (host) => {
      expect(isShopifyHost(host)).toBe(false);
    },
  );
});

describe('a host within a domain', () => {
  it.each([
    ['shop.example', 'shop.example', true],
    ['static.shop.example', 'shop.example', true],
    ['my-shop.example', 'shop.example', false],
    ['shop.example', 'static.shop.example', false],
    ['shop.example.evil.example', 'shop.example', false],
  ])('%s in %s: %s', (host, domain, isIn) => {
    expect(isWithin(host, domain)).toBe(isIn);
  });
});
