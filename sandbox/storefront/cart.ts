import { variantsOf } from '../graphql/product-node.ts';
import type { ShopProduct, ShopVariant } from '../shops/commerce/commerce-state.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** What one visitor has in her cart. */
export interface Cart {
  readonly token: string;
  readonly shop: string;
  lines: CartLine[];
  /** As the theme's forms and blocks wrote them, in the order of their coming. */
  attributes: Record<string, string>;
  note: string;
}

export interface CartLine {
  readonly variantId: number;
  quantity: number;
}

/** A line with what is sold there. */
export interface PricedLine {
  readonly product: ShopProduct;
  readonly variant: ShopVariant;
  readonly quantity: number;
  /** Given by the shop on this product, for the whole line. */
  readonly ownDiscountPaise: number;
  readonly paidPaise: number;
}

/** Lines that can still be bought: what the merchant took out of the catalogue is passed over. */
export function pricedLines(shop: ShopState, cart: { readonly lines: readonly CartLine[] }): PricedLine[] {
  return cart.lines.flatMap(({ variantId, quantity }) => {
    const found = soldVariant(shop, variantId);
    if (!found) return [];
    const whole = found.variant.pricePaise * quantity;
    const { sale } = shop.commerce;
    const ownDiscountPaise = found.product.handle === sale.handle ? Math.round((whole * sale.percentOff) / 100) : 0;
    return { ...found, quantity, ownDiscountPaise, paidPaise: whole - ownDiscountPaise };
  });
}

export function soldVariant(shop: ShopState, variantId: number) {
  return variantsOf(shop.commerce).find(
    ({ variant, product }) => variant.id === variantId && product.status === 'ACTIVE',
  );
}

export function totalPaise(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { paidPaise }) => sum + paidPaise, 0);
}

/** The cart as /cart.js tells it. */
export function cartJson(shop: ShopState, cart: Cart): object {
  const lines = pricedLines(shop, cart);
  return {
    token: cart.token,
    note: cart.note,
    attributes: cart.attributes,
    original_total_price: lines.reduce((sum, line) => sum + line.paidPaise + line.ownDiscountPaise, 0),
    total_price: totalPaise(lines),
    total_discount: lines.reduce((sum, line) => sum + line.ownDiscountPaise, 0),
    total_weight: 0,
    item_count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    items: lines.map(lineJson),
    requires_shipping: true,
    currency: shop.currencyCode,
    items_subtotal_price: totalPaise(lines),
    cart_level_discount_applications: [],
  };
}

export function lineJson({ product, variant, quantity, ownDiscountPaise, paidPaise }: PricedLine) {
  return {
    id: variant.id,
    key: `${variant.id}:invented`,
    product_id: product.id,
    variant_id: variant.id,
    handle: product.handle,
    url: `/products/${product.handle}?variant=${variant.id}`,
    title: variant.title === 'Default Title' ? product.title : `${product.title} - ${variant.title}`,
    product_title: product.title,
    variant_title: variant.title === 'Default Title' ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    quantity,
    price: variant.pricePaise,
    original_line_price: variant.pricePaise * quantity,
    total_discount: ownDiscountPaise,
    final_line_price: paidPaise,
    properties: {},
    requires_shipping: true,
    taxable: true,
    gift_card: false,
  };
}
