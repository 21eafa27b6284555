import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../test/a-gstin.ts';
import { aLine, anOrder, anOrderArea, aTax } from '../test/gst-factories.ts';
import { buyerNumbersOf } from './evidence/derived/buyer-gstins.ts';
import { titleReader } from './evidence/derived/order-tax-titles.ts';
import type { BuyerGstin, Order } from './evidence/orders.ts';
import { LAW } from './gst/law.ts';
import { judgeOrder, missingRow, orderRow, unjudged, type OrderQuestion } from './order-gst.ts';
import { NOT_JUDGED_WORDS, NUMBER_WORDS, TAX_WORDS } from './order-gst-words.ts';

const MINE = aGstin();
const THEIRS = aGstin({ pan: 'AAAPZ4321D' });
const KARNATAKA = aGstin({ state: '29', pan: 'AAAPZ4321D' });

function question(over: Partial<Order> = {}, more: Partial<OrderQuestion> & { company?: string; from?: string } = {}) {
  const { company, from = '27', ...rest } = more;
  const order = anOrder(over);
  return {
    order,
    numbers: buyerNumbersOf(order, company === undefined ? [] : [company]),
    seller: {
      stateOfLocation: new Map([['gid://shopify/Location/1', from]]),
      onlyState: from,
      kindIn: () => 'regular' as const,
      law: LAW,
      headOf: titleReader(),
    },
    own: new Set([MINE]),
    areAddressesHidden: false,
    ...rest,
  };
}
const typed = (...texts: string[]): BuyerGstin[] => texts.map((text) => ({ place: 'cart-attribute', text }));
const igst = [aLine({ taxes: [aTax('IGST', 5, 5_000)] })];
const sentence = (of: ReturnType<typeof question>) => judgeOrder(of).tax.sentence.en;

describe("an order's tax", () => {
  it.each<[string, ReturnType<typeof question>, string, string, number]>([
    [
      'within the State',
      question(),
      'right',
      'The order stayed within Maharashtra and carries CGST + SGST, as it should.',
      0,
    ],
    [
      'beyond it',
      question({ lines: igst }, { from: '29' }),
      'right',
      'The order went from Karnataka to Maharashtra and carries IGST, as it should.',
      0,
    ],
    [
      'wrong beyond it',
      question({}, { from: '29' }),
      'wrong',
      'Order #1001 went from Karnataka to Maharashtra with CGST + SGST. It should carry IGST.',
      5_000,
    ],
    [
      'wrong within it',
      question({ lines: igst }),
      'wrong',
      'Order #1001 stayed within Maharashtra with IGST. It should carry CGST + SGST.',
      5_000,
    ],
    [
      'billed elsewhere',
      question({ billTo: anOrderArea('KA'), buyerGstins: typed(KARNATAKA), lines: igst }),
      'right',
      'The order, sent from Maharashtra, is billed to a business in Karnataka. It carries IGST, as it should.',
      0,
    ],
    [
      'abroad',
      question({ shipTo: anOrderArea(null, 'US'), lines: igst }),
      'right',
      'The order went abroad and carries IGST, as an export does.',
      0,
    ],
    [
      'IGST to a business',
      question({ buyerGstins: typed(THEIRS), lines: igst }),
      'not-judged',
      'Order #1001 carries IGST within Maharashtra. That is right only if the buyer is in a special economic zone (SEZ).',
      0,
    ],
    ['no tax', question({ lines: [aLine({ taxes: [] })] }), 'not-judged', TAX_WORDS.untaxed.en, 0],
    [
      'one half',
      question({ lines: [aLine({ taxes: [aTax('CGST', 2.5, 2_500)] })] }),
      'wrong',
      'The order carries CGST without its other half. CGST + SGST should stand there.',
      0,
    ],
    [
      'no head',
      question({ lines: [aLine({ taxes: [aTax('GST', 5, 5_000)] })] }),
      'wrong',
      'The order carries a tax that names no head. An invoice for it shows CGST + SGST.',
      0,
    ],
    [
      'a rate that is over',
      question({ lines: [aLine({ taxes: [aTax('CGST', 6, 6_000), aTax('SGST', 6, 6_000)] })] }),
      'wrong',
      'The order stayed within Maharashtra and carries CGST + SGST, as it should. Tax at a rate that GST did not have on that day: ₹120.',
      12_000,
    ],
  ])('%s', (_name, of, result, words, differencePaise) => {
    const { tax } = judgeOrder(of);
    expect(tax.sentence.en).toBe(words);
    expect(orderRow('1', '#1', tax)).toMatchObject({ result, differencePaise });
  });

  it.each<[string, ReturnType<typeof question>, string]>([
    ['cancelled', question({ isCancelled: true }), NOT_JUDGED_WORDS.cancelled.en],
    ['in dollars', question({ currencyCode: 'USD' }), NOT_JUDGED_WORDS['other-currency'].en],
    ['empty', question({ lines: [] }), NOT_JUDGED_WORDS['no-lines'].en],
    [
      'sent from nowhere known',
      { ...question(), seller: { ...question().seller, onlyState: null, stateOfLocation: new Map() } },
      NOT_JUDGED_WORDS['dispatch-unknown'].en,
    ],
    ['to no State', question({ shipTo: anOrderArea(null) }), NOT_JUDGED_WORDS['delivery-unknown'].en],
    [
      'with hidden addresses',
      question({ shipTo: null, billTo: null }, { areAddressesHidden: true }),
      NOT_JUDGED_WORDS['address-hidden'].en,
    ],
    [
      "with a buyer's number of a third State",
      question({ buyerGstins: typed(aGstin({ state: '33' })) }),
      "The buyer's GSTIN is of Tamil Nadu, and neither address is there. Ask the buyer which registration buys.",
    ],
  ])('%s: says what is missing', (_name, of, words) => {
    expect(sentence(of)).toBe(words);
    expect(orderRow('1', '#1', judgeOrder(of).tax)).toMatchObject({ result: 'not-judged', differencePaise: 0 });
  });

  it('takes goods without an address as handed over, where addresses are not hidden', () => {
    expect(judgeOrder(question({ shipTo: null, billTo: null })).tax.isJudged).toBe(true);
  });

  it('names nothing of an order that is not there', () => {
    expect(missingRow('7')).toMatchObject({ id: '7', name: null, result: 'not-found' });
    expect(unjudged('no-registration')).toMatchObject({
      reason: 'no-check-yet',
      sentence: NOT_JUDGED_WORDS['no-registration'],
    });
  });
});

