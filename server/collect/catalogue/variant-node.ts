import { z } from 'zod';
import type { Product, Variant } from '../../../core/evidence/catalogue.ts';
import { paise } from '../money.ts';
import { outsideText } from '../parse-evidence.ts';

const metafield = z.object({ value: outsideText(60) }).nullable();
const hsnOf = (field: { value: string } | null): string | null => field?.value.trim() || null;

/** A code for one country, on an inventory item. */
export const CountryCode = z.object({ countryCode: outsideText(2), harmonizedSystemCode: outsideText(20) });
export type CountryCode = z.output<typeof CountryCode>;

/** India's code among them. */
export const indias = (codes: readonly CountryCode[]): string | null =>
  codes.find(({ countryCode }) => countryCode === 'IN')?.harmonizedSystemCode ?? null;

const ProductNode = z
  .object({
    id: outsideText(100),
    title: outsideText(255),
    status: z.enum(['ACTIVE', 'ARCHIVED', 'DRAFT', 'UNLISTED']),
    vendor: outsideText(255),
    category: z.object({ fullName: outsideText(500) }).nullable(),
    hsn: metafield,
  })
  .transform(({ category, hsn, ...node }): Omit<Product, 'variants'> => ({
    ...node,
    category: category?.fullName ?? null,
    hsnMetafield: hsnOf(hsn),
  }));

/** One variant with its product. India's code comes beside it in a page, and in a row of its own in bulk. */
export const VariantNode = z
  .object({
    id: outsideText(100),
    title: outsideText(255),
    sku: outsideText(255).nullable(),
    price: paise,
    taxable: z.boolean(),
    hsn: metafield,
    product: ProductNode,
    inventoryItem: z.object({
      id: outsideText(100),
      harmonizedSystemCode: outsideText(20).nullable(),
      countryCodeOfOrigin: outsideText(2).nullable(),
      countryHarmonizedSystemCodes: z.object({ nodes: z.array(CountryCode).max(250) }).optional(),
    }),
  })
  .transform(({ id, title, sku, price, taxable, hsn, product, inventoryItem }) => ({
    product,
    itemId: inventoryItem.id,
    variant: {
      id,
      title,
      sku: sku === '' ? null : sku,
      pricePaise: price,
      isTaxable: taxable,
      hsnMetafield: hsnOf(hsn),
      hsnForIndia: indias(inventoryItem.countryHarmonizedSystemCodes?.nodes ?? []),
      hsnForAll: inventoryItem.harmonizedSystemCode,
      originCountryCode: inventoryItem.countryCodeOfOrigin,
    } satisfies Variant,
  }));
export type VariantNode = z.output<typeof VariantNode>;
