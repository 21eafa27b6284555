import type { Context } from 'koa';

import { STATES } from '../../core/data/states.ts';
import { html, type Html } from '../frame/html.ts';
import { firmsOf } from '../shops/commerce/customers.ts';
import { placedId } from '../shops/commerce/placed-orders.ts';
import type { PlacedOrder } from '../shops/commerce/commerce-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { pricedLines, totalPaise, lineJson } from '../storefront/cart.ts';
import type { CartBook } from '../storefront/cart-book.ts';
import { money } from '../storefront/liquid-filters.ts';
import { readForm } from '../storefront/read-form.ts';
import type { Checkout, CheckoutBook } from './checkout-book.ts';
import { checkoutPage, slot } from './page.ts';
import { placeOrder } from './place-order.ts';
import { CHECKOUT_WORDS } from './words.ts';

export interface CheckoutParts {
  readonly checkouts: CheckoutBook;
  readonly carts: CartBook;
  readonly nowMs: () => number;
  readonly save: () => void;
}

const LONGEST_ATTRIBUTE = 5_000;
/** Where a private buyer lives, as long as nobody says otherwise. */
const FIRST_PROVINCE = 'MH';

/**
 * /checkouts/TOKEN: address, buyer and the order; /checkouts/TOKEN/thank-you. Only a shop on Plus lets extensions into
 * the first of them. False: another path.
 */
