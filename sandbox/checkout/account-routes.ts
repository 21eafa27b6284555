import type { Context } from 'koa';

import { html } from '../frame/html.ts';
import { firmsOf, peopleOf } from '../shops/commerce/customers.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { readForm } from '../storefront/read-form.ts';
import { customerGid, lead, notHere, orderFacts, orderState, placedBy, shopState, show } from './checkout-routes.ts';
import { checkoutPage, slot } from './page.ts';
import { CHECKOUT_WORDS } from './words.ts';

const COOKIE = 'sandbox-customer';

/** Who is signed in at this shop: chosen, without a password. Null: nobody. */
export function customerIn(ctx: Context, shop: ShopState): number | null {
  const id = Number(ctx.cookies.get(COOKIE));
  return Number.isSafeInteger(id) && id > 0 && customersOf(shop).some((one) => one.id === id) ? id : null;
}

/** /account/orders/TOKEN, /account/company and /account/login. False: another path. */
export async function accountRoutes(
  ctx: Context,
  shop: ShopState,
  path: string,
  locale: 'en' | 'hi',
): Promise<boolean> {
  if (!path.startsWith('/account')) return false;
  const words = CHECKOUT_WORDS[locale];
  const customerId = customerIn(ctx, shop);
  const [, token = ''] = /^\/account\/orders\/([0-9a-f]{32})$/.exec(path) ?? [];
  const order = token === '' ? null : placedBy(shop, token);
  if (order) {
    // A link to the status of an order works for whoever has it; signed in counts only who placed it.
    const owner = customerId === order.customerId ? customerId : null;
    const state = slot('customer-account.order-status.block.render', orderState(shop, order, locale, owner));
    show(ctx, checkoutPage(shop, { locale, title: words.yourOrder }, html`${orderFacts(order, locale)} ${state}`));
    return true;
  }
  if (path === '/account/login') return login(ctx, shop, locale);
  if (path !== '/account/company') return notHere(ctx, shop);
  const [firm] = firmsOf(shop, customerId ?? 0);
  if (!firm) return lead(ctx, '/account/login');
  const state = {
    language: locale,
    shop: shopState(shop),
    customerId: customerGid(customerId),
    authenticated: true,
    locationId: `gid://shopify/CompanyLocation/${firm.company.id}`,
  };
  const place = slot('customer-account.profile.company-location-addresses.render-after', state);
  show(
    ctx,
    checkoutPage(
      shop,
      { locale, title: words.company },
      html`<p>${words.place}: ${firm.company.name}</p>
        ${place}`,
    ),
  );
  return true;
}

async function login(ctx: Context, shop: ShopState, locale: 'en' | 'hi'): Promise<true> {
  const words = CHECKOUT_WORDS[locale];
  if (ctx.method === 'POST') {
    const wanted = Number((await readForm(ctx))?.['customer']);
    const known = customersOf(shop).find(({ id }) => id === wanted);
    ctx.set(
      'Set-Cookie',
      `${COOKIE}=${known?.id ?? ''}; path=/; secure; HttpOnly; SameSite=Lax${known ? '' : '; max-age=0'}`,
    );
    return lead(ctx, known?.firm === undefined ? '/cart' : '/account/company');
  }
  const choices = customersOf(shop).map(
    ({ id, firm }) => html`<option value="${id}">${firm ?? words.privateBuyer}</option>`,
  );
  show(
    ctx,
    checkoutPage(
      shop,
      { locale, title: words.signIn, hasSlots: false },
      html`<form action="/account/login" method="post">
        <label
          >${words.buyer}
          <select name="customer">
            <option value="">${words.guest}</option>
            ${choices}
          </select></label
        >
        <button type="submit">${words.signIn}</button>
      </form>`,
    ),
  );
  return true;
}

/** One private buyer, and each firm's people. Nobody has a name. */
function customersOf(shop: ShopState): { readonly id: number; readonly firm?: string }[] {
  const people = shop.commerce.companies.flatMap((company) =>
    peopleOf(company).map(({ customerId, role }) => ({ id: customerId, firm: `${company.name}: ${role}` })),
  );
  return [{ id: shop.id * 1_000 + 1 }, ...people];
}
