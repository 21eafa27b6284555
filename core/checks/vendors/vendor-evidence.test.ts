import { describe, expect, it } from '@jest/globals';
import { aVendorPaper } from '../../../test/vendor-factories.ts';
import { aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import type { VendorEntry } from '../../evidence/vendors.ts';
import { vendorEvidence as check } from './vendor-evidence.ts';

/** Permissions under which papers bring the risk down only so far. */
const record = { scopes: ['write_themes', 'read_customers', 'read_orders'] };
const judge = (entry: Partial<VendorEntry>) => judgedVendors(check, aVendorShop({ record, entry }));
const answered = (reviewedAt: string | null, answeredAt = '2026-11-01T00:00:00.000Z') => ({
  ...{ papers: [], questionnaire: { answeredAt, reviewedAt } },
});

describe('security/vendor-evidence', () => {
  it.each([
    ['nothing', { papers: [] }, 'fail'],
    ['a report', { papers: [aVendorPaper()] }, 'pass'],
    ['a report that ends today', { papers: [aVendorPaper({ validUntil: '2026-11-22' })] }, 'pass'],
    ['a report that ended yesterday', { papers: [aVendorPaper({ validUntil: '2026-11-21' })] }, 'fail'],
    ['a badge', { papers: [aVendorPaper({ kind: 'badge' })] }, 'fail'],
    ['answers that somebody read', answered('2026-11-02T00:00:00.000Z'), 'pass'],
    ['answers that nobody read', answered(null), 'fail'],
    ['answers of long ago', answered('2025-11-20T00:00:00.000Z', '2025-11-20T00:00:00.000Z'), 'fail'],
  ] as const)('%s: %s', (_, entry, outcome) => {
    expect(judge(entry)[0]).toBe(outcome);
  });

  it('asks for no report of a vendor that can do little', () => {
    const shop = aVendorShop({ isFound: false, entry: { kind: 'script', papers: [] } });
    expect(judgedVendors(check, shop)).toEqual(['pass', [], []]);
  });

  it('does not pass while somebody stands outside the register', () => {
    expect(judgedVendors(check, aVendorShop({ record, entry: null }))[2]).toEqual(['vendorBook not-stated']);
  });
});
