import type { Collection } from './commerce-state.ts';

/** In which of the three places a product's code stands. */
type HsnPlace = 'metafield' | 'all' | 'india';

/** One product as it is written up. */
export interface ProductRow {
  readonly handle: string;
  readonly title: string;
  readonly category: string;
  readonly collection: Collection;
  readonly hsn: readonly [place: HsnPlace, code: string];
  readonly rupees: number;
  /** Titles of variants; none: one variant. */
  readonly variants?: readonly string[];
}

export const CLOTHING = 'Apparel & Accessories > Clothing';

/**
 * Clothing, footwear, made-up textiles and quilts go by value: up to Rs 2,500 a piece 5%, above it 18%. The rates of
 * the rest are this invented merchant's own; no check says which they should be.
 */
export const PRODUCT_ROWS: readonly ProductRow[] = [
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
