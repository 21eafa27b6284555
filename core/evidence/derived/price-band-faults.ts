import type { PriceBandRow } from '../../data/price-bands.ts';
import { percentText, rupeesText } from '../../finding-figures.ts';
import { lawWith } from '../../gst/law.ts';
import type { TextData } from '../../text.ts';
import type { Day } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { isOnSale } from './hsn-code.ts';
import type { OrderTaxEvidence } from './order-tax-book.ts';
import { rateReader } from './order-tax-rate-problems.ts';
import { bandedRate, bandOfVariant } from './price-bands.ts';
import { productsByVariant } from './products-by-variant.ts';
import { taxedLines } from './taxed-lines.ts';

/** What is wrong with the rate or the price of one product whose rate goes by value. */
export interface BandFault {
  readonly productId: string;
  readonly product: string;
  readonly messageId: 'priceList' | 'deadZone' | 'tooLow' | 'tooHigh';
  readonly band: PriceBandRow;
  data: TextData;
  /** Tax that is missing, or was taken too much. */
  stakePaise: number;
  count: number;
  /** Name of the newest order. */
  last: string;
}

type Evidence = OrderTaxEvidence & {
  readonly catalogue: Catalogue;
  readonly shop: { readonly taxesIncluded: boolean };
};

/** The faults of prices and of orders; a price that is bad by itself takes its orders along. */
export function bandFaults(evidence: Evidence, today: Day): BandFault[] {
  const priced = badPrices(evidence, today);
  return [...priced.values(), ...badLines(evidence, priced)];
}

/** Prices with tax inside at which no rate fits, by product id. */
function badPrices({ catalogue, law: changes, shop }: Evidence, day: Day): Map<string, BandFault> {
  const law = lawWith(changes);
  const faults = new Map<string, BandFault>();
  if (!shop.taxesIncluded) return faults;
  for (const product of catalogue.products.filter(isOnSale)) {
    for (const variant of product.variants) {
      const band = variant.isTaxable ? bandOfVariant(law, product, variant, day) : null;
      const rate = band && bandedRate(band, variant.pricePaise, shop);
      if (!band || rate?.kind !== 'dead-zone') continue;
      const data = { price: rupeesText(variant.pricePaise), ...rangeOf(rate) };
      const one = { productId: product.id, product: product.title, messageId: 'priceList' as const, band, data };
      faults.set(product.id, { ...one, stakePaise: 0, count: 0, last: '' });
      break;
    }
  }
  return faults;
}

/** Lines of orders with another rate than their value asks for. A price that is bad by itself takes its lines along. */
function badLines(evidence: Evidence, priced: ReadonlyMap<string, BandFault>): BandFault[] {
  const law = lawWith(evidence.law);
  const products = productsByVariant(evidence.catalogue);
  const problemWith = rateReader(law);
  const groups = new Map<string, BandFault>();
  for (const { order, day, line, rate } of taxedLines(evidence)) {
    const sold = products.get(line.variantId ?? '');
    if (!sold || rate.kind !== 'rate' || line.quantity < 1 || line.amountPaise <= 0) continue;
    const band = bandOfVariant(law, sold.product, sold.variant, day);
    // A rate that does not exist has its own check.
    if (!band || problemWith(rate.ratePpm, day) !== null) continue;
    const pricePaise = line.amountPaise / line.quantity;
    const asked = bandedRate(band, pricePaise, order);
    const isRight = asked.kind === 'rate' && asked.ratePpm === rate.ratePpm;
    const isTooHigh = asked.kind === 'rate' && asked.ratePpm < rate.ratePpm;
    if (isRight || (isTooHigh && !band.isAllGoods)) continue;
    const messageId = asked.kind === 'dead-zone' ? 'deadZone' : isTooHigh ? 'tooHigh' : 'tooLow';
    const data =
      asked.kind === 'dead-zone'
        ? { price: rupeesText(Math.round(pricePaise)), ...rangeOf(asked) }
        : {
            rate: percentText(rate.ratePpm),
            expected: percentText(asked.ratePpm),
            value: rupeesText(asked.valuePaise),
          };
    const askedPpm = asked.kind === 'rate' ? asked.ratePpm : band.highRatePpm;
    const stakePaise = Math.abs(taxAt(line.amountPaise, askedPpm, order) - rate.taxPaise);
    const byPrice = asked.kind === 'dead-zone' ? priced.get(sold.product.id) : undefined;
    const key = `${sold.product.id} ${messageId}`;
    const group = byPrice ?? groups.get(key);
    if (group) {
      group.count += 1;
      group.stakePaise += stakePaise;
      group.last = order.name;
      if (!byPrice) group.data = data;
      continue;
    }
    const { id: productId, title: product } = sold.product;
    groups.set(key, { productId, product, messageId, band, data, stakePaise, count: 1, last: order.name });
  }
  return [...groups.values()];
}

function rangeOf({ fromPaise, toPaise }: { fromPaise: number; toPaise: number }): TextData {
  return { from: rupeesText(fromPaise), to: rupeesText(toPaise) };
}

function taxAt(amountPaise: number, ratePpm: number, { taxesIncluded }: { taxesIncluded: boolean }): number {
  return (amountPaise * ratePpm) / (taxesIncluded ? 1_000_000 + ratePpm : 1_000_000);
}
