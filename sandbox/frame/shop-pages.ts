import { percentOf } from '../shops/commerce/charged-taxes.ts';
import type { ShopProduct } from '../shops/commerce/commerce-state.ts';
import type { SandboxOrder } from '../shops/commerce/order.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { rupees, table } from './figures.ts';
import { html, type Html } from './html.ts';
import { orderFigures, orderList } from './order-pages.ts';

/** A page as it is shown. */
export interface ShopPage {
  readonly title: string;
  readonly content: Html;
  /** Where apps may add to it: to one thing by its id, or to what is ticked in a list. */
  readonly place?: { readonly of: 'order' | 'product'; readonly id: string } | { readonly of: 'orders' };
}

/** The pages of the admin that have something to show beside what can be mended there. Null: any other page. */
export function shopPage(shop: ShopState, orders: () => readonly SandboxOrder[], path: string): ShopPage | null {
  const [, section, id] = /^\/(orders|products|companies|settings\/taxes)(?:\/(\d+))?(?:\/|$)/.exec(path) ?? [];
  switch (section) {
    case 'orders':
      return id === undefined
        ? { title: 'Orders', content: orderList(orders(), shop.handle), place: { of: 'orders' } }
        : orderPage(shop, orders(), id);
    case 'products':
      return id === undefined ? { title: 'Products', content: productList(shop) } : productPage(shop, id);
    case 'companies':
      return { title: 'Companies', content: companyList(shop) };
    case 'settings/taxes':
      return { title: 'Taxes and duties', content: taxFigures(shop) };
    default:
      return null;
  }
}

function orderPage(shop: ShopState, orders: readonly SandboxOrder[], id: string): ShopPage {
  const order = orders.find((one) => String(one.id) === id);
  if (!order)
    return { title: 'Order', content: html`<p>The shop holds no such order. Older ones fall away after 58 days.</p>` };
  const sentFrom = shop.locations.find((location) => location.id === order.sentFrom)?.name ?? null;
  return { title: `Order ${order.name}`, content: orderFigures(order, sentFrom), place: { of: 'order', id } };
}

function productList(shop: ShopState): Html {
  const { products } = shop.commerce;
  return table(
    ['Product', 'Vendor', 'Price', 'HSN', 'Rate'],
    products.map((product) => [
      html`<a href="/store/${shop.handle}/products/${product.id}">${product.title}</a>`,
      product.vendor,
      rupees(product.variants[0]?.pricePaise ?? 0),
      hsnOf(product),
      `${percentOf(shop, product)}%`,
    ]),
  );
}

function productPage(shop: ShopState, id: string): ShopPage {
  const product = shop.commerce.products.find((one) => String(one.id) === id);
  if (!product) return { title: 'Product', content: html`<p>The shop holds no such product.</p>` };
  const facts = html`<p>
      Vendor ${product.vendor}, ${product.status.toLowerCase()}, taxed at ${percentOf(shop, product)}% with its
      collection “${product.collection}”. Prahari’s HSN field: ${product.hsnMetafield ?? 'empty'}.
    </p>
    ${table(
      ['Variant', 'SKU', 'Price with tax', 'HS code', 'HS code for India', 'Country of origin'],
      product.variants.map((variant) => [
        variant.title,
        variant.sku,
        rupees(variant.pricePaise),
        variant.hsnForAll ?? '',
        variant.hsnForIndia ?? '',
        variant.originCountryCode ?? '',
      ]),
    )}`;
  return { title: product.title, content: facts, place: { of: 'product', id } };
}

function hsnOf({ hsnMetafield, variants: [first] }: ShopProduct): string {
  return hsnMetafield ?? first?.hsnForIndia ?? first?.hsnForAll ?? '';
}

function companyList({ commerce }: ShopState): Html {
  return table(
    ['Company', 'State', 'Tax number'],
    commerce.companies.map(({ name, provinceCode, taxRegistrationId }) => [
      name,
      provinceCode,
      taxRegistrationId ?? '',
    ]),
  );
}

function taxFigures(shop: ShopState): Html {
  const home = shop.taxTable.setting === 'shopify-default' ? 'KA' : shop.taxTable.homeProvinceCode;
  return html`${table(
      ['State of delivery', 'Taxes at 18%'],
      [
        [home, 'CGST 9% + SGST 9%'],
        ['Every other State', 'IGST 18%, instead of the country’s tax'],
      ],
    )}
    ${table(
      ['Collection', 'Rate in its place'],
      shop.commerce.taxOverrides.map(({ collection, percent }) => [collection, `${percent}%`]),
    )}
    <p>Prices hold the tax. Shipping is ${shop.taxShipping ? 'taxed like the goods' : 'not taxed'}.</p>`;
}
