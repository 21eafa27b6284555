import type { ShopDefect } from '../../defect.ts';
import type { ShopState } from '../shop-state.ts';
import type { ShopProduct, ShopVariant } from './commerce-state.ts';
import { productDefect } from './defect-makers.ts';
import { productsOfOthers } from './products.ts';

const SET_PAISE = 259_900;
/** With tax. At 5% a piece is worth more than Rs 2,500, at 18% less: neither rate fits its own value. */
const DEAD_ZONE_PAISE = 270_000;
const STOLE_CODE = '621420';
const TEA_CODE = '09023020';

/** What is wrong with how single products are written up. */
export const PRODUCT_DEFECTS: readonly ShopDefect[] = [
  productDefect({
    id: 'lehenga-above-2500-at-5-percent',
    title: 'The wedding lehenga of Rs 7,490 lies in the collection that is taxed at 5%',
    checkId: 'gst/price-band-rates',
    handle: 'wedding-lehenga',
    isWrong: ({ collection }) => collection === 'everyday',
    wrong: (product) => void (product.collection = 'everyday'),
    right: (product) => void (product.collection = 'premium'),
  }),
  productDefect({
    id: 'price-in-the-dead-zone',
    title: 'The festive kurta set costs Rs 2,700 with tax, where neither 5% nor 18% fits',
    checkId: 'gst/price-band-rates',
    handle: 'festive-kurta-set',
    isWrong: (product) => product.variants.some(({ pricePaise }) => pricePaise === DEAD_ZONE_PAISE),
    wrong: (product) => writeVariants(product, { pricePaise: DEAD_ZONE_PAISE }),
    right: (product) => writeVariants(product, { pricePaise: SET_PAISE }),
  }),
  productDefect({
    id: 'product-without-hsn',
    title: 'The block-print stole has no HSN code',
    checkId: 'gst/hsn-coverage',
    handle: 'block-print-stole',
    isWrong: (product) => product.variants.some(({ hsnForAll }) => hsnForAll === null),
    wrong: (product) => writeVariants(product, { hsnForAll: null }),
    right: (product) => writeVariants(product, { hsnForAll: STOLE_CODE }),
  }),
  productDefect({
    id: 'hsn-with-lost-zero',
    title: 'The tea’s HSN code lost its leading zero in a spreadsheet',
    checkId: 'gst/hsn-form',
    handle: 'tin-of-tea',
    isWrong: (product) => product.variants.some(({ hsnForAll }) => hsnForAll !== TEA_CODE),
    wrong: (product) => writeVariants(product, { hsnForAll: TEA_CODE.slice(1) }),
    right: (product) => writeVariants(product, { hsnForAll: TEA_CODE }),
  }),
  productDefect({
    id: 'no-country-of-origin',
    title: 'The leather juttis name no country of origin',
    checkId: 'gst/country-of-origin',
    handle: 'leather-juttis',
    isWrong: (product) => product.variants.some(({ originCountryCode }) => originCountryCode === null),
    wrong: (product) => writeVariants(product, { originCountryCode: null }),
    right: (product) => writeVariants(product, { originCountryCode: 'IN' }),
  }),
  {
    where: 'shop',
    id: 'second-vendor-goods',
    title: 'Two products are sold for other suppliers, through a multi-vendor app',
    checkId: 'gst/multi-vendor',
    webhookTopic: null,
    adminPaths: () => ['/products'],
    isPresent: (shop) => ownProducts(shop).length < shop.commerce.products.length,
    plant(shop, nowIso) {
      const others = productsOfOthers(shop.id).map((product) => ({ ...product, updatedAt: nowIso }));
      shop.commerce.products = [...ownProducts(shop), ...others];
      shop.commerce.slips = [
        ...shop.commerce.slips.filter((slip) => slip !== 'sold-by-marketplace-app'),
        'sold-by-marketplace-app',
      ];
    },
    mend(shop) {
      shop.commerce.products = ownProducts(shop);
      shop.commerce.slips = shop.commerce.slips.filter((slip) => slip !== 'sold-by-marketplace-app');
    },
  },
];

function writeVariants(product: ShopProduct, change: Partial<ShopVariant>): void {
  product.variants = product.variants.map((variant) => ({ ...variant, ...change }));
}

function ownProducts(shop: ShopState): ShopProduct[] {
  return shop.commerce.products.filter(({ vendor }) => vendor === shop.name);
}
