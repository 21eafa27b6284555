import { z } from 'zod';
import type { ProductGst, ProductMended } from '../../../core/api/product-gst.ts';
import { isCountryCode } from '../../product-gst/country-codes.ts';
import { Digits } from '../orders/orders.schema.ts';
import { InstantText } from '../shapes.ts';

export { Digits };

/** PUT /products/:id/gst. A code is judged by the service, which tells what is wrong with it. */
export const MendWish = z.strictObject({
  variantId: Digits.nullable(),
  hsn: z.string().max(60).nullable().optional(),
  originCountryCode: z.string().refine(isCountryCode).nullable().optional(),
});
export type MendWish = z.output<typeof MendWish>;

const TextAnswer = z.strictObject({ en: z.string(), hi: z.string() });

const RateAnswer = z.strictObject({
  ratePpm: z.number().int(),
  abovePaise: z.number().int().nullable(),
  upToPaise: z.number().int().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  isOfToday: z.boolean(),
  isVerified: z.boolean(),
  source: z.string(),
});

export const ProductGstAnswer: z.ZodType<ProductGst> = z.strictObject({
  id: Digits,
  title: z.string(),
  asOf: InstantText,
  hsn: z.string().nullable(),
  variants: z.array(
    z.strictObject({
      id: Digits,
      title: z.string(),
      sku: z.string().nullable(),
      pricePaise: z.number().int(),
      hsn: z.string().nullable(),
      hsnFrom: z.enum(['variant-field', 'product-field', 'shopify-india', 'shopify']).nullable(),
      verdict: z.strictObject({ isGood: z.boolean(), sentence: TextAnswer }),
      rates: z.array(RateAnswer),
      originCountryCode: z.string().nullable(),
    }),
  ),
  moreVariants: z.boolean(),
  missing: TextAnswer.nullable(),
  mayMend: z.boolean(),
  mendScopes: z.array(z.string()),
});

export const ProductMendedAnswer: z.ZodType<ProductMended> = z.strictObject({
  product: ProductGstAnswer,
  before: z.strictObject({
    variantId: Digits.nullable(),
    hsn: z.string().nullable().exactOptional(),
    originCountryCode: z.string().nullable().exactOptional(),
  }),
});
