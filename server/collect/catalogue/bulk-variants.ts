import { z } from 'zod';
import { EvidenceShapeError } from '../../shopify/admin-errors.ts';
import { bulkRows, type BulkContext } from '../bulk/bulk-operation.ts';
import { parseEvidence } from '../parse-evidence.ts';
import { BULK_CATALOGUE } from './catalogue-documents.ts';
import { CountryCode, VariantNode } from './variant-node.ts';

const Row = z.discriminatedUnion('__typename', [
  z.looseObject({ __typename: z.literal('ProductVariant') }),
  z.looseObject({ __typename: z.literal('CountryHarmonizedSystemCode'), __parentId: z.string() }),
]);

/**
 * The first `atMost` variants of the file, each with India's code. A code's row names as its parent the inventory item or
 * the variant that holds it: Shopify's documentation says neither, so both are taken.
 */
export async function variantsInBulk(context: BulkContext, atMost: number): Promise<VariantNode[]> {
  const variants: VariantNode[] = [];
  const parents = new Set<string>();
  const indianCodes = new Map<string, string>();
  for await (const row of bulkRows(BULK_CATALOGUE, context)) {
    const known = parseEvidence(Row, row);
    if (known.__typename === 'CountryHarmonizedSystemCode') {
      const { countryCode, harmonizedSystemCode } = parseEvidence(CountryCode, row);
      if (countryCode === 'IN') indianCodes.set(known.__parentId, harmonizedSystemCode);
      continue;
    }
    const node = parseEvidence(VariantNode, row);
    parents.add(node.itemId).add(node.variant.id);
    if (variants.length < atMost) variants.push(node);
  }
  if ([...indianCodes.keys()].some((parent) => !parents.has(parent))) {
    throw new EvidenceShapeError("Shopify's file", new Error('a code of a variant that is not there'));
  }
  return variants.map(({ variant, ...node }) => {
    const hsnForIndia = indianCodes.get(node.itemId) ?? indianCodes.get(variant.id) ?? null;
    return { ...node, variant: { ...variant, hsnForIndia } };
  });
}
