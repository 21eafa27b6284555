import { describe, expect, it } from '@jest/globals';
import type { RateBand } from '../../../core/api/product-gst.ts';
import { fill } from '../../../core/text.ts';
import { wordsOf } from '../../shared/words.ts';
import english from '../locales/en.default.json' with { type: 'json' };
import { percent, rateOfToday, rateSentences } from './rate-words.ts';

const TODAY = '2026-11-22';

/** As the host does it, for the keys asked for here. */
const words = wordsOf({
  translate: (key, data) => {
    const texts = english.rate as Readonly<Record<string, string>>;
    const text = key === 'language' ? 'en' : (texts[key.replace('rate.', '')] ?? key);
    return fill(text.replace(/\{\{ (\w+) \}\}/g, '{$1}'), data ?? {});
  },
});

function aBand(over: Partial<RateBand>): RateBand {
  return {
    ...{ ratePpm: 50_000, abovePaise: null, upToPaise: null, from: '2025-09-22', until: null, isOfToday: false },
    ...{ isVerified: true, source: 'invented source' },
    ...over,
  };
}

const LOW = aBand({ upToPaise: 250_000, isOfToday: true });
const HIGH = aBand({ ratePpm: 180_000, abovePaise: 250_000 });

const sentences = (rates: readonly RateBand[], pricePaise = 105_000) =>
  rateSentences(rates, { pricePaise, today: TODAY, words });

describe('rates as people say them', () => {
  it.each([
    [50_000, '5%'],
    [2_500, '0.25%'],
    [0, '0%'],
    [180_000, '18%'],
  ])('%i: %s', (ppm, text) => {
    expect(percent(ppm)).toBe(text);
  });

  it.each([
    [[], []],
    [[aBand({ isOfToday: true })], []],
    [[LOW, HIGH], ['Above ₹2,500 a piece: 18%.']],
    [[aBand({ upToPaise: 250_000 }), aBand({ ...HIGH, isOfToday: true })], ['Up to ₹2,500 a piece: 5%.']],
    [
      [LOW, aBand({ abovePaise: 250_000, upToPaise: 500_000, ratePpm: 120_000 })],
      ['Above ₹2,500 and up to ₹5,000 a piece: 12%.'],
    ],
    [[{ ...LOW, isVerified: false }], ['This rate could not be confirmed. Ask your accountant.']],
  ])('%#', (rates, said) => {
    expect(sentences(rates)).toEqual(said);
  });

  it.each([
    ['2026-11-22', ['Above ₹2,500 a piece: 18%.']], // its last day
    ['2026-11-21', []],
  ])('leave out a band that is over: until %s', (until, said) => {
    expect(sentences([LOW, { ...HIGH, until }])).toEqual(said);
  });

  it('are not known where no band is marked', () => {
    expect(rateOfToday([HIGH])).toBeNull();
    expect(rateOfToday([HIGH, LOW])).toBe(LOW);
  });

  it('names the next day on which the rate of this price changes, and no later one', () => {
    const later = [
      aBand({ ratePpm: 120_000, from: '2027-04-01' }),
      aBand({ ratePpm: 90_000, from: '2027-01-01', upToPaise: 250_000 }),
      aBand({ ratePpm: 280_000, from: '2026-12-01', abovePaise: 250_000 }),
    ];
    expect(sentences([aBand({ isOfToday: true }), ...later])).toEqual(['From 1 Jan 2027: 9%.']);
    expect(sentences([aBand({ isOfToday: true }), ...later], 250_001)).toEqual(['From 1 Dec 2026: 28%.']);
  });
});
