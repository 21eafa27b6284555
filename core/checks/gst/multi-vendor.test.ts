import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aCatalogue, anOrder, anOrderBook, aProduct, aTaxProfile } from '../../../test/gst-factories.ts';
import { multiVendor } from './multi-vendor.ts';

const of = (...vendors: string[]) =>
  aCatalogue(vendors.map((vendor, n) => aProduct({ id: `gid://shopify/Product/${n}`, vendor })));
const UNSAID = aTaxProfile({ sellsForOthers: null });
const said = (sellsForOthers: boolean) => aTaxProfile({ sellsForOthers });

describe('gst/multi-vendor', () => {
  it.each([
    ['stated', said(true), of('A'), 'fail', 'stated'],
    ['stated that it does not', said(false), of('A', 'B', 'C'), 'pass', undefined],
    ['one vendor', UNSAID, of('A', ' a ', 'A'), 'pass', undefined],
    ['several vendors alone only inform', UNSAID, of('A', 'B'), 'pass', 'vendors'],
    ['no vendor written', UNSAID, of('', ' '), 'pass', undefined],
  ])('%s', (_, taxProfile, catalogue, outcome, messageId) => {
    const result = assess(multiVendor, { taxProfile, catalogue });
    expect([result.outcome, result.findings[0]?.messageId]).toEqual([outcome, messageId]);
  });

  it('names the rate of the day', () => {
    const percentOn = (asOf: string) =>
      assess(multiVendor, { taxProfile: said(true) }, asOf).findings[0]?.data['percent'];
    expect(percentOn('2024-07-09T06:30:00.000Z')).toBe(1);
    expect(percentOn('2024-07-10T06:30:00.000Z')).toBe(0.5);
  });

  it('takes a marketplace app beside several vendors for a sign', () => {
    const theme = aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'sp-seller.webkul.com' })] })] });
    expect(assess(multiVendor, { taxProfile: UNSAID, catalogue: of('A', 'B', 'B'), theme })).toMatchObject({
      outcome: 'fail',
      findings: [{ messageId: 'traces', severity: 'medium', data: { vendors: 'B, A', trace: 'sp-seller.webkul.com' } }],
    });
    expect(assess(multiVendor, { taxProfile: UNSAID, catalogue: of('A'), theme }).outcome).toBe('pass');
    const notIt = aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'notwebkul.com' })] })] });
    expect(assess(multiVendor, { taxProfile: UNSAID, catalogue: of('A', 'B'), theme: notIt }).outcome).toBe('pass');
  });

  it('takes the channel of orders for a sign, too', () => {
    const orders = anOrderBook([anOrder(), anOrder({ channel: 'Seller marketplace' })]);
    expect(assess(multiVendor, { taxProfile: UNSAID, catalogue: of('A', 'B'), orders }).findings).toMatchObject([
      { data: { trace: 'Seller marketplace' } },
    ]);
  });

  it('passes nobody by while nothing is stated and no product was read', () => {
    expect(assessWithout('catalogue', multiVendor, { taxProfile: UNSAID })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'taxProfile', reason: 'not-stated' }],
    });
  });
});
