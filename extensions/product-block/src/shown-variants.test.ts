import { describe, expect, it } from '@jest/globals';
import { aVariantGst } from '../../../test/order-gst-factories.ts';
import { countries, countryName } from './countries.ts';
import { chosenVariants, needsWork } from './shown-variants.ts';

const BAD = { isGood: false, sentence: { en: 'invented', hi: 'invented' } };
const VARIANTS = [
  aVariantGst({ id: '1', title: 'Small', sku: 'KURTA-S', hsn: '6204' }),
  aVariantGst({ id: '2', title: 'Medium', sku: null, hsn: null, verdict: BAD }),
  aVariantGst({ id: '3', title: 'लंबा', sku: 'KURTA-L', hsn: '620442', originCountryCode: null }),
];

describe('variants that a merchant asked for', () => {
  it.each([
    ['', false, ['1', '2', '3']],
    [' kurta ', false, ['1', '3']],
    ['medium', false, ['2']],
    ['लंबा', false, ['3']],
    ['6204', false, ['1', '3']],
    ['.*', false, []],
    ['', true, ['2', '3']],
    ['kurta', true, ['3']],
  ])('"%s", only those to mend %s: %j', (text, onlyToMend, ids) => {
    expect(chosenVariants(VARIANTS, { text, onlyToMend }).map(({ id }) => id)).toEqual(ids);
  });

  it('need work for their code or for their origin', () => {
    expect(VARIANTS.map(needsWork)).toEqual([false, true, true]);
  });
});

describe('countries', () => {
  it.each(['en', 'hi'] as const)('are each there once, India first: %s', (language) => {
    const all = countries(language);
    expect(all[0]?.code).toBe('IN');
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.every(({ code, name }) => /^[A-Z]{2}$/.test(code) && name.length > 0)).toBe(true);
  });

  it.each([
    ['IN', 'en', 'India'],
    ['IN', 'hi', 'भारत'],
    ['no country', 'en', 'no country'],
  ] as const)('%s in %s: %s', (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
  });
});
