import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { YESTERDAY } from '../../../test/security-factories.ts';
import { aVendorBook, aVendorEntry } from '../../../test/vendor-factories.ts';
import { judgedVendors } from '../../../test/vendor-shop.ts';
import type { VendorBreach } from '../../evidence/vendors.ts';
import { vendorBreaches as check } from './vendor-breaches.ts';

const breach = (over: Partial<VendorBreach> = {}): VendorBreach => ({
  ...{ id: 'b1', happenedOn: '2026-11-10', notedAt: YESTERDAY, closedAt: null },
  ...over,
});
const book = (...breaches: VendorBreach[]) => ({ vendorBook: aVendorBook({ entries: [aVendorEntry({ breaches })] }) });

describe('security/vendor-breaches', () => {
  it.each([
    ['none', book(), 'pass', []],
    ['an open one', book(breach()), 'fail', ['open high']],
    ['a closed one', book(breach({ closedAt: YESTERDAY })), 'pass', []],
    ['nobody in the register', {}, 'notApplicable', []],
  ])('%s: %s', (_, evidence, outcome, found) => {
    expect(judgedVendors(check, evidence)).toEqual([outcome, found, []]);
  });

  it('is one finding for a vendor, with the oldest day', () => {
    const two = book(breach(), breach({ id: 'b2', happenedOn: '2026-10-01' }));
    expect(assess(check, two).findings).toMatchObject([{ data: { day: '2026-10-01', count: 2 } }]);
  });
});
