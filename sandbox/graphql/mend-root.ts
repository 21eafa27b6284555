import type { ShopProduct, ShopVariant } from '../shops/commerce/commerce-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { companyLocationNode } from './company-node.ts';
import { inventoryItemNode, productNode, variantNode, variantsOf } from './product-node.ts';

/** As the published schema takes it; what the sandbox does not hold is passed over. */
interface InventoryItemInput {
  readonly harmonizedSystemCode?: string | null;
  readonly countryCodeOfOrigin?: string | null;
}

/** Shopify's own code: six figures at least, thirteen at most. */
const SHOPIFY_HSN = /^\d{6,13}$/;
const LONGEST_TAX_NUMBER = 255;

/** What the app may mend in a shop beside its own metafields. */
export function mendRoot(shop: ShopState, changed: () => void, nowMs: () => number) {
  const now = () => new Date(nowMs()).toISOString();

  return {
    inventoryItemUpdate({ id, input }: { id: string; input: InventoryItemInput }) {
      const found = variantsOf(shop.commerce).find(({ variant }) => `gid://shopify/InventoryItem/${variant.id}` === id);
      if (!found) return { inventoryItem: null, userErrors: [userError(['id'], "Inventory item doesn't exist")] };
      const fault = codeFault(input);
      if (fault !== null)
        return { inventoryItem: null, userErrors: [userError(['input', 'harmonizedSystemCode'], fault)] };
      write(found.variant, found.product, input, now());
      changed();
      return { inventoryItem: inventoryItemNode(found.variant, found.product), userErrors: [] };
    },

    productVariantsBulkUpdate({ productId, variants }: BulkArguments) {
      const product = shop.commerce.products.find(({ id }) => `gid://shopify/Product/${id}` === productId);
      if (!product) return refusedBulk(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
      const found = variants.map(({ id, inventoryItem }) => ({
        variant: product.variants.find((one) => `gid://shopify/ProductVariant/${one.id}` === id),
        input: inventoryItem ?? {},
      }));
      for (const [index, { variant, input }] of found.entries()) {
        const at = ['variants', String(index)];
        if (!variant)
          return refusedBulk([...at, 'id'], 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
        const fault = codeFault(input);
        if (fault !== null)
          return refusedBulk([...at, 'inventoryItem', 'harmonizedSystemCode'], fault, 'INVALID_INPUT');
      }
      for (const { variant, input } of found) if (variant) write(variant, product, input, now());
      changed();
      return {
        product: productNode(product),
        productVariants: found.flatMap(({ variant }) => (variant ? variantNode(variant, product) : [])),
        userErrors: [],
      };
    },

    companyLocationTaxSettingsUpdate({ companyLocationId, taxRegistrationId }: TaxSettingsArguments) {
      const company = shop.commerce.companies.find(
        ({ id }) => `gid://shopify/CompanyLocation/${id}` === companyLocationId,
      );
      if (!company)
        return refusedCompany(['companyLocationId'], "The company location doesn't exist.", 'RESOURCE_NOT_FOUND');
      if ((taxRegistrationId ?? '').length > LONGEST_TAX_NUMBER)
        return refusedCompany(['taxRegistrationId'], 'Tax registration ID is too long.', 'TOO_LONG');
      if (taxRegistrationId !== undefined)
        company.taxRegistrationId = taxRegistrationId === '' ? null : taxRegistrationId;
      changed();
      return { companyLocation: companyLocationNode(company, shop), userErrors: [] };
    },
  };
}

interface BulkArguments {
  readonly productId: string;
  readonly variants: readonly { readonly id?: string | null; readonly inventoryItem?: InventoryItemInput | null }[];
}

interface TaxSettingsArguments {
  readonly companyLocationId: string;
  readonly taxRegistrationId?: string | null;
}

function codeFault({ harmonizedSystemCode }: InventoryItemInput): string | null {
  if (harmonizedSystemCode == null || SHOPIFY_HSN.test(harmonizedSystemCode)) return null;
  return 'Harmonized system code must be a number between 6 and 13 digits';
}

function write(variant: ShopVariant, product: ShopProduct, input: InventoryItemInput, at: string): void {
  if (input.harmonizedSystemCode !== undefined) variant.hsnForAll = input.harmonizedSystemCode;
  if (input.countryCodeOfOrigin !== undefined) variant.originCountryCode = input.countryCodeOfOrigin;
  product.updatedAt = at;
}

function userError(field: readonly string[], message: string) {
  return { __typename: 'UserError', field, message };
}

function refusedBulk(field: readonly string[], message: string, code: string) {
  const userErrors = [{ __typename: 'ProductVariantsBulkUpdateUserError', field, message, code }];
  return { product: null, productVariants: null, userErrors };
}

function refusedCompany(field: readonly string[], message: string, code: string) {
  return { companyLocation: null, userErrors: [{ __typename: 'BusinessCustomerUserError', field, message, code }] };
}
