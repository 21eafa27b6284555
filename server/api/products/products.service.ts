import { randomUUID } from 'node:crypto';
import type { ProductGst, ProductMend, ProductMended } from '../../../core/api/product-gst.ts';
import { judgeHsn, normalizeHsn } from '../../../core/gst/hsn.ts';
import type { Law } from '../../../core/gst/law.ts';
import { codeRefusal } from '../../../core/product-gst.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import type { ProductGstReader } from '../../product-gst/product-gst-reader.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';
import type { MendWish } from './products.schema.ts';

/** India's longest code; Shopify's own field takes longer ones of other countries. */
const LONGEST_CODE = 8;

export type ProductService = ReturnType<typeof productService>;

/** The codes of one product, judged and mended where the merchant looks at it. */
export function productService({ products, ...deps }: CheckSoonDeps & { readonly products: ProductGstReader }) {
  async function read({ shop, role }: Merchant, id: string): Promise<ProductGst> {
    const found = await products.read(shop, id);
    if (!found) throw new NotFoundError('This shop has no such product.');
    return { ...found, mayMend: role !== 'viewer' };
  }

  return {
    /**
     * @throws {NotFoundError} the shop has no such product
     * @throws the errors of AdminApi
     */
    read,

    /**
     * Writes a code or a country of origin; the shop's check follows. What stood there before comes back with the answer.
     *
     * @throws {BadRequestError} no code that goods can have, or an origin without a variant
     * @throws {NotFoundError} the shop has no such product or variant
     * @throws {ScopeNeededError} the shop has not allowed it
     * @throws {NotTakenError} Shopify refuses the value
     * @throws the errors of AdminApi
     */
    async mend(merchant: Merchant, id: string, wish: MendWish): Promise<ProductMended> {
      requireRole(merchant, 'manager');
      const change = changeOf(wish, await products.law());
      const before = beforeOf(await read(merchant, id), change);
      await products.mend(merchant.shop, id, change);
      await checkSoon(deps, merchant.shop, { topic: 'product', change: randomUUID() });
      return { product: await read(merchant, id), before };
    },
  };
}

/** The wish as it is written: codes in digits alone. */
function changeOf({ variantId, hsn, originCountryCode }: MendWish, law: Law): ProductMend {
  if (hsn === undefined && originCountryCode === undefined) {
    throw new BadRequestError('Nothing was said to change.', { hsn: 'needed' });
  }
  if (originCountryCode !== undefined && variantId === null) {
    throw new BadRequestError('The country of origin is kept with each variant.', { variantId: 'needed' });
  }
  return {
    variantId,
    ...(hsn !== undefined && { hsn: hsn === null ? null : codeOf(hsn, law) }),
    ...(originCountryCode !== undefined && { originCountryCode }),
  };
}

/** Four digits are taken at any turnover: whether they are enough is told with the product. */
function codeOf(text: string, law: Law): string {
  const code = normalizeHsn(text);
  const isTooLong = code.length > LONGEST_CODE;
  const verdict = judgeHsn(isTooLong ? '' : text, { law, digitsNeeded: null });
  if (verdict.ok) return verdict.code;
  throw new BadRequestError(codeRefusal(text, verdict, law), { hsn: verdict.problem });
}

/** What stood there, of those fields alone that change. */
function beforeOf(product: ProductGst, { variantId, hsn, originCountryCode }: ProductMend): ProductMend {
  const variant = variantId === null ? null : product.variants.find((one) => one.id === variantId);
  if (variant === undefined) throw new NotFoundError('This product has no such variant.');
  const own = variant === null ? product.hsn : variant.hsnFrom === 'variant-field' ? variant.hsn : null;
  return {
    variantId,
    ...(hsn !== undefined && { hsn: own }),
    ...(originCountryCode !== undefined && { originCountryCode: variant?.originCountryCode ?? null }),
  };
}
