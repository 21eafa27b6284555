import type { PriceBandRow } from '../../data/price-bands.ts';
import { judgeHsn } from '../../gst/hsn.ts';
import type { Law } from '../../gst/law.ts';
import { bandFor, judgeInclusivePrice, rateByValue } from '../../gst/price-band.ts';
import type { Day } from '../../time.ts';
import type { Product, Variant } from '../catalogue.ts';
import { hsnCodeOf } from './hsn-code.ts';

/** The band of a variant's goods on a day; null for goods whose rate does not go by value. */
export function bandOfVariant(law: Law, product: Product, variant: Variant, day: Day): PriceBandRow | null {
  const code = wellFormedCode(law, product, variant);
  return code === null ? null : bandFor(law, code, day);
}

/** The code without what Shopify allows and India does not; null where there is none, or none that tells the goods. */
export function wellFormedCode(law: Law, product: Product, variant: Variant): string | null {
  const text = hsnCodeOf(product, variant);
  const verdict = text === null ? null : judgeHsn(text, { law, digitsNeeded: null });
  return verdict?.ok ? verdict.code : null;
}

/** What the band asks of one piece at a price. Paise, and parts of a paisa where a line is shared among its pieces. */
export type BandedRate =
  | { readonly kind: 'rate'; readonly ratePpm: number; readonly valuePaise: number }
  /** With tax inside: no rate fits. Both ends are in it. */
  | { readonly kind: 'dead-zone'; readonly fromPaise: number; readonly toPaise: number };

export function bandedRate(
  band: PriceBandRow,
  pricePaise: number,
  { taxesIncluded }: { taxesIncluded: boolean },
): BandedRate {
  if (!taxesIncluded) return { kind: 'rate', ratePpm: rateByValue(band, pricePaise), valuePaise: pricePaise };
  const judged = judgeInclusivePrice(band, pricePaise);
  if (judged.kind === 'dead-zone') return judged;
  const valuePaise = Math.round((pricePaise * 1_000_000) / (1_000_000 + judged.ratePpm));
  return { kind: 'rate', ratePpm: judged.ratePpm, valuePaise };
}
