import type { Commerce, ShopProduct, ShopVariant } from '../shops/commerce/commerce-state.ts';
import { listed, type ListContext } from './listed.ts';
import type { PageArguments } from './connection.ts';
import { metafieldsOf } from './metafields.ts';

const MOST_VARIANTS = 2_048;

export function productNode(product: ShopProduct) {
  const gid = `gid://shopify/Product/${product.id}`;
  return {
    __typename: 'Product',
    id: gid,
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    status: product.status,
    vendor: product.vendor,
    productType: '',
    tags: [],
    isGiftCard: false,
    totalVariants: product.variants.length,
    variantsCount: { count: product.variants.length, precision: 'EXACT' },
    hasOnlyDefaultVariant: product.variants.length === 1,
    category: {
      id: `gid://shopify/TaxonomyCategory/${product.handle}`,
      fullName: product.category,
      name: product.category.split(' > ').at(-1) ?? product.category,
    },
    createdAt: product.updatedAt,
    updatedAt: product.updatedAt,
    ...metafieldsOf({ gid, updatedAt: product.updatedAt }, { hsn: product.hsnMetafield }),
    variants: (args: PageArguments, context: ListContext) =>
      listed(product.variants, args, context, (variant) => variantNode(variant, product), MOST_VARIANTS),
  };
}

export function variantNode(variant: ShopVariant, product: ShopProduct) {
  const gid = `gid://shopify/ProductVariant/${variant.id}`;
  return {
    __typename: 'ProductVariant',
    id: gid,
    legacyResourceId: String(variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: (variant.pricePaise / 100).toFixed(2),
    taxable: true,
    position: product.variants.indexOf(variant) + 1,
    availableForSale: product.status === 'ACTIVE',
    createdAt: product.updatedAt,
    updatedAt: product.updatedAt,
    ...metafieldsOf({ gid, updatedAt: product.updatedAt }, { hsn: variant.hsnMetafield ?? null }),
    product: () => productNode(product),
    inventoryItem: () => inventoryItemNode(variant, product),
  };
}

export function inventoryItemNode(variant: ShopVariant, product: ShopProduct) {
  const codes = variant.hsnForIndia === null ? [] : [{ countryCode: 'IN', harmonizedSystemCode: variant.hsnForIndia }];
  return {
    __typename: 'InventoryItem',
    id: `gid://shopify/InventoryItem/${variant.id}`,
    legacyResourceId: String(variant.id),
    sku: variant.sku,
    tracked: true,
    requiresShipping: true,
    harmonizedSystemCode: variant.hsnForAll,
    countryCodeOfOrigin: variant.originCountryCode,
    provinceCodeOfOrigin: null,
    createdAt: product.updatedAt,
    updatedAt: product.updatedAt,
    countryHarmonizedSystemCodes: (args: PageArguments, context: ListContext) =>
      listed(codes, args, context, (code) => code),
  };
}

/** Every variant with its product, in the order of the catalogue. */
export function variantsOf({ products }: Commerce): { variant: ShopVariant; product: ShopProduct }[] {
  return products.flatMap((product) => product.variants.map((variant) => ({ variant, product })));
}
