import { describe, expect, it } from '@jest/globals';
import { anAppRecord, aVendorBook, aVendorEntry, someVendorTraces } from '../../../test/vendor-factories.ts';
import { anAppBlock, aThemeWithApps, aVendorShop, judgedVendors } from '../../../test/vendor-shop.ts';
import { unusedVendors as check } from './unused-vendors.ts';

const seen = (lastSeenAt: string) => [
  { key: 'app:invented-reviews', firstSeenAt: '2026-01-01T00:00:00.000Z', lastSeenAt },
];
const gone = (lastSeenAt: string) => aVendorShop({ isFound: false, sightings: seen(lastSeenAt) });

describe('security/unused-vendors', () => {
  it.each([
    ['in use', aVendorShop(), 'pass', []],
    ['unused since yesterday', aVendorShop({ entry: { unusedSince: '2026-11-21' } }), 'fail', ['stated low']],
    ['unused for 89 days', aVendorShop({ entry: { unusedSince: '2026-08-25' } }), 'fail', ['stated low']],
    ['unused for 90 days', aVendorShop({ entry: { unusedSince: '2026-08-24' } }), 'fail', ['stated medium']],
    ['unseen for 6 days', gone('2026-11-15T12:00:00.000Z'), 'pass', []],
    ['unseen for 7 days', gone('2026-11-15T06:30:00.000Z'), 'fail', ['unseen low']],
    ['unseen for 90 days', gone('2026-08-24T06:30:00.000Z'), 'fail', ['unseen medium']],
    ['entered, and never seen', aVendorShop({ isFound: false }), 'pass', []],
    ['nobody there', {}, 'notApplicable', []],
  ])('%s: %s', (_, evidence, outcome, found) => {
    expect(judgedVendors(check, evidence)).toEqual([outcome, found, []]);
  });

  it.each([
    ['its one embed is off', [anAppBlock({ isDisabled: true })], ['switchedOff medium']],
    ['one of two parts is off', [anAppBlock({ isDisabled: true }), anAppBlock({ blockHandle: 'badge' })], []],
  ])('%s', (_, blocks, found) => {
    const theme = aThemeWithApps(blocks, [anAppRecord()]);
    expect(judgedVendors(check, { theme, vendorBook: aVendorBook({ entries: [aVendorEntry()] }) })[1]).toEqual(found);
  });

  it('calls nobody gone where nobody could look', () => {
    const sources = [{ source: 'orders', state: 'failed', missingScopes: [], isPartial: false }] as const;
    const evidence = { ...gone('2026-08-24T06:30:00.000Z'), vendorTraces: someVendorTraces({ sources }) };
    expect(judgedVendors(check, evidence)).toEqual(['notAssessed', [], ['vendorTraces too-little']]);
  });
});
