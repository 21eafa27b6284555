import type { ShopProduct } from '../shops/commerce/commerce-state.ts';
import type { ShopPolicy, ShopState } from '../shops/shop-state.ts';
import { cartJson, type Cart } from './cart.ts';

/** Who looks at a page, and in which of the shop's languages. */
export interface Visitor {
  readonly locale: 'en' | 'hi';
  readonly cart: Cart | null;
  /** Null: not signed in. */
  readonly customer: { readonly id: number; readonly provinceCode: string | null } | null;
}

export const NOBODY: Visitor = { locale: 'en', cart: null, customer: null };
export const LOCALES = { en: 'English', hi: 'हिन्दी' } as const;

/** A page of the theme to be drawn. */
export interface Page {
  readonly template: string;
  readonly path: string;
  readonly policy?: ShopPolicy | undefined;
}

/** What templates, sections and snippets can name: Shopify's global objects, as far as themes and blocks here do. */
export function pageScope(shop: ShopState, page: Page, visitor: Visitor) {
  const root = visitor.locale === 'en' ? '/' : `/${visitor.locale}`;
  const prefix = root === '/' ? '' : root;
  return {
    shop: { name: shop.name, email: shop.email, url: `https://${shop.domain}`, policies: shop.policies },
    page: { title: page.policy?.title ?? titleOf(page.template, shop), content: page.policy?.body ?? '' },
    request: {
      path: page.path,
      page_type: page.template,
      design_mode: false,
      locale: {
        iso_code: visitor.locale,
        endonym_name: LOCALES[visitor.locale],
        root_url: root,
        primary: prefix === '',
      },
    },
    routes: {
      root_url: root,
      cart_url: `${prefix}/cart`,
      cart_add_url: `${prefix}/cart/add`,
      cart_update_url: `${prefix}/cart/update`,
      cart_change_url: `${prefix}/cart/change`,
    },
    cart: visitor.cart ? cartJson(shop, visitor.cart) : { attributes: {}, item_count: 0, items: [], total_price: 0 },
    customer: visitor.customer && {
      id: visitor.customer.id,
      default_address: visitor.customer.provinceCode && {
        country_code: 'IN',
        province_code: visitor.customer.provinceCode,
      },
    },
    product: productScope(productAt(shop, page.path)),
    collection: { products: shop.commerce.products.filter(({ status }) => status === 'ACTIVE').map(productScope) },
  };
}

/** The theme's own example is sold as the first product of the catalogue. */
function productAt({ commerce }: ShopState, path: string): ShopProduct {
  const handle = path.slice('/products/'.length);
  const first = commerce.products[0];
  const found = commerce.products.find((product) => product.handle === handle && product.status === 'ACTIVE');
  if (found) return found;
  if (!first) throw new RangeError('The shop sells nothing.');
  return { ...first, handle: 'hand-block-cotton-kurta', title: 'Hand-block cotton kurta' };
}

function productScope({ title, handle, variants }: ShopProduct) {
  return {
    title,
    handle,
    url: `/products/${handle}`,
    price: variants[0]?.pricePaise ?? 0,
    description: 'Soft cotton, printed by hand. An invented product.',
    variants: variants.map((variant) => ({ id: variant.id, title: variant.title, price: variant.pricePaise })),
  };
}

function titleOf(template: string, shop: ShopState): string {
  return template === 'index' ? shop.name : template === '404' ? 'Page not found' : template;
}
