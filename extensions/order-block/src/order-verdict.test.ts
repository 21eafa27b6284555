import { describe, expect, it } from '@jest/globals';
import type { OrderGst } from '../../../core/api/order-gst.ts';
import {
  aBuyerNumber,
  aJudgedTax,
  anOrderGst,
  LOOK_ALIKE,
  NOT_JUDGED,
  ORDER_GST_CASES,
  WRONG_HEAD,
} from '../../../test/order-gst-factories.ts';
import { wordsOf } from '../../shared/words.ts';
import english from '../locales/en.default.json' with { type: 'json' };
import hindi from '../locales/hi.json' with { type: 'json' };
import { buyerFault, hasChanged, isOrderGst, LONGEST_SUMMARY, summaryOf, verdictBadge } from './order-verdict.ts';

/** Words as Shopify gives them: the file's, with its places filled. */
function wordsIn(tree: unknown) {
  return wordsOf({
    translate: (key, data = {}) => {
      const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | null)?.[part], tree);
      if (typeof found !== 'string') throw new Error(`No words for ${key}`);
      return found.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(data[name] ?? place));
    },
  });
}

const EN = wordsIn(english);
const HI = wordsIn(hindi);

describe('the word over an order', () => {
  it.each([
    [aJudgedTax(), 'badge.right', 'success'],
    [aJudgedTax({ differencePaise: 700 }), 'badge.rate', 'critical'],
    [WRONG_HEAD, 'badge.wrong', 'critical'],
    [aJudgedTax({ verdict: 'half' }), 'badge.half', 'critical'],
    [aJudgedTax({ verdict: 'not-allowed', differencePaise: 12_600 }), 'badge.not-allowed', 'critical'],
    [aJudgedTax({ verdict: 'unnamed' }), 'badge.unnamed', 'warning'],
    [aJudgedTax({ verdict: 'may-be-sez' }), 'badge.may-be-sez', 'warning'],
    [aJudgedTax({ verdict: 'untaxed', taxPaise: 0 }), 'badge.untaxed', 'neutral'],
    [aJudgedTax({ verdict: 'untaxed', expected: 'none', taxPaise: 0 }), 'badge.right', 'success'],
    [NOT_JUDGED, 'badge.notJudged', 'neutral'],
  ] as const)('%#: %s', (tax, key, tone) => {
    expect(verdictBadge(tax)).toEqual({ key, tone });
    for (const words of [EN, HI]) {
      expect(words.t(key)).not.toBe(key);
      expect(words.t(key).length).toBeLessThanOrEqual(LONGEST_SUMMARY);
    }
  });
});

describe('the line of a folded card', () => {
  it.each<[string, OrderGst, string, string]>([
    ['right', ORDER_GST_CASES.right, 'Nothing wrong found', 'कुछ गलत नहीं मिला'],
    ['wrong', ORDER_GST_CASES.wrongHead, 'To correct: ₹126', 'सुधारना है: ₹126'],
    ['a number that cannot exist', ORDER_GST_CASES.lookAlike, "Look at the buyer's GSTIN", 'खरीदार का GSTIN देखें'],
    ['not judged', ORDER_GST_CASES.notJudged, 'Not judged', 'जाँचा नहीं जा सका'],
    [
      'a tax without name',
      anOrderGst({ tax: aJudgedTax({ verdict: 'unnamed' }) }),
      'Tax without a name',
      'कर का नाम नहीं है',
    ],
    ['no tax', anOrderGst({ tax: aJudgedTax({ verdict: 'untaxed' }) }), 'No tax charged', 'कोई कर नहीं लगा'],
  ])('%s', (_, order, en, hi) => {
    expect([summaryOf(order, EN), summaryOf(order, HI)]).toEqual([en, hi]);
  });

  it.each([126, 12_345_650, 1_234_567_890, 999_999_999_999_99])('cuts no sum: %d paise', (differencePaise) => {
    for (const words of [EN, HI]) {
      const line = summaryOf(anOrderGst({ tax: { ...WRONG_HEAD, differencePaise } }), words);
      expect(line).toContain(words.rupees(differencePaise));
      expect(line.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
    }
  });
});

describe('the word about the buyer', () => {
  const told = (status: 'active' | 'cancelled' | 'not-found' | null) => ({
    registry: { status, service: 'cashfree' as const, learnedAt: '2026-11-21T06:30:00.000Z' },
  });
  it.each([
    ['no number', [], null],
    ['one that could exist', [aBuyerNumber()], null],
    ['nobody asked', [aBuyerNumber({ registry: null })], null],
    ['a service that did not say', [aBuyerNumber(told(null))], null],
    ['cancelled', [aBuyerNumber(told('cancelled'))], 'cancelled'],
    ['the second not found', [aBuyerNumber(), aBuyerNumber(told('not-found'))], 'not-found'],
    ['a look-alike beside a cancelled one', [aBuyerNumber(told('cancelled')), LOOK_ALIKE], 'cannotExist'],
  ] as const)('%s', (_, buyerNumbers, fault) => {
    expect(buyerFault({ buyerNumbers })).toBe(fault);
    const line = summaryOf(anOrderGst({ buyerNumbers }), EN);
    expect(line).toBe(fault === null ? 'Nothing wrong found' : "Look at the buyer's GSTIN");
  });
});

describe('news after a second look', () => {
  const before = ORDER_GST_CASES.right;
  it.each<[string, OrderGst, boolean]>([
    ['the same, later', { ...before, asOf: '2026-11-23T09:00:00.000Z' }, false],
    ['another role', { ...before, mayCheck: false }, false],
    ['another verdict', { ...before, tax: WRONG_HEAD }, true],
    ['a number more', { ...before, buyerNumbers: ORDER_GST_CASES.conflict.buyerNumbers }, true],
    ['an alert', { ...before, alerts: ORDER_GST_CASES.wrongHead.alerts }, true],
    ['cancelled', { ...before, isCancelled: true }, true],
  ])('%s', (_, after, news) => {
    expect(hasChanged(before, after)).toBe(news);
  });
});

describe('an answer that can be drawn', () => {
  it.each(Object.entries(ORDER_GST_CASES))('%s', (_, order) => {
    expect(isOrderGst(order)).toBe(true);
  });

  it.each<[string, Partial<Record<keyof OrderGst, unknown>>]>([
    ['no tax', { tax: null }],
    ['tax of another shape', { tax: 'IGST' }],
    ['no heads', { tax: { ...aJudgedTax(), heads: undefined } }],
    ['no list of numbers', { buyerNumbers: undefined }],
    ['no list of alerts', { alerts: {} }],
    ['no list of what is missing', { missing: null }],
  ])('not with %s', (_, over) => {
    expect(isOrderGst({ ...anOrderGst(), ...over } as OrderGst)).toBe(false);
  });
});
