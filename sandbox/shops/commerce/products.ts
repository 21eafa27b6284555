import type { Collection, ShopProduct } from './commerce-state.ts';

const WRITTEN_AT = '2026-04-02T06:30:00Z';

/** In which of the three places a product's code stands. */
type HsnPlace = 'metafield' | 'all' | 'india';

interface Row {
  readonly handle: string;
  readonly title: string;
  readonly category: string;
  readonly collection: Collection;
  readonly hsn: readonly [place: HsnPlace, code: string];
  readonly rupees: number;
  /** Titles of variants; none: one variant. */
  readonly variants?: readonly string[];
}

const CLOTHING = 'Apparel & Accessories > Clothing';

/**
 * Clothing, footwear, made-up textiles and quilts go by value: up to Rs 2,500 a piece 5%, above it 18%. The rates of
 * the rest are this invented merchant's own; no check says which they should be.
 */
const ROWS: readonly Row[] = [
  {
    handle: 'block-print-kurta',
    title: 'Block-print kurta',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['all', '621142'],
    rupees: 1_050,
    variants: ['S', 'M', 'L'],
  },
  {
    handle: 'cotton-kurti',
    title: 'Cotton kurti',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['metafield', '6206'],
    rupees: 899,
    variants: ['S', 'M', 'L'],
  },
  {
    handle: 'festive-kurta-set',
    title: 'Festive kurta set',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['india', '621142'],
    rupees: 2_599,
    variants: ['M', 'L'],
  },
  {
    handle: 'linen-shirt',
    title: 'Linen shirt',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['all', '620590'],
    rupees: 1_499,
    variants: ['M', 'L', 'XL'],
  },
  {
    handle: 'block-print-stole',
    title: 'Block-print stole',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['all', '621420'],
    rupees: 650,
  },
  {
    handle: 'chanderi-saree',
    title: 'Chanderi saree',
    category: CLOTHING,
    collection: 'everyday',
    hsn: ['all', '50072010'], // cloth, not a garment: its rate does not go by value
    rupees: 4_200,
    variants: ['Indigo', 'Madder'],
  },
  {
    handle: 'anarkali-suit',
    title: 'Anarkali suit',
    category: CLOTHING,
    collection: 'premium',
    hsn: ['all', '620442'],
    rupees: 3_400,
    variants: ['M', 'L'],
  },
  {
    handle: 'wedding-lehenga',
    title: 'Wedding lehenga',
    category: CLOTHING,
    collection: 'premium',
    hsn: ['india', '620459'],
    rupees: 7_490,
    variants: ['Red', 'Green'],
  },
  {
    handle: 'single-razai',
    title: 'Jaipuri razai, single',
    category: 'Home & Garden > Linens & Bedding > Bedding',
    collection: 'everyday',
    hsn: ['all', '940440'],
    rupees: 2_400,
  },
  {
    handle: 'king-razai',
    title: 'Jaipuri razai, king size',
    category: 'Home & Garden > Linens & Bedding > Bedding',
    collection: 'premium',
    hsn: ['all', '940440'],
    rupees: 3_900,
  },
  {
    handle: 'leather-juttis',
    title: 'Leather juttis',
    category: 'Apparel & Accessories > Shoes',
    collection: 'everyday',
    hsn: ['all', '640359'],
    rupees: 1_299,
    variants: ['37', '39', '41'],
  },
  {
    handle: 'silver-jhumkas',
    title: 'Silver jhumkas',
    category: 'Apparel & Accessories > Jewelry > Earrings',
    collection: 'silver',
    hsn: ['all', '711311'],
    rupees: 2_850,
  },
  {
    handle: 'tin-of-tea',
    title: 'Tin of Assam tea, 250 g',
    category: 'Food, Beverages & Tobacco > Beverages > Tea & Infusions',
    collection: 'everyday',
    hsn: ['all', '09023020'],
    rupees: 420,
  },
  {
    handle: 'steel-tumblers',
    title: 'Steel tumblers, set of six',
    category: 'Home & Garden > Kitchen & Dining > Tableware > Drinkware',
    collection: 'kitchen',
    hsn: ['metafield', '7323'],
    rupees: 780,
  },
];

/** The catalogue as it should be, with one draft that nobody has finished yet. Ids follow from the shop's. */
export function cleanProducts(shopId: number, vendor: string): ShopProduct[] {
  const draft: Row = {
    handle: 'winter-shawl',
    title: 'Winter shawl (not for sale yet)',
    category: CLOTHING,
    collection: 'premium',
    hsn: ['metafield', ''],
    rupees: 2_700,
  };
  return [
    ...ROWS.map((row, index) => productOf(row, shopId * 100 + index + 1, vendor)),
    { ...productOf(draft, shopId * 100 + 90, vendor), status: 'DRAFT', hsnMetafield: null },
  ];
}

/** Goods of two other firms, written up as they should be but for whose they are. */
export function productsOfOthers(shopId: number): ShopProduct[] {
  const home = { category: 'Home & Garden > Decor', collection: 'everyday' } as const;
  const rows: readonly (readonly [vendor: string, row: Row])[] = [
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

function productOf(row: Row, id: number, vendor: string): ShopProduct {
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
