import { z } from 'zod';
import type { ProductMend } from '../../core/api/product-gst.ts';
import { parseEvidence } from '../collect/parse-evidence.ts';
import { AppError } from '../errors.ts';
import type { AdminAnswer, AdminApi } from '../shopify/admin-api.ts';
import { gidOf } from './live-product.ts';
import { CLEAR_HSN, SET_HSN, SET_ORIGIN } from './mend-documents.ts';

/** Asked for by the merchant's own deed, and never at install. */
export const MEND_SCOPE = 'write_products';

/** The shop has not allowed Prahari to change products. */
export class ScopeNeededError extends AppError {
  constructor(scope: string) {
    super({
      type: 'not-open',
      title: 'Prahari may not change products yet.',
      status: 409,
      detail: 'Open Prahari, Settings, and allow it there. Nothing was changed.',
      fields: { scope },
    });
  }
}

/** Shopify did not take the value. Its words are English and for developers, so they are the cause alone. */
export class NotTakenError extends AppError {
  constructor(cause: unknown) {
    super({
      type: 'not-taken',
      title: 'Shopify did not take this value.',
      status: 409,
      detail: 'Look at the product in Shopify, then try again.',
      cause,
    });
  }
}

const UserErrors = z.object({
  userErrors: z.array(z.object({ message: z.string(), code: z.string().nullish() })).max(250),
});
const Answers = {
  set: z.object({ metafieldsSet: UserErrors }).transform((answer) => answer.metafieldsSet),
  clear: z.object({ metafieldsDelete: UserErrors }).transform((answer) => answer.metafieldsDelete),
  origin: z.object({ productVariantsBulkUpdate: UserErrors }).transform((answer) => answer.productVariantsBulkUpdate),
};

/**
 * Writes what a person mended: the code into our own field, the country of origin of one variant. May be repeated.
 *
 * @throws {ScopeNeededError} write_products was not granted
 * @throws {NotTakenError} Shopify refuses the value
 * @throws the errors of AdminApi
 */
export async function mendProduct(admin: AdminApi, id: string, { variantId, hsn, originCountryCode }: ProductMend) {
  const product = gidOf(id);
  const variant = variantId === null ? null : `gid://shopify/ProductVariant/${variantId}`;
  const field = { ownerId: variant ?? product, namespace: '$app', key: 'hsn' };
  if (hsn === null) taken(Answers.clear, await admin.query(CLEAR_HSN, { metafields: [field] }));
  else if (hsn !== undefined) {
    const metafields = [{ ...field, type: 'single_line_text_field', value: hsn }];
    taken(Answers.set, await admin.query(SET_HSN, { metafields }));
  }
  if (originCountryCode === undefined || variant === null) return;
  const variants = [{ id: variant, inventoryItem: { countryCodeOfOrigin: originCountryCode } }];
  taken(Answers.origin, await admin.query(SET_ORIGIN, { productId: product, variants }));
}

function taken(schema: z.ZodType<z.output<typeof UserErrors>>, { data, denied }: AdminAnswer): void {
  if (denied.length > 0) throw new ScopeNeededError(MEND_SCOPE);
  const [first] = parseEvidence(schema, data).userErrors;
  if (first) throw new NotTakenError(new Error(first.code ?? first.message.slice(0, 200)));
}
