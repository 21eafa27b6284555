import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/factories.ts';
import { aLine, aShippingLine, aTax, anOrder, anOrderArea } from '../../../test/gst-factories.ts';
import { LAW } from '../../gst/law.ts';
import type { Order, OrderTax } from '../orders.ts';
import { buyerNumbersOf } from './buyer-gstins.ts';
import { orderTax } from './order-tax.ts';
import type { SellerPlaces } from './order-tax.ts';
import { headOfTitle } from './order-tax-titles.ts';

const MUMBAI = 'gid://shopify/Location/1';
const BENGALURU = 'gid://shopify/Location/2';
const DUBAI = 'gid://shopify/Location/3';
const CHANDIGARH = 'gid://shopify/Location/4';

const seller: SellerPlaces = {
  stateOfLocation: new Map([
    [MUMBAI, '27'],
    [BENGALURU, '29'],
    [DUBAI, null],
    [CHANDIGARH, '04'],
  ]),
  onlyState: '27',
  kindIn: () => 'regular',
  law: LAW,
  headOf: headOfTitle,
};

const igst = [aTax('IGST', 5, 5_000)];
const cgstSgst = [aTax('CGST', 2.5, 2_500), aTax('SGST', 2.5, 2_500)];
const cgstUtgst = [aTax('CGST', 2.5, 2_500), aTax('UTGST', 2.5, 2_500)];

const judge = (over: Partial<Order>, taxes: readonly OrderTax[] = cgstSgst, places = seller) => {
  const order = anOrder({ lines: [aLine({ taxes })], ...over });
  return orderTax(order, buyerNumbersOf(order), places);
};
const to = (zone: string | null, country: string | null = 'IN') => ({
  shipTo: anOrderArea(zone, country),
  billTo: anOrderArea(zone, country),
});
const gstinOf = (state: string) => [{ place: 'cart-attribute' as const, text: aGstin({ state }) }];

