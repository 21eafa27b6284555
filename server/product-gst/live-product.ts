import { z } from 'zod';
import type { Product } from '../../core/evidence/catalogue.ts';
import { PRODUCT_VARIANTS } from '../collect/catalogue/catalogue-documents.ts';
import { VariantNode } from '../collect/catalogue/variant-node.ts';
import { pageInfo, parseEvidence } from '../collect/parse-evidence.ts';
import { EvidenceShapeError } from '../shopify/admin-errors.ts';
import type { AdminApi } from '../shopify/admin-api.ts';

/** Shopify's own limit of one product. */
export const MOST_VARIANTS = 2_000;
const MAX_PAGES = 60;

/** A product as it stands in the shop now. */
export interface LiveProduct {
  readonly product: Product;
  readonly moreVariants: boolean;
  /** Whether prices hold the tax already. */
  readonly taxesIncluded: boolean;
}

const Answer = z.object({
  shop: z.object({ taxesIncluded: z.boolean() }),
  product: z.object({ variants: z.object({ nodes: z.array(VariantNode).max(250), pageInfo }) }).nullable(),
});

/**
 * One product with all its variants, in pages. Scope: read_products.
 *
 * @throws the errors of AdminApi
 */
export async function liveProduct(
  id: string,
  { admin, signal }: { readonly admin: AdminApi; readonly signal: AbortSignal },
): Promise<LiveProduct | 'not-found' | 'not-permitted'> {
  const nodes: VariantNode[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, denied } = await admin.query(PRODUCT_VARIANTS, { id: gidOf(id), after }, { signal });
    if (denied.length > 0) return 'not-permitted';
    const { shop, product }: z.output<typeof Answer> = parseEvidence(Answer, data);
    if (product === null) return 'not-found';
    nodes.push(...product.variants.nodes);
    const { hasNextPage, endCursor } = product.variants.pageInfo;
    if (!hasNextPage || nodes.length >= MOST_VARIANTS) {
      return found(nodes, { hasMore: hasNextPage, taxesIncluded: shop.taxesIncluded });
    }
    after = endCursor;
  }
  throw new EvidenceShapeError('Shopify', new Error('variants without end'));
}

/** "gid://shopify/Product/1" */
export const gidOf = (id: string): string => `gid://shopify/Product/${id}`;

function found(
  nodes: readonly VariantNode[],
  { hasMore, taxesIncluded }: { hasMore: boolean; taxesIncluded: boolean },
): LiveProduct {
  const [first] = nodes;
  if (!first) throw new EvidenceShapeError('Shopify', new Error('a product without variants'));
  const variants = nodes.slice(0, MOST_VARIANTS).map(({ variant }) => variant);
  return {
    product: { ...first.product, variants },
    moreVariants: hasMore || nodes.length > MOST_VARIANTS,
    taxesIncluded,
  };
}
