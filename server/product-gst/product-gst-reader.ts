import type { ProductGst } from '../../core/api/product-gst.ts';
import { digitsFor } from '../../core/evidence/derived/hsn-coverage.ts';
import type { TaxProfile } from '../../core/evidence/tax-profile.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import { lawWith, type Law } from '../../core/gst/law.ts';
import { PRODUCT_WORDS, variantGst } from '../../core/product-gst.ts';
import { visibleText } from '../../core/visible-text.ts';
import type { Clock } from '../clock.ts';
import type { LawSource } from '../law/law-folder.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import { liveProduct } from './live-product.ts';
import { MEND_SCOPE, mendProduct } from './product-mender.ts';

const WITHIN_MS = 60_000;
const LONGEST_CODE = 40;

/** A product's answer, without what depends on who asks. */
export type ProductRead = Omit<ProductGst, 'mayMend'>;

export type ProductGstReader = ReturnType<typeof productGstReader>;

/** Judges the codes of one product as it stands in the shop now. Nothing of it is kept. */
export function productGstReader({
  adminFor,
  taxProfiles,
  law,
  clock,
}: {
  readonly adminFor: (shop: string) => AdminApi;
  readonly taxProfiles: { read(shop: string): Promise<TaxProfile> };
  readonly law: LawSource;
  readonly clock: Clock;
}) {
  return {
    law: async (): Promise<Law> => lawWith(await law.changes()),

    /** Null: the shop has no such product. @throws the errors of AdminApi */
    async read(shop: string, id: string): Promise<ProductRead | null> {
      const question = { admin: adminFor(shop), signal: AbortSignal.timeout(WITHIN_MS) };
      const [live, taxProfile, changes] = await Promise.all([
        liveProduct(id, question),
        taxProfiles.read(shop),
        law.changes(),
      ]);
      const asOf = clock.now().toISOString();
      const common = { id, asOf, mendScopes: [MEND_SCOPE] };
      if (live === 'not-found') return null;
      if (live === 'not-permitted') {
        return {
          ...common,
          title: '',
          hsn: null,
          variants: [],
          moreVariants: false,
          missing: PRODUCT_WORDS.notPermitted,
        };
      }
      const { product, moreVariants, taxesIncluded } = live;
      const judged = {
        ...{ product, taxesIncluded, law: lawWith(changes), today: dayInIndia(asOf) },
        digitsNeeded: digitsFor({ taxProfile, law: changes }, asOf),
      };
      return {
        ...common,
        title: visibleText(product.title),
        hsn: product.hsnMetafield && visibleText(product.hsnMetafield.slice(0, LONGEST_CODE)),
        variants: product.variants.map((variant) => variantGst(variant, judged)),
        moreVariants,
        missing: null,
      };
    },

    /** See mendProduct. */
    mend: (shop: string, ...of: Parameters<typeof mendProduct> extends [unknown, ...infer Rest] ? Rest : never) =>
      mendProduct(adminFor(shop), ...of),
  };
}
