import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import { VENDOR_RISK_WEIGHTS } from '../../data/vendor-risk.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import { vendorRisk as check } from './vendor-risk.ts';

const customers = { scopes: ['read_customers', 'read_orders'] };
const bare = { papers: [], hasContact: false, reviewedAt: null };

describe('security/vendor-risk', () => {
  it.each([
    ['everything on file', { record: customers }, 'pass', []],
    ['nothing on file', { record: customers, entry: bare }, 'fail', ['high high']],
    [
      'nothing on file, accepted',
      { record: customers, entry: { ...bare, acceptedRiskUntil: '2026-12-31T00:00:00.000Z' } },
      'pass',
      [],
    ],
    [
      'accepted until this moment',
      { record: customers, entry: { ...bare, acceptedRiskUntil: AS_OF } },
      'fail',
      ['lapsed high'],
    ],
  ] as const)('%s: %s', (_, shop, outcome, found) => {
    expect(judgedVendors(check, aVendorShop(shop))).toEqual([outcome, found, []]);
  });

  it('says how much', () => {
    const { findings } = assess(check, aVendorShop({ record: customers, entry: bare }));
    expect(findings).toMatchObject([{ data: { vendor: 'Invented Reviews', risk: 100 } }]);
  });

  it('follows the operator’s weights', () => {
    const law = { ...NO_CHANGES, vendorRisk: { ...VENDOR_RISK_WEIGHTS, assuranceTakes: 0 } };
    expect(judgedVendors(check, aVendorShop({ record: customers, law }))).toEqual(['fail', ['high high'], []]);
  });

  it('leaves whom nobody entered to the register, and does not pass over him', () => {
    expect(judgedVendors(check, aVendorShop({ record: customers, entry: null }))).toEqual([
      'notAssessed',
      [],
      ['vendorBook not-stated'],
    ]);
  });

  it('does not take a storefront that nobody read for one without scripts', () => {
    expect(assessWithout('storefront', check, aVendorShop({ entry: bare })).outcome).toBe('notAssessed');
  });
});
