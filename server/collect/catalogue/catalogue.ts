import { z } from 'zod';
import type { Catalogue, Product, Variant } from '../../../core/evidence/catalogue.ts';
import { permitted } from '../access-denied.ts';
import { pauseFor, type Pause } from '../bulk/pause.ts';
import { defineCollector, type Collector } from '../collector.ts';
import { pagesOf, type PagesContext } from '../pages.ts';
import { pageInfo, parseEvidence } from '../parse-evidence.ts';
import { variantsInBulk } from './bulk-variants.ts';
import { CATALOGUE, CATALOGUE_COUNTS } from './catalogue-documents.ts';
import { VariantNode } from './variant-node.ts';

const SCOPES = ['read_products'];
/** More are asked for by a bulk operation. */
const PAGED_AT_MOST = 1_000;
const MAX_PAGES = 60;
const MAX_VARIANTS = 20_000;

const count = z.object({ count: z.number().int().nonnegative() });
const Counts = z.object({ productVariantsCount: count, productsCount: count });
const Answer = z.object({ productVariants: z.object({ nodes: z.array(VariantNode).max(250), pageInfo }) });

/**
 * The shop's products with their tax codes, in Shopify's order of variants; 20,000 variants at most. Scope:
 * read_products. Source: Admin GraphQL `productVariants`.
 */
export function catalogueCollector({ pause = pauseFor }: { pause?: Pause } = {}): Collector<'catalogue'> {
  return defineCollector({
    kind: 'catalogue',
    rung: 'platform',
    deadlineMs: 10 * 60_000,
    scopes: SCOPES,
    async collect({ admin, signal }) {
      const question = { admin, signal, scopes: SCOPES };
      const answer = permitted(await admin.query(CATALOGUE_COUNTS, {}, { signal }), SCOPES);
      const counts = parseEvidence(Counts, answer);
      const variants =
        counts.productVariantsCount.count <= PAGED_AT_MOST
          ? await variantsInPages({ ...question, maxPages: MAX_PAGES })
          : await variantsInBulk({ ...question, pause }, MAX_VARIANTS);
      return catalogueOf(variants, counts.productsCount.count);
    },
  });
}

export const catalogue = catalogueCollector();

async function variantsInPages(context: PagesContext): Promise<VariantNode[]> {
  const found: VariantNode[] = [];
  const pages = pagesOf(
    { document: CATALOGUE, answer: Answer, page: ({ productVariants }) => productVariants },
    context,
  );
  for await (const page of pages) found.push(...page);
  return found;
}

function catalogueOf(nodes: readonly VariantNode[], counted: number): Catalogue {
  const variantsOf = new Map<string, Variant[]>();
  const products: Product[] = [];
  for (const { product, variant } of nodes) {
    const known = variantsOf.get(product.id);
    if (known) known.push(variant);
    else {
      const variants = [variant];
      variantsOf.set(product.id, variants);
      products.push({ ...product, variants });
    }
  }
  const isCut = nodes.length >= MAX_VARIANTS;
  return { products, moreProducts: isCut ? Math.max(0, counted - products.length) : 0 };
}