describe('the heads of one order', () => {
  it.each([
    ['within the State', to('MH'), cgstSgst, 'cgst-sgst', 'right', 0],
    ['IGST within the State', to('MH'), igst, 'cgst-sgst', 'wrong', 5_000],
    ['to another State', to('KA'), igst, 'igst', 'right', 0],
    ['both halves to another State', to('KA'), cgstSgst, 'igst', 'wrong', 5_000],
    ['one half to another State', to('KA'), [aTax('CGST', 9, 9_000)], 'igst', 'wrong', 9_000],
    ['one half within the State', to('MH'), [aTax('CGST', 9, 9_000)], 'cgst-sgst', 'half', 0],
    ['IGST beside both halves', to('MH'), [...cgstSgst, ...igst], 'cgst-sgst', 'wrong', 5_000],
    ['the other way round', to('KA'), [...cgstSgst, ...igst], 'igst', 'wrong', 5_000],
    ['UTGST in a State', to('MH'), cgstUtgst, 'cgst-sgst', 'wrong', 2_500],
    ['one title for both halves', to('MH'), [aTax('CGST+SGST 5%', 5, 5_000)], 'cgst-sgst', 'right', 0],
    ['a title without a head', to('MH'), [aTax('GST 5%', 5, 5_000)], 'cgst-sgst', 'unnamed', 0],
    ['no tax', to('KA'), [], 'igst', 'untaxed', 0],
    ['tax lines of nothing', to('KA'), [aTax('CGST', 0, 0)], 'igst', 'untaxed', 0],
    ['cess alone counts as none', to('KA'), [aTax('Cess', 12, 900)], 'igst', 'untaxed', 0],
    ['abroad', to('DU', 'AE'), igst, 'igst', 'right', 0],
    ['abroad with CGST', to('DU', 'AE'), cgstSgst, 'igst', 'wrong', 5_000],
    ['no address at all: handed over', { shipTo: null, billTo: null }, cgstSgst, 'cgst-sgst', 'right', 0],
    ['both zones of one union territory', { ...to('DD'), dispatchedFrom: [] }, igst, 'igst', 'right', 0],
  ] as const)('%s', (_, over, taxes, expected, verdict, wrongPaise) => {
    expect(judge(over, taxes)).toMatchObject({ isJudged: true, expected, verdict, wrongPaise });
  });

  it.each([
    ['UTGST', cgstUtgst, 'right', 0],
    ['SGST in its place', cgstSgst, 'wrong', 2_500],
    ['a title for either', [aTax('CGST', 9, 900), aTax('SGST/UTGST', 9, 900)], 'right', 0],
    ['IGST', igst, 'wrong', 5_000],
  ] as const)('within Chandigarh, %s', (_, taxes, verdict, wrongPaise) => {
    const result = judge({ ...to('CH'), dispatchedFrom: [CHANDIGARH] }, taxes);
    expect(result).toMatchObject({ expected: 'cgst-utgst', verdict, wrongPaise });
  });

  it('counts the tax of shipping with that of the goods', () => {
    const result = judge({ shipping: [aShippingLine({ taxes: igst })] }, cgstSgst);
    expect(result).toMatchObject({ verdict: 'wrong', charged: 'mixed', taxPaise: 10_000, wrongPaise: 5_000 });
  });

  it.each([
    ['another location decides', [BENGALURU], '29'],
    ['several locations of one State', [MUMBAI, MUMBAI], '27'],
    ['an unknown location: the only registration', ['gid://shopify/Location/9'], '27'],
    ['none: the only registration', [], '27'],
    ['one known, one not, both in the State of the registration', [MUMBAI, DUBAI], '27'],
  ])('%s', (_, dispatchedFrom, dispatchState) => {
    expect(judge({ dispatchedFrom })).toMatchObject({ isJudged: true, dispatchState });
  });

  it.each([
    ['cancelled', { isCancelled: true }],
    ['other-currency', { currencyCode: 'USD' }],
    ['no-lines', { lines: [], shipping: [] }],
    ['dispatch-several', { dispatchedFrom: [MUMBAI, BENGALURU] }],
    ['dispatch-several', { dispatchedFrom: [BENGALURU, DUBAI] }],
    ['delivery-unknown', to('XX')],
    ['delivery-unknown', to(null)],
    ['delivery-unknown', to(null, null)],
    ['delivery-unknown', { shipTo: null, billTo: anOrderArea('KA') }],
    ['buyer-state-unclear', { ...to('KA'), buyerGstins: gstinOf('33') }],
  ])('is not judged: %s', (reason, over) => {
    expect(judge(over)).toMatchObject({ isJudged: false, reason });
  });

  it('is not judged without a location when the shop is registered in several States', () => {
    const several = { ...seller, onlyState: null };
    expect(judge({ dispatchedFrom: [] }, cgstSgst, several)).toMatchObject({ reason: 'dispatch-unknown' });
  });

  describe('a registered buyer', () => {
    it('counts where the billed party is registered, though the goods go elsewhere', () => {
      const over = { shipTo: anOrderArea('KA'), billTo: anOrderArea('MH'), buyerGstins: gstinOf('27') };
      expect(judge(over, cgstSgst)).toMatchObject({ placeOfSupply: '27', deliveryState: '29', verdict: 'right' });
      expect(judge(over, igst)).toMatchObject({ verdict: 'may-be-sez' });
      expect(judge({ ...over, buyerGstins: [] }, cgstSgst)).toMatchObject({ placeOfSupply: '29', verdict: 'wrong' });
    });

    it('may be a special economic zone, which no number tells', () => {
      expect(judge({ buyerGstins: gstinOf('27') }, igst)).toMatchObject({ verdict: 'may-be-sez', wrongPaise: 0 });
    });

    it.each([
      ['a number with a mistake makes nobody one', '27AAPFU0939F1ZO'],
      ['nor one of an online service from abroad', '9917SGP29001OST'],
      ['nor a word', 'URP'],
    ])('%s', (_, text) => {
      expect(judge({ buyerGstins: [{ place: 'cart-attribute', text }] }, igst)).toMatchObject({
        isToBusiness: false,
        verdict: 'wrong',
      });
    });

    it('reads the code before the merger as the one of today', () => {
      expect(judge({ ...to('DN'), buyerGstins: gstinOf('25') }, igst)).toMatchObject({
        placeOfSupply: '26',
        verdict: 'right',
      });
    });
  });

  it('expects nothing from a seller who may charge nothing', () => {
    const small: SellerPlaces = { ...seller, kindIn: () => 'composition' };
    expect(judge({}, cgstSgst, small)).toMatchObject({ expected: 'none', verdict: 'not-allowed', wrongPaise: 5_000 });
    expect(judge({}, [], small)).toMatchObject({ expected: 'none', verdict: 'untaxed' });
  });

  it('dates an order by the calendar of India', () => {
    expect(judge({ placedAt: '2026-03-31T18:29:59.999Z' })).toMatchObject({ day: '2026-03-31' });
    expect(judge({ placedAt: '2026-03-31T18:30:00.000Z' })).toMatchObject({ day: '2026-04-01' });
  });
});
