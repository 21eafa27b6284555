import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { YESTERDAY } from '../../../test/security-factories.ts';
import { aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import { scopeGrowth as check } from './scope-growth.ts';

const approved = (scopes: readonly string[] | null) => ({ approval: { at: YESTERDAY, by: '1001', scopes } });

describe('security/scope-growth', () => {
  it.each([
    ['the same', ['read_products'], ['read_products'], 'pass', []],
    ['less', ['read_orders', 'read_products'], ['read_products'], 'pass', []],
    ['more', ['read_products'], ['read_products', 'write_themes'], 'fail', ['grown high']],
    ['more than none', [], ['read_products'], 'fail', ['grown high']],
    ['not known at the approval', null, ['write_themes'], 'notApplicable', []],
  ] as const)('%s: %s, now %s', (_, before, scopes, outcome, found) => {
    const shop = aVendorShop({ record: { scopes }, entry: approved(before) });
    expect(judgedVendors(check, shop)).toEqual([outcome, found, []]);
  });

  it('names at most five', () => {
    const scopes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { findings } = assess(check, aVendorShop({ record: { scopes }, entry: approved([]) }));
    expect(findings).toMatchObject([{ data: { scopes: 'a, b, c, d, e', count: 7 } }]);
  });

  it('asks by what people stated where Shopify tells nothing', () => {
    const entry = { ...approved(['read_products']), statedScopes: ['read_products', 'read_orders'] };
    expect(judgedVendors(check, aVendorShop({ entry, isFound: false }))[1]).toEqual(['grown high']);
  });

  it('does not pass an app whose permissions nobody tells any more', () => {
    const shop = aVendorShop({ entry: approved(['read_products']), isFound: false });
    expect(judgedVendors(check, shop)).toEqual(['notAssessed', [], ['theme too-little']]);
  });

  it('has nothing to compare before anybody approved', () => {
    expect(judgedVendors(check, aVendorShop({ entry: { approval: null } }))[0]).toBe('notApplicable');
  });
});