describe("buyers' numbers", () => {
  const numbers = (of: ReturnType<typeof question>) => judgeOrder(of).buyerNumbers;

  it.each<[string, ReturnType<typeof question>, string]>([
    [
      'of the State of delivery',
      question({ buyerGstins: typed(THEIRS) }),
      NUMBER_WORDS.whereGoodsGo.en.replace('{state}', 'Maharashtra'),
    ],
    [
      'of the billed State',
      question({ billTo: anOrderArea('KA'), buyerGstins: typed(KARNATAKA) }),
      'The number could exist. It is of Karnataka, so the tax goes by Karnataka, though the goods go to Maharashtra.',
    ],
    [
      'of an order that is not judged',
      question({ isCancelled: true, buyerGstins: typed(THEIRS) }),
      'The number could exist. It is of Maharashtra.',
    ],
    ['that is ours', question({ buyerGstins: typed(MINE) }), NUMBER_WORDS.own.en],
    [
      'for deducting tax',
      question({ buyerGstins: typed(aGstin({ pan: 'AAAPZ4321D', kind: 'D' })) }),
      NUMBER_WORDS.notForBuying.en,
    ],
    [
      'with a slip',
      question({ buyerGstins: typed(`${THEIRS.slice(0, 14)}!`) }),
      'A GSTIN has only the letters A to Z and the digits 0 to 9. This does not belong there: ! (U+0021).',
    ],
    [
      'two pasted together',
      question({ buyerGstins: typed(`${THEIRS} ${KARNATAKA}`) }),
      'A GSTIN has 15 letters and digits. This one has 30.',
    ],
  ])('%s', (_name, of, words) => {
    expect(numbers(of)[0]?.verdict.en).toBe(words);
  });

  it('warn of a look-alike, and show what hides nothing', () => {
    const [number] = numbers(question({ buyerGstins: typed(`\u202e${THEIRS.replace('AA', '\u0410\u0410')}\u0007`) }));
    expect(number).toMatchObject({ couldExist: false, isUsed: false, stateCode: null });
    expect(number?.verdict.en).toContain('warning sign');
    expect(number?.gstin).not.toMatch(/[\u202e\u0007]/);
    expect([...(number?.gstin ?? '')].length).toBeLessThanOrEqual(40);
  });

  it('put the one that counts first, and say of another that it does not', () => {
    const shown = numbers(
      question(
        { buyerGstins: [...typed('27 x 1'), ...typed(THEIRS)], billTo: anOrderArea('KA') },
        { company: KARNATAKA },
      ),
    );
    expect(shown.map(({ place, isUsed }) => [place, isUsed])).toEqual([
      ['company', true],
      ['cart-attribute', false],
      ['cart-attribute', false],
    ]);
    expect(shown[2]?.verdict.en).toContain(NUMBER_WORDS.anotherCounts.en);
  });

  it('use one of two alike', () => {
    const shown = numbers(question({ buyerGstins: [...typed(THEIRS), { place: 'checkout-field', text: THEIRS }] }));
    expect(shown.map(({ place, isUsed }) => [place, isUsed])).toEqual([
      ['checkout-field', true],
      ['cart-attribute', false],
    ]);
    expect(shown[1]?.verdict.en).not.toContain(NUMBER_WORDS.anotherCounts.en);
  });

  it('come with what was learned of them', () => {
    const registry = { status: 'cancelled', service: 'setu', learnedAt: '2026-11-01T00:00:00.000Z' } as const;
    const of = question({ buyerGstins: typed(THEIRS) });
    expect(judgeOrder(of, new Map([[THEIRS, registry]])).buyerNumbers[0]?.registry).toEqual(registry);
    expect(judgeOrder(of).buyerNumbers[0]?.registry).toBeNull();
  });
});

it('judges a thousand lines as it judges one', () => {
  const lines = Array.from({ length: 1_000 }, () => aLine());
  const { tax } = judgeOrder(question({ lines }));
  expect(tax).toMatchObject({ verdict: 'right', taxPaise: 5_000_000 });
});
