import { describe, expect, it } from '@jest/globals';
import { aProduct, aVariant } from '../test/gst-factories.ts';
import type { Product, Variant } from './evidence/catalogue.ts';
import { judgeHsn } from './gst/hsn.ts';
import { LAW } from './gst/law.ts';
import { codeRefusal, PRODUCT_WORDS, variantGst, type ProductQuestion } from './product-gst.ts';

const NO_CODES = { hsnMetafield: null, hsnForIndia: null, hsnForAll: null };

function shown(variant: Partial<Variant>, product: Partial<Product> = {}, question: Partial<ProductQuestion> = {}) {
  const bare = aProduct({ hsnMetafield: null, title: 'Kurta', ...product });
  return variantGst(aVariant({ ...NO_CODES, ...variant }), {
    ...{ product: bare, law: LAW, digitsNeeded: 6, taxesIncluded: false, today: '2026-11-22' },
    ...question,
  });
}

describe('one variant', () => {
  it.each<[string, Partial<Variant>, Partial<Product>, string | null, string | null]>([
    [
      'our field first',
      { hsnMetafield: ' 6204 ', hsnForIndia: '62114290' },
      { hsnMetafield: '6205' },
      '6204',
      'variant-field',
    ],
    ["the product's next", { hsnForIndia: '62114290' }, { hsnMetafield: '6205' }, '6205', 'product-field'],
    ["then Shopify's for India", { hsnForIndia: '62114290', hsnForAll: '611120' }, {}, '62114290', 'shopify-india'],
    ["then Shopify's for all", { hsnForAll: '611120' }, {}, '611120', 'shopify'],
    ['none', { hsnMetafield: '  ' }, {}, null, null],
  ])('%s', (_name, variant, product, hsn, hsnFrom) => {
    expect(shown(variant, product)).toMatchObject({ hsn, hsnFrom });
  });

  it.each<[string, Partial<Variant>, Partial<ProductQuestion>, boolean, string]>([
    ['a good code', { hsnMetafield: '620442' }, {}, true, PRODUCT_WORDS.good.en.replace('{code}', '620442')],
    [
      'four digits, turnover unknown',
      { hsnMetafield: '6204' },
      { digitsNeeded: null },
      true,
      PRODUCT_WORDS.turnoverUnknown.en.replace('{code}', '6204'),
    ],
    [
      'four digits, six needed',
      { hsnMetafield: '6204' },
      {},
      false,
      'Kurta has the HSN code "6204". Your turnover asks for 6 digits.',
    ],
    [
      'a lost zero',
      { hsnMetafield: '902' },
      {},
      false,
      'Kurta has the HSN code "902". A zero at its beginning may be lost: 0902.',
    ],
    [
      'letters',
      { hsnMetafield: 'kurta' },
      {},
      false,
      'Kurta has the HSN code "kurta". A code has 4, 6 or 8 digits and nothing else.',
    ],
    [
      'no such chapter',
      { hsnMetafield: '770000' },
      {},
      false,
      'Kurta has the HSN code "770000". No goods or services begin with 77.',
    ],
    ['none', {}, {}, false, 'Kurta has no HSN code.'],
    ['none, without tax', { isTaxable: false }, {}, true, PRODUCT_WORDS.notTaxable.en],
    [
      'a price that no rate fits',
      { hsnMetafield: '620442', pricePaise: 280_000 },
      { taxesIncluded: true },
      false,
      'Kurta costs ₹2,800 with tax inside. From ₹2,625.01 to ₹2,950 no rate fits. Take less, or more than ₹2,950.',
    ],
  ])('%s', (_name, variant, question, isGood, sentence) => {
    expect(shown(variant, {}, question).verdict).toMatchObject({ isGood, sentence: { en: sentence } });
  });

  const limits = (of: ReturnType<typeof shown>) =>
    of.rates
      .filter(({ until }) => until === null)
      .map(({ ratePpm, abovePaise, upToPaise, isOfToday }) => [ratePpm, abovePaise, upToPaise, isOfToday]);

  it.each<[number, boolean, unknown]>([
    [
      250_000,
      false,
      [
        [50_000, null, 250_000, true],
        [180_000, 250_000, null, false],
      ],
    ],
    [
      250_001,
      false,
      [
        [50_000, null, 250_000, false],
        [180_000, 250_000, null, true],
      ],
    ],
    [
      262_500,
      true,
      [
        [50_000, null, 262_500, true],
        [180_000, 295_000, null, false],
      ],
    ],
    [
      262_501,
      true,
      [
        [50_000, null, 262_500, false],
        [180_000, 295_000, null, false],
      ],
    ],
    [
      295_001,
      true,
      [
        [50_000, null, 262_500, false],
        [180_000, 295_000, null, true],
      ],
    ],
  ])('at %d paise, tax inside: %s', (pricePaise, taxesIncluded, expected) => {
    expect(limits(shown({ hsnMetafield: '620442', pricePaise }, {}, { taxesIncluded }))).toEqual(expected);
  });

  it('tells the bands of other days, the newest first, and marks none of them', () => {
    const { rates } = shown({ hsnMetafield: '6204', pricePaise: 90_000 });
    const old = rates.filter(({ until }) => until !== null);
    expect(old.map(({ from, ratePpm, isOfToday }) => [from, ratePpm, isOfToday])).toEqual([
      ['2017-07-01', 50_000, false],
      ['2017-07-01', 120_000, false],
    ]);
    expect(rates.map(({ from }) => from)).toEqual([...rates.map(({ from }) => from)].sort().reverse());
  });

  it.each(['4202', '630900', 'kurta'])('%s has no band', (hsnMetafield) => {
    expect(shown({ hsnMetafield }).rates).toEqual([]);
  });

  it('is named as the shop names it, and shows nothing that hides', () => {
    expect(shown({ title: 'Default Title', id: 'gid://shopify/ProductVariant/11' })).toMatchObject({
      id: '11',
      title: 'Kurta',
    });
    expect(shown({ title: 'M\u202e\u0007', sku: 'A\u200bB', hsnMetafield: '\u202e6204' })).toMatchObject({
      title: 'M ',
      sku: 'AB',
      hsn: '6204',
      verdict: { isGood: false },
    });
  });
});

it.each([
  ['', 'malformed', 'The product has the HSN code "". A code has 4, 6 or 8 digits and nothing else.'],
  ['902', 'malformed', 'The product has the HSN code "902". A zero at its beginning may be lost: 0902.'],
])('%j is refused in words', (text, problem, words) => {
  const verdict = judgeHsn(text, { law: LAW, digitsNeeded: null });
  if (verdict.ok) throw new Error('a code');
  expect(verdict.problem).toBe(problem);
  expect(codeRefusal(text, verdict, LAW)).toBe(words);
});