export async function checkoutRoutes(
  ctx: Context,
  shop: ShopState,
  path: string,
  parts: CheckoutParts,
): Promise<boolean> {
  const [, token = '', deed = ''] = /^\/checkouts\/([0-9a-f]{32})(?:\/(attributes|order|thank-you))?$/.exec(path) ?? [];
  if (token === '') return false;
  const checkout = parts.checkouts.find(shop.domain, token);
  const order = placedBy(shop, token);
  if (deed === 'thank-you' && order) {
    show(ctx, thankYou(shop, order, checkout));
    return true;
  }
  if (!checkout) return notHere(ctx, shop);
  if (ctx.method === 'POST' && deed === 'attributes') return writeAttributes(ctx, checkout, order !== null);
  if (ctx.method === 'POST' && deed === 'order') return takeOrder(ctx, shop, checkout, parts);
  if (order) return lead(ctx, `${path.replace(/\/order$/, '')}/thank-you`);
  if (deed !== '' || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return notHere(ctx, shop);
  show(ctx, addressPage(shop, checkout));
  return true;
}

export function placedBy(shop: ShopState, token: string): PlacedOrder | null {
  return (shop.commerce.placed ?? []).find((order) => order.token === token) ?? null;
}

/** As the host of extensions asks for a change: {"attributes": {"Buyer GSTIN": "…"}}; an empty text takes it away. */
async function writeAttributes(ctx: Context, checkout: Checkout, isPlaced: boolean): Promise<true> {
  const asked = (await readForm(ctx))?.['attributes'];
  const entries = typeof asked === 'object' && asked !== null ? Object.entries(asked) : null;
  const isFit = entries?.every(([, value]) => typeof value === 'string' && value.length <= LONGEST_ATTRIBUTE) ?? false;
  if (isPlaced || !entries || !isFit) {
    ctx.status = 422;
    ctx.body = {
      message: isPlaced ? 'The order is placed already.' : 'Attributes are texts of at most 5000 characters.',
    };
    return true;
  }
  const written = new Map(Object.entries(checkout.attributes));
  for (const [key, value] of entries as [string, string][]) {
    if (value === '') written.delete(key);
    else written.set(key, value);
  }
  checkout.attributes = Object.fromEntries(written);
  ctx.body = { attributes: checkout.attributes };
  return true;
}

async function takeOrder(ctx: Context, shop: ShopState, checkout: Checkout, parts: CheckoutParts): Promise<true> {
  const said = (await readForm(ctx)) ?? {};
  const provinceCode = provinceCodes().find(([code]) => code === said['province'])?.[0] ?? null;
  const companyId = Number(said['company'] ?? 0) || null;
  if (!placedBy(shop, checkout.token)) {
    try {
      placeOrder(
        shop,
        {
          lines: checkout.lines,
          shipTo: { provinceCode: provinceCode ?? FIRST_PROVINCE, countryCode: 'IN' },
          attributes: checkout.attributes,
          customerId: checkout.customerId,
          companyId,
          token: checkout.token,
        },
        parts.nowMs(),
      );
      parts.carts.forget(checkout.cartToken);
      parts.save();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      ctx.status = 422;
      show(ctx, checkoutPage(shop, { locale: checkout.locale, title: error.message, hasSlots: false }, html``), 422);
      return true;
    }
  }
  return lead(ctx, `/checkouts/${checkout.token}/thank-you`);
}

function addressPage(shop: ShopState, checkout: Checkout): string {
  const words = CHECKOUT_WORDS[checkout.locale];
  const lines = pricedLines(shop, checkout);
  const title = words.checkout;
  if (lines.length === 0)
    return checkoutPage(shop, { locale: checkout.locale, title, hasSlots: false }, html`<p>${words.nothing}</p>`);
  const firms = firmsOf(shop, checkout.customerId ?? 0);
  const state = {
    language: checkout.locale,
    shop: shopState(shop),
    customerId: customerGid(checkout.customerId),
    attributes: Object.entries(checkout.attributes).map(([key, value]) => ({ key, value })),
    shippingAddress: { countryCode: 'IN', provinceCode: FIRST_PROVINCE },
    canUpdateAttributes: true,
    attributesUrl: `/checkouts/${checkout.token}/attributes`,
    lines: lines.map(lineJson),
  };
  const extensions = shop.plan.shopifyPlus ? slot('purchase.checkout.block.render', state) : html``;
  return checkoutPage(
    shop,
    { locale: checkout.locale, title, hasSlots: shop.plan.shopifyPlus },
    html`<p class="quiet">${words.invented}</p>
      ${linesTable(lines.map(({ product, quantity, paidPaise }) => [product.title, quantity, paidPaise]))}
      <p>${words.total} ${money(totalPaise(lines))}</p>
      <form action="/checkouts/${checkout.token}/order" method="post">
        <fieldset>
          <legend>${words.delivery}</legend>
          <label
            >${words.state}
            <select name="province">
              ${provinceOptions(checkout.locale)}
            </select></label
          >
        </fieldset>
        ${firms.length === 0 ? html`` : firmChoice(words, firms)} ${extensions}
        <button type="submit">${words.order}</button>
      </form>
      <script>
        document.querySelector('select[name=province]').addEventListener('change', function (event) {
          var slot = document.querySelector('[data-extension-target]');
          if (slot)
            slot.dispatchEvent(
              new CustomEvent('sandbox:state', {
                detail: { shippingAddress: { countryCode: 'IN', provinceCode: event.target.value } },
              }),
            );
        });
      </script>`,
  );
}

function firmChoice(words: (typeof CHECKOUT_WORDS)['en' | 'hi'], firms: ReturnType<typeof firmsOf>): Html {
  const choices = firms.map(
    ({ company }) =>
      html`<label
        ><input type="radio" name="company" value="${company.id}" checked /> ${words.firm} ${company.name}</label
      >`,
  );
  return html`<fieldset>
    <legend>${words.buyer}</legend>
    ${choices}
    <label><input type="radio" name="company" value="0" /> ${words.myself}</label>
  </fieldset>`;
}

/** Without a checkout the sandbox was started anew since. */
function thankYou(shop: ShopState, order: PlacedOrder, checkout: Checkout | null): string {
  const locale = checkout?.locale ?? 'en';
  const state = orderState(shop, order, locale, checkout?.customerId ?? null);
  const words = CHECKOUT_WORDS[locale];
  return checkoutPage(
    shop,
    { locale, title: words.thanks },
    html`<p>${words.placed}</p>
      <p>${words.confirmation}: <strong>${order.confirmationNumber}</strong></p>
      ${orderFacts(order, locale)} ${slot('purchase.thank-you.block.render', state)}
      <p><a href="/account/orders/${order.token}">${words.seeOrder}</a></p>`,
  );
}

/** What was bought, and what the buyer wrote with it. */
export function orderFacts(order: PlacedOrder, locale: 'en' | 'hi'): Html {
  const lines = order.lines.map(
    ({ title, quantity, unitPaise, ownDiscountPaise }) =>
      [title, quantity, unitPaise * quantity - ownDiscountPaise] as const,
  );
  const told = order.attributes.map(({ key, value }) => html`<li>${key}: ${value}</li>`);
  return html`${linesTable(lines)}
  ${
    told.length === 0
      ? html``
      : html`<p>${CHECKOUT_WORDS[locale].attributes}</p>
          <ul>
            ${told}
          </ul>`
  }`;
}

/** What extensions may know after the order. */
export function orderState(shop: ShopState, order: PlacedOrder, locale: string, customerId: number | null) {
  const id = `gid://shopify/Order/${placedId(shop, order)}`;
  return {
    language: locale,
    shop: shopState(shop),
    customerId: customerGid(customerId),
    authenticated: customerId !== null,
    attributes: order.attributes,
    shippingAddress: { countryCode: order.shipTo.countryCode, provinceCode: order.shipTo.provinceCode },
    orderConfirmation: { number: order.confirmationNumber, order: { id }, isFirstOrder: true },
    order: { id, name: `#${801_000 + order.nth}`, confirmationNumber: order.confirmationNumber },
  };
}

export function shopState(shop: ShopState) {
  return { id: `gid://shopify/Shop/${shop.id}`, name: shop.name, myshopifyDomain: shop.domain };
}

export function customerGid(customerId: number | null): string | null {
  return customerId === null ? null : `gid://shopify/Customer/${customerId}`;
}

export function show(ctx: Context, page: string, status = 200): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Frame-Options', 'DENY');
  ctx.body = page;
}

export function notHere(ctx: Context, shop: ShopState): true {
  show(ctx, checkoutPage(shop, { locale: 'en', title: CHECKOUT_WORDS.en.gone, hasSlots: false }, html``), 404);
  return true;
}

export function lead(ctx: Context, path: string): true {
  ctx.redirect(path);
  ctx.status = 302;
  return true;
}

function linesTable(lines: readonly (readonly [title: string, quantity: number, paise: number])[]): Html {
  const rows = lines.map(
    ([title, quantity, paise]) =>
      html`<tr>
        <td>${title} × ${quantity}</td>
        <td>${money(paise)}</td>
      </tr>`,
  );
  return html`<table>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function provinceOptions(locale: 'en' | 'hi'): Html[] {
  return provinceCodes().map(
    ([code, name]) =>
      html`<option value="${code}" ${code === FIRST_PROVINCE ? html` selected` : html``}>${name[locale]}</option>`,
  );
}

/** One zone for each State that still is one. */
function provinceCodes() {
  return STATES.flatMap(({ zones: [zone], name, effectiveTo }) =>
    zone && effectiveTo === null ? [[zone, name] as const] : [],
  );
}
