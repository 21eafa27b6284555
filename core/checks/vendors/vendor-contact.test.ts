import { describe, expect, it } from '@jest/globals';
import { aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import { vendorContact as check } from './vendor-contact.ts';

const record = { scopes: ['write_themes', 'read_customers'] };
const noContact = { hasContact: false, papers: [] };

describe('security/vendor-contact', () => {
  it.each([
    ['high risk, no contact', { record, entry: noContact }, 'fail', ['none medium'], []],
    ['high risk, a contact', { record, entry: { papers: [] } }, 'pass', [], []],
    ['low risk, no contact', { isFound: false, entry: { ...noContact, kind: 'script' } }, 'pass', [], []],
    ['nobody took it over', { record, entry: null }, 'notAssessed', [], ['vendorBook not-stated']],
  ] as const)('%s: %s', (_, shop, outcome, found, reasons) => {
    expect(judgedVendors(check, aVendorShop(shop))).toEqual([outcome, found, reasons]);
  });
});
