import { describe, expect, it } from '@jest/globals';
import { aVendorBook, aVendorEntry } from '../../../test/vendor-factories.ts';
import { judgedVendors } from '../../../test/vendor-shop.ts';
import type { VendorEntry } from '../../evidence/vendors.ts';
import { customAppTokens as check } from './custom-app-tokens.ts';

const judge = (...entries: Partial<VendorEntry>[]) =>
  judgedVendors(check, { vendorBook: aVendorBook({ entries: entries.map(aVendorEntry) }) });
const custom = (over: Partial<VendorEntry>) => ({ kind: 'custom-app', ...over }) as const;

describe('security/custom-app-tokens', () => {
  it.each([
    ['365 days', custom({ tokenMadeOn: '2025-11-22' }), 'pass', []],
    ['366 days', custom({ tokenMadeOn: '2025-11-21' }), 'fail', ['old high']],
    ['today', custom({ tokenMadeOn: '2026-11-22' }), 'pass', []],
    ['no owner', custom({ tokenMadeOn: '2026-11-01', hasOwner: false }), 'fail', ['noOwner high']],
  ] as const)('%s: %s', (_, entry, outcome, found) => {
    expect(judge(entry)).toEqual([outcome, found, []]);
  });

  it.each([
    ['nobody said when the token was made', [custom({ tokenMadeOn: null })], 'notAssessed', ['vendorBook not-stated']],
    ['nobody entered anything', [], 'notAssessed', ['vendorBook not-stated']],
    ['the register has no custom app', [{}], 'notApplicable', []],
  ] as const)('%s: %s', (_, entries, outcome, reasons) => {
    expect(judge(...entries)).toEqual([outcome, [], reasons]);
  });
});
