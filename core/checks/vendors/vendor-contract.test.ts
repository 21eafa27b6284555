import { describe, expect, it } from '@jest/globals';
import { aVendorPaper } from '../../../test/vendor-factories.ts';
import { aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import { vendorContract as check } from './vendor-contract.ts';

const contract = (validUntil: string | null) => aVendorPaper({ kind: 'contract', validUntil });
const customers = { dataClasses: ['customers'] } as const;
const orders = { scopes: ['read_orders'] };

describe('security/vendor-contract', () => {
  it.each([
    ['no personal data, no contract', { entry: { papers: [] } }, 'pass', []],
    ['stated personal data, no contract', { entry: { ...customers, papers: [] } }, 'fail', ['none high']],
    ['a permission to read it, no contract', { record: orders, entry: { papers: [] } }, 'fail', ['none high']],
    ['a contract', { entry: { ...customers, papers: [contract(null)] } }, 'pass', []],
    ['a contract that ended', { entry: { ...customers, papers: [contract('2026-11-21')] } }, 'fail', ['ended high']],
    ['only a report', { entry: { ...customers, papers: [aVendorPaper()] } }, 'fail', ['none high']],
  ] as const)('%s: %s', (_, shop, outcome, found) => {
    expect(judgedVendors(check, aVendorShop(shop))).toEqual([outcome, found, []]);
  });

  it.each([
    ['nobody took over', { entry: null }],
    ['nobody tells what it may read', { entry: { dataClasses: [], papers: [] }, isFound: false }],
  ] as const)('does not pass a vendor of whom %s', (_, shop) => {
    expect(judgedVendors(check, aVendorShop(shop))).toEqual(['notAssessed', [], ['vendorBook not-stated']]);
  });
});
