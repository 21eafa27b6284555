import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { aVariantNode, bulkAnswers } from '../../../test/fake-commerce.ts';
import type { Catalogue } from '../../../core/evidence/catalogue.ts';
import { collectOne } from '../run.ts';
import { catalogueCollector } from './catalogue.ts';

const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
const catalogue = catalogueCollector({ pause: async () => undefined });

type Node = Readonly<Record<string, unknown>>;
const counts =
  (variants: number, products = variants) =>
  () => ({
    productVariantsCount: { count: variants },
    productsCount: { count: products },
  });
const page = (nodes: readonly Node[]) => () => ({
  productVariants: { nodes, pageInfo: { hasNextPage: false, endCursor: null } },
});
const collect = (over: AdminAnswers) =>
  collectOne(catalogue, aCollectContext({ ...shopAnswers(), ...over }), { clock });

async function valueOf(over: AdminAnswers): Promise<Catalogue> {
  const collected = await collect(over);
  if (collected.status !== 'collected') throw new Error(collected.reason);
  return collected.value;
}

const { product, inventoryItem } = aVariantNode() as { product: Node; inventoryItem: Node };
const item = (over: Node) => aVariantNode({ inventoryItem: { ...inventoryItem, ...over } });
const variantOf = async (node: Node) => (await valueOf({ Catalogue: page([node]) })).products[0]?.variants[0];

describe('the catalogue', () => {
  it('comes as tax and labels ask', async () => {
    expect(await valueOf({})).toEqual({
      products: [
        {
          id: 'gid://shopify/Product/1',
          title: 'Block-print kurta',
          status: 'ACTIVE',
          vendor: 'Marigold',
          category: 'Apparel & Accessories > Clothing',
          hsnMetafield: '6211',
          variants: [
            {
              id: 'gid://shopify/ProductVariant/11',
              title: 'M',
              sku: 'KURTA-M',
              pricePaise: 105_000,
              isTaxable: true,
              hsnMetafield: null,
              hsnForIndia: '62114290',
              hsnForAll: null,
              originCountryCode: 'IN',
            },
          ],
        },
      ],
      moreProducts: 0,
    });
  });

  it("puts each product's variants together, wherever they come", async () => {
    const other = { ...product, id: 'gid://shopify/Product/2' };
    const nodes = [aVariantNode({ id: 'a' }), aVariantNode({ id: 'b', product: other }), aVariantNode({ id: 'c' })];
    const { products } = await valueOf({ Catalogue: page(nodes) });
    expect(products.map(({ variants }) => variants.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  });

  it.each([
    ['another country alone', [{ countryCode: 'US', harmonizedSystemCode: '621142' }], null],
    ['India among others', [{ countryCode: 'US', harmonizedSystemCode: '1' }, { countryCode: 'IN', harmonizedSystemCode: '62114290' }], '62114290'], // prettier-ignore
    ['none', [], null],
  ])('reads the code of %s', async (_what, nodes, hsnForIndia) => {
    expect(await variantOf(item({ countryHarmonizedSystemCodes: { nodes } }))).toMatchObject({ hsnForIndia });
  });

  it.each([
    [{ value: ' 6211 ' }, '6211'],
    [{ value: ' ' }, null],
    [null, null],
  ])('reads our own field %j', async (hsn, hsnMetafield) => {
    expect(await variantOf(aVariantNode({ hsn }))).toMatchObject({ hsnMetafield });
  });

  it('keeps a product without category, origin or SKU', async () => {
    const bare = { ...product, category: null, vendor: '' };
    const node = aVariantNode({
      sku: '',
      product: bare,
      inventoryItem: { ...inventoryItem, countryCodeOfOrigin: null },
    });
    const [first] = (await valueOf({ Catalogue: page([node]) })).products;
    expect(first).toMatchObject({ category: null, vendor: '', variants: [{ sku: null, originCountryCode: null }] });
  });

  it.each<[string, AdminAnswers, string]>([
    ['is not permitted without read_products', { CatalogueCounts: () => new Denied('productsCount') }, 'not-permitted'],
    ['with a status that nobody knows', { Catalogue: page([aVariantNode({ product: { ...product, status: 'SLEEPING' } })]) }, 'unexpected-shape'], // prettier-ignore
    ['with junk for a price', { Catalogue: page([aVariantNode({ price: 'free' })]) }, 'unexpected-shape'],
    ['without an item', { Catalogue: page([aVariantNode({ inventoryItem: null })]) }, 'unexpected-shape'],
  ])('%s', async (_what, over, reason) => {
    expect(await collect(over)).toMatchObject({ status: 'unavailable', reason });
  });
});

describe('a large catalogue', () => {
  const bulkItem = (number: number) => ({ id: `I/${number}`, harmonizedSystemCode: null, countryCodeOfOrigin: 'IN' });
  const variant = (number: number) =>
    aVariantNode({
      id: `V/${number}`,
      product: { ...product, id: `P/${number}` },
      inventoryItem: bulkItem(number),
    });
  const code = (parent: string, countryCode = 'IN') => ({
    __typename: 'CountryHarmonizedSystemCode',
    countryCode,
    harmonizedSystemCode: '62114290',
    __parentId: parent,
  });
  const bulk = (rows: readonly Node[], count = 1_001): AdminAnswers => ({
    CatalogueCounts: counts(count),
    ...bulkAnswers(rows.map((row) => JSON.stringify(row)).join('\n')),
  });

  it.each([
    ['the inventory item', 'I/2'],
    ['the variant', 'V/2'],
  ])("finds India's code under %s, before it or after", async (_what, parent) => {
    for (const rows of [
      [variant(1), variant(2), code(parent), code(parent, 'US')],
      [code(parent, 'US'), code(parent), variant(1), variant(2)],
    ]) {
      const { products } = await valueOf(bulk(rows));
      expect(products.map(({ variants }) => variants[0]?.hsnForIndia)).toEqual([null, '62114290']);
    }
  });

  it('stops at 20,000 variants and counts the products beyond', async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => variant(index));
    const { products, moreProducts } = await valueOf(bulk(rows, 25_000));
    expect([products.length, moreProducts]).toEqual([20_000, 5_000]);
  });

  it.each([
    ['a code of nothing', [variant(1), code('I/9')]],
    ['a row of another kind', [variant(1), { __typename: 'Product', id: 'P/1' }]],
    ['a code without its parent', [variant(1), { ...code('x'), __parentId: undefined }]],
  ])('with %s has an unknown shape', async (_what, rows) => {
    expect(await collect(bulk(rows))).toMatchObject({ reason: 'unexpected-shape' });
  });
});
