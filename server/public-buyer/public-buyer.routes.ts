import Router from 'koa-router';
import type { BuyerCompanyDesk } from '../buyers/buyer-company-desk.ts';
import type { BuyerOrderDesk } from '../buyers/buyer-order-desk.ts';
import type { Guest } from '../buyers/guest.ts';
import type { GuestLimits } from '../buyers/guest-limits.ts';
import { parse, readJson } from '../http/body.ts';
import type { AppContext, AppState } from '../http/state.ts';
import type { VerifyBuyerToken } from './buyer-token.ts';
import { CompanyGstinBody, CompanyQuery, OrderGstin, OrderQuery } from './buyer.schema.ts';

const LIMIT_BYTES = 2_048;

export interface PublicBuyerParts {
  readonly verify: VerifyBuyerToken;
  readonly limits: Pick<GuestLimits, 'asked'>;
  readonly orders: BuyerOrderDesk;
  readonly companies: BuyerCompanyDesk;
}

/**
 * For extensions in buyers' pages after the order and in their accounts. The shop and the customer come from the token that
 * Shopify signs; a number stands in a body or an answer, never in an address.
 */
export function publicBuyerRoutes({ verify, limits, orders, companies }: PublicBuyerParts): Router<AppState> {
  async function guestOf(ctx: AppContext): Promise<Guest> {
    const guest = verify(ctx.get('Authorization'));
    await limits.asked(guest.shop, { customer: guest.customer, address: ctx.ip });
    return guest;
  }
  const router = new Router<AppState>({ prefix: '/buyer' });

  router.get('/orders/gstin', async (ctx) => {
    const guest = await guestOf(ctx);
    ctx.body = await orders.state(guest, parse(OrderQuery, ctx.query));
  });

  router.post('/orders/gstin', async (ctx) => {
    const guest = await guestOf(ctx);
    ctx.body = await orders.give(guest, parse(OrderGstin, await readJson(ctx, LIMIT_BYTES)));
  });

  router.get('/company', async (ctx) => {
    const guest = await guestOf(ctx);
    ctx.body = await companies.read(guest, parse(CompanyQuery, ctx.query).location);
  });

  router.put('/company', async (ctx) => {
    const guest = await guestOf(ctx);
    ctx.body = await companies.change(guest, parse(CompanyGstinBody, await readJson(ctx, LIMIT_BYTES)));
  });

  return router;
}
