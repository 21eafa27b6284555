import type { Commerce } from './commerce-state.ts';
import { inventedGstin } from './invented-gstin.ts';
import { cleanProducts } from './products.ts';

/** Sales with nothing wrong: every rate, code, number and buyer as the law asks. */
export function cleanCommerce(shopId: number, shopName: string): Commerce {
  return {
    products: cleanProducts(shopId, shopName),
    taxOverrides: [
      { collection: 'everyday', percent: 5 },
      { collection: 'kitchen', percent: 5 },
      { collection: 'silver', percent: 3 },
    ],
    // Rs 3,060 after it: still above the limit of its rate.
    sale: { handle: 'anarkali-suit', percentOff: 10 },
    companies: [
      {
        id: shopId * 10 + 1,
        name: 'Invented Boutique LLP',
        provinceCode: 'MH',
        taxRegistrationId: inventedGstin('MH', 71),
      },
      {
        id: shopId * 10 + 2,
        name: 'Invented Lifestyle Stores',
        provinceCode: 'TN',
        taxRegistrationId: inventedGstin('TN', 72),
      },
    ],
    slips: [],
    ordersHeld: 160,
  };
}
