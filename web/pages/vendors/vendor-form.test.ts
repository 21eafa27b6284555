import { describe, expect, it } from '@jest/globals';
import { someDetails } from '../../test/vendor-factories.ts';
import { changedFields, chosenClasses, faultsOf, fieldsOf, inputOf, type VendorInput } from './vendor-form.ts';

const TODAY = '2026-11-22';
const typed = (parts: Partial<VendorInput> = {}): VendorInput => ({ ...inputOf(null), name: 'Invented', ...parts });

describe('what a person types of a vendor', () => {
  it.each<[Partial<VendorInput>, object]>([
    [{}, {}],
    [{ name: '  ' }, { name: 'nameNeeded' }],
    [{ hosts: 'reviews.example' }, {}],
    [{ hosts: 'https://CDN.reviews.example/widget.js?x=1, api.reviews.example:8443' }, {}],
    [{ hosts: 'समीक्षा.example' }, {}],
    [{ hosts: 'localhost' }, { hosts: 'host' }],
    [{ hosts: 'a..example' }, { hosts: 'host' }],
    [{ hosts: 'javascript:alert(1)' }, { hosts: 'host' }],
    [{ hosts: '<b>.example' }, { hosts: 'host' }],
    [{ scopes: 'read_orders,write_products\nread_customers' }, {}],
    [{ scopes: 'Read Orders' }, { scopes: 'scope' }],
    [{ handle: 'invented-reviews' }, {}],
    [{ handle: 'https://apps.shopify.com/invented' }, { handle: 'handle' }],
    [{ unusedSince: TODAY }, {}],
    [{ unusedSince: '2026-11-23' }, { unusedSince: 'future' }],
    [{ tokenMadeOn: '2027-01-01' }, { tokenMadeOn: 'future' }],
  ])('%o: %o', (parts, faults) => {
    expect(faultsOf(typed(parts), TODAY)).toEqual(faults);
  });

  it('is sent trimmed, each host and permission once, what is empty as not known', () => {
    const fields = fieldsOf(
      typed({
        name: ' Invented Chat ',
        owner: ' ',
        hosts: 'https://chat.example/a chat.example',
        scopes: 'read_orders read_orders',
        tokenMadeOn: '2026-01-01',
      }),
    );
    expect(fields).toEqual({
      ...{ name: 'Invented Chat', kind: 'app', purpose: null, owner: null, contact: null, note: null },
      ...{ dataClasses: [], scopes: ['read_orders'], hosts: ['chat.example'], handle: null, unusedSince: null },
      tokenMadeOn: null, // only of a custom app
    });
    expect(fieldsOf(typed({ kind: 'custom-app', tokenMadeOn: '2026-01-01' })).tokenMadeOn).toBe('2026-01-01');
  });

  it('sends only what changed, and states no permissions that Shopify tells', () => {
    const before = inputOf(someDetails());
    expect(before.scopes).toBe('');
    expect(changedFields(before, before)).toEqual({});
    expect(changedFields(before, { ...before, owner: '', note: 'x' })).toEqual({ owner: null, note: 'x' });
  });

  it.each([
    [[], ['none'], ['none']],
    [['orders'], ['orders', 'none'], ['none']],
    [['none'], ['none', 'orders'], ['orders']],
    [['orders'], ['orders', 'staff'], ['orders', 'staff']],
  ] as const)('of data: %o, then %o, is %o', (before, chosen, after) => {
    expect(chosenClasses(before, chosen)).toEqual(after);
  });
});
