import { describe, expect, it } from '@jest/globals';
import { atWidth, space } from '../../sandbox/browser/extension-host/elements/space.ts';
import { addressOf } from '../../sandbox/browser/extension-host/follow.ts';

describe('where a link of an extension leads', () => {
  it.each([
    ['app:alerts/1', '/store/namuna/apps/prahari/alerts/1'],
    ['app:/alerts/1', '/store/namuna/apps/prahari/alerts/1'],
    ['app:', '/store/namuna/apps/prahari/'],
    ['/gst?x=1', '/store/namuna/apps/prahari/gst?x=1'],
    ['shopify:admin/orders/1', '/store/namuna/orders/1'],
    ['shopify://admin/orders/1', '/store/namuna/orders/1'],
    ['https://example.com/x', 'https://example.com/x'],
    ['//elsewhere.example/x', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['', null],
  ])('%s in the admin: %s', (url, address) => {
    expect(addressOf(url, '/store/namuna')).toBe(address);
  });

  it.each(['app:alerts/1', '/gst', 'shopify:admin/orders/1'])('%s leads nowhere from a shop', (url) => {
    expect(addressOf(url, null)).toBeNull();
  });
});

describe('values of elements', () => {
  it.each([
    ['1fr 1fr', 100, '1fr 1fr'],
    ['@container (inline-size > 400px) 1fr 1fr, 1fr', 401, '1fr 1fr'],
    ['@container (inline-size > 400px) 1fr 1fr, 1fr', 400, '1fr'],
    ['@container (inline-size >= 400px) row, column', 400, 'row'],
    ['@container narrow (inline-size < 400px) none, auto', 399, 'none'],
    ['@container (inline-size > 200px) and (inline-size <= 300px) a, b', 250, 'a'],
    ['@container (inline-size > 200px) and (inline-size <= 300px) a, b', 301, 'b'],
    ['@container (inline-size > 400px) minmax(0, 1fr) 2fr, minmax(0, 1fr)', 500, 'minmax(0, 1fr) 2fr'],
    ['@container (inline-size > 400px) minmax(0, 1fr) 2fr, minmax(0, 1fr)', 300, 'minmax(0, 1fr)'],
    ['', 300, ''],
  ])('%s at %d px is %s', (value, width, said) => {
    expect(atWidth(value, width)).toBe(said);
  });

  it.each([
    ['base', '16px'],
    ['none', '0'],
    ['small', '12px'],
    ['small-500', '2px'],
    ['large-500', '48px'],
    ['small-200 base', '8px 16px'],
    ['', ''],
    ['10px', '10px'],
  ])('the space %s is %s', (keyword, css) => {
    expect(space(keyword)).toBe(css);
  });
});
