import type { ShopProduct } from './commerce-state.ts';
import { CLOTHING, PRODUCT_ROWS, type ProductRow } from './product-rows.ts';

const WRITTEN_AT = '2026-04-02T06:30:00Z';

/** The catalogue as it should be, with one draft that nobody has finished yet. Ids follow from the shop's. */
export function cleanProducts(shopId: number, vendor: string): ShopProduct[] {
  const draft: ProductRow = {
    handle: 'winter-shawl',
    title: 'Winter shawl (not for sale yet)',
    category: CLOTHING,
    collection: 'premium',
    hsn: ['metafield', ''],
    rupees: 2_700,
  };
  return [
    ...PRODUCT_ROWS.map((row, index) => productOf(row, shopId * 100 + index + 1, vendor)),
    { ...productOf(draft, shopId * 100 + 90, vendor), status: 'DRAFT', hsnMetafield: null },
  ];
}

/** Goods of two other firms, written up as they should be but for whose they are. */
export function productsOfOthers(shopId: number): ShopProduct[] {
  const home = { category: 'Home & Garden > Decor', collection: 'everyday' } as const;
  const rows: readonly (readonly [vendor: string, row: ProductRow])[] = [
    [
      'Kavya Crafts (invented)',
      { ...home, handle: 'cushion-cover', title: 'Quilted cushion cover', hsn: ['all', '630492'], rupees: 490 },
    ],
    [
      'Noor Looms (invented)',
      { ...home, handle: 'table-runner', title: 'Handloom table runner', hsn: ['all', '630251'], rupees: 950 },
    ],
  ];
  return rows.map(([vendor, row], index) => productOf(row, shopId * 100 + 51 + index, vendor));
}

function productOf(row: ProductRow, id: number, vendor: string): ShopProduct {
  const [place, code] = row.hsn;
  return {
    id,
    handle: row.handle,
    title: row.title,
    status: 'ACTIVE',
    vendor,
    category: row.category,
    collection: row.collection,
    hsnMetafield: place === 'metafield' ? code : null,
    variants: (row.variants ?? ['Default Title']).map((title, index) => ({
      id: id * 10 + index + 1,
      title,
      sku: [row.handle, title].join('-').toUpperCase().replace('-DEFAULT TITLE', ''),
      pricePaise: row.rupees * 100,
      hsnForAll: place === 'all' ? code : null,
      hsnForIndia: place === 'india' ? code : null,
      originCountryCode: 'IN',
    })),
    updatedAt: WRITTEN_AT,
  };
}

/** @throws when the shop has no such product */
export function productNamed(products: readonly ShopProduct[], handle: string): ShopProduct {
  const found = products.find((product) => product.handle === handle);
  if (!found) throw new RangeError(`The shop has no product "${handle}".`);
  return found;
}
