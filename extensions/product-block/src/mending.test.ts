import { describe, expect, it } from '@jest/globals';
import type { ProductMended } from '../../../core/api/product-gst.ts';
import { aProductGst } from '../../../test/order-gst-factories.ts';
import type { Answer, Failure } from '../../shared/admin-api.ts';
import { changesOf, hsnIn, isProductGst, mendedIn, mendProblem } from './mending.ts';

describe('a code as it is typed', () => {
  it.each([
    ['6204', '6204'],
    [' 6204 42 ', '620442'],
    ['6204.42.90', '62044290'],
    ['0902', '0902'], // the zero in front stays
    ['', null],
    ['  ', null],
    ['620', undefined],
    ['62044', undefined],
    ['620442901', undefined],
    ['６２０４', undefined], // full width
    ['62O4', undefined],
    ['6204 or 6205', undefined],
    ['6'.repeat(5_000), undefined],
    [`6204${' '.repeat(5_000)}`, undefined],
  ])('"%s": %s', (text, hsn) => {
    expect(hsnIn(text)).toBe(hsn);
  });
});

describe('what is sent', () => {
  const before = { hsn: '6204', originCountryCode: 'IN' };

  it.each([
    [before, null],
    [
      { ...before, hsn: null },
      { variantId: '11', hsn: null },
    ],
    [
      { ...before, originCountryCode: 'BD' },
      { variantId: '11', originCountryCode: 'BD' },
    ],
    [
      { ...before, originCountryCode: null },
      { variantId: '11', originCountryCode: null },
    ],
    [
      { hsn: '620442', originCountryCode: 'BD' },
      { variantId: '11', hsn: '620442', originCountryCode: 'BD' },
    ],
  ])('%j: %j', (after, change) => {
    expect(changesOf('11', before, after)).toEqual(change);
  });

  it('has no origin for the product as a whole', () => {
    expect(changesOf(null, { hsn: null }, { hsn: '6204' })).toEqual({ variantId: null, hsn: '6204' });
  });
});

describe('what the server held against it', () => {
  function failure(kind: Failure['kind'], type?: string, fields?: Record<string, string>): Failure {
    const problem = type === undefined ? null : { type, title: 'invented', status: 409, ...(fields && { fields }) };
    return { kind, retryAfterS: null, problem };
  }

  it.each([
    [failure('refused', 'bad-request', { hsn: 'no-such-chapter' }), { kind: 'hsn', key: 'mend.hsn.no-such-chapter' }],
    [failure('refused', 'bad-request', { hsn: '<b>' }), { kind: 'hsn', key: 'mend.hsn.malformed' }],
    [failure('refused', 'bad-request', { originCountryCode: 'x' }), { kind: 'origin', key: 'mend.origin.refused' }],
    [failure('refused', 'not-open'), { kind: 'scope' }],
    [failure('refused', 'not-taken'), { kind: 'not-taken' }],
    [failure('refused', 'conflict', { scope: 'write_products' }), { kind: 'scope' }],
  ])('%j: %j', (answer, problem) => {
    expect(mendProblem(answer)).toEqual(problem);
  });

  it.each([
    failure('offline'),
    failure('denied'),
    failure('busy'),
    failure('gone'),
    failure('fault'),
    failure('refused'),
  ])('%j is told as it is', (answer) => {
    expect(mendProblem(answer)).toEqual({ kind: 'failure', failure: answer });
  });
});

describe('answers that are not what was promised', () => {
  /** What our server never sends, and a broken one might. */
  const ok = (value: unknown) => ({ kind: 'ok', value }) as Answer<ProductMended>;

  it.each([[{}], [{ product: {}, before: {} }], [{ product: aProductGst() }], [{ product: null, before: {} }]])(
    'count as our own fault: %j',
    (value) => {
      expect(mendedIn(ok(value)).kind).toBe('fault');
    },
  );

  it('are told from those that are', () => {
    expect(mendedIn(ok({ product: aProductGst(), before: { variantId: null } })).kind).toBe('ok');
    expect(isProductGst({ ...aProductGst(), variants: [{} as never] })).toBe(false);
  });
});
