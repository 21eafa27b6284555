import type { RateBand } from '../../../core/api/product-gst.ts';
import type { Day } from '../../../core/time.ts';
import type { Words } from '../../shared/words.ts';

const PPM_PER_PERCENT = 10_000;

/** "5%", "0.25%". */
export function percent(ratePpm: number): string {
  return `${ratePpm / PPM_PER_PERCENT}%`;
}

/** The band of today's price; null: no rate is known for this code. */
export function rateOfToday(rates: readonly RateBand[]): RateBand | null {
  return rates.find(({ isOfToday }) => isOfToday) ?? null;
}

/**
 * What may change the rate: another price, then the next day on which the law changes, then whether the row could be
 * confirmed. Empty: nothing is known that would.
 */
export function rateSentences(
  rates: readonly RateBand[],
  { pricePaise, today, words }: { readonly pricePaise: number; readonly today: Day; readonly words: Words },
): string[] {
  const now = rates.filter((band) => band.from <= today && (band.until === null || band.until >= today));
  const otherPrices = now.filter(({ isOfToday }) => !isOfToday).map((band) => bandSentence(band, words));
  const next = nextBand(rates, pricePaise, today);
  const own = rateOfToday(rates);
  return [
    ...otherPrices.filter((sentence) => sentence !== null),
    ...(next === null ? [] : [words.t('rate.fromDay', { day: words.day(next.from), rate: percent(next.ratePpm) })]),
    ...(own === null || own.isVerified ? [] : [words.t('rate.unverified')]),
  ];
}

function bandSentence({ ratePpm, abovePaise, upToPaise }: RateBand, words: Words): string | null {
  const rate = percent(ratePpm);
  if (abovePaise !== null && upToPaise !== null) {
    return words.t('rate.between', { rate, above: words.rupees(abovePaise), upTo: words.rupees(upToPaise) });
  }
  if (abovePaise !== null) return words.t('rate.above', { rate, price: words.rupees(abovePaise) });
  return upToPaise === null ? null : words.t('rate.upTo', { rate, price: words.rupees(upToPaise) });
}

/** Of the next day on which a row begins: the one that holds today's price. */
function nextBand(rates: readonly RateBand[], pricePaise: number, today: Day): RateBand | null {
  const later = rates.filter(({ from, abovePaise, upToPaise }) => {
    const holds = (abovePaise === null || pricePaise > abovePaise) && (upToPaise === null || pricePaise <= upToPaise);
    return from > today && holds;
  });
  return later.reduce<RateBand | null>(
    (first, band) => (first === null || band.from < first.from ? band : first),
    null,
  );
}
