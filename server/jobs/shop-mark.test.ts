import { describe, expect, it } from '@jest/globals';
import { shopMark } from './shop-mark.ts';

describe('the mark of a shop', () => {
  it('is the same each time, another for another shop, and does not name it', () => {
    const mark = shopMark('marigold.myshopify.com');
    expect(shopMark('marigold.myshopify.com')).toBe(mark);
    expect(shopMark('jasmine.myshopify.com')).not.toBe(mark);
    expect(mark).toMatch(/^[0-9a-f]{32}$/);
  });
});
