import { z } from 'zod';
import type { OrderTax } from '../../../core/evidence/orders.ts';
import { shopPaise } from '../money.ts';
import { outsideText } from '../parse-evidence.ts';

const PPM = 1_000_000;
/** Shopify writes a rate twice; more apart than this, one of the two does not mean what its name says. */
const RATES_APART_PPM = 10;

const rate = z.number().min(0).max(10_000).nullable();

/** A rate is null where an app entered the order without one: `knownRates` then reads it from the amounts. */
const TaxLine = z
  .object({ title: outsideText(100), rate, ratePercentage: rate, priceSet: shopPaise })
  .transform(({ title, priceSet, ...rates }, context) => {
    const ppm = rates.rate === null ? null : Math.round(rates.rate * PPM);
    const check = rates.ratePercentage === null ? null : Math.round((rates.ratePercentage * PPM) / 100);
    if (ppm !== null && check !== null && Math.abs(ppm - check) > RATES_APART_PPM) {
      context.addIssue({ code: 'custom', message: 'two rates' });
    }
    return { title, ratePpm: ppm ?? check, paise: priceSet };
  });
type TaxNode = z.output<typeof TaxLine>;

const taxLines = z.array(TaxLine).max(100);

/** One line of goods. `taxes` and amounts hold refunded and removed pieces too, as they were charged. */
export const LineNode = z
  .object({
    id: z.string(),
    title: outsideText(255),
    sku: outsideText(255).nullable(),
    vendor: outsideText(255).nullable(),
    quantity: z.number().int().nonnegative(),
    currentQuantity: z.number().int().nonnegative(),
    taxable: z.boolean(),
    originalTotalSet: shopPaise,
    discountAllocations: z.array(z.object({ allocatedAmountSet: shopPaise })).max(500),
    taxLines,
    variant: z.object({ id: outsideText(100) }).nullish(),
  })
  .transform(({ id, currentQuantity, taxable, originalTotalSet, discountAllocations, variant, ...line }) => ({
    id,
    /** Taken off before anything was charged for it: there is nothing to judge. */
    isGone: currentQuantity === 0 && line.taxLines.length === 0,
    taxes: line.taxLines,
    line: {
      title: line.title,
      sku: line.sku === '' ? null : line.sku,
      variantId: variant?.id ?? null,
      vendor: line.vendor === '' ? null : line.vendor,
      quantity: line.quantity,
      isTaxable: taxable,
      amountPaise: discountAllocations.reduce(
        (left, { allocatedAmountSet }) => left - allocatedAmountSet,
        originalTotalSet,
      ),
    },
  }));
export type LineNode = z.output<typeof LineNode>;

export const ShippingNode = z
  .object({ id: z.string().nullable(), title: outsideText(255), discountedPriceSet: shopPaise, taxLines })
  .transform((node) => ({
    id: node.id ?? '',
    taxes: node.taxLines,
    line: { title: node.title, amountPaise: node.discountedPriceSet },
  }));
export type ShippingNode = z.output<typeof ShippingNode>;

/** The taxes of one line, each with its rate. */
export function knownRates(taxes: readonly TaxNode[], amountPaise: number, taxesIncluded: boolean): OrderTax[] {
  const taxPaise = taxes.reduce((sum, { paise }) => sum + paise, 0);
  const taxablePaise = taxesIncluded ? amountPaise - taxPaise : amountPaise;
  const inferred = (paise: number) => (taxablePaise > 0 ? Math.max(0, Math.round((paise * PPM) / taxablePaise)) : 0);
  return taxes.map(({ title, ratePpm, paise }) => ({ title, ratePpm: ratePpm ?? inferred(paise), paise }));
}
