import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Router from 'koa-router';
import { z } from 'zod';

import { placeOrder } from '../checkout/place-order.ts';
import { readObject } from '../read-body.ts';
import { placedId } from '../shops/commerce/placed-orders.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { themeFiles } from '../shops/theme-files.ts';
import { PROXY_FAULTS } from './app-proxy.ts';
import { placeBlock, placesOf } from './place-block.ts';
import { storefrontOf } from './storefront-state.ts';

const CART_SECTION = 'sections/main-cart.liquid';
const OLD_CART = join(import.meta.dirname, 'old-theme/main-cart.liquid');

const Block = z.strictObject({
  block: z.string().max(60),
  isOn: z.boolean(),
  template: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional(),
});
const Storefront = z.strictObject({
  hasOldCart: z.boolean().optional(),
  isPlus: z.boolean().optional(),
  proxyFault: z.enum(PROXY_FAULTS).nullable().optional(),
});
const Order = z.strictObject({
  lines: z.array(z.strictObject({ variantId: z.int(), quantity: z.int().min(1).max(1_000) })).max(1_000),
  provinceCode: z.string().max(5),
  attributes: z.record(z.string().max(100), z.string().max(5_000)).optional(),
  companyId: z.int().nullable().optional(),
  customerId: z.int().nullable().optional(),
});

/** The app's blocks in the theme, which theme and plan it is, how the app proxy fails, and orders placed in one step. */
export function storefrontControlRoutes({
  shops,
  now,
  save,
}: {
  shops: readonly ShopState[];
  now: () => Date;
  save: () => void;
}): Router {
  const router = new Router({ prefix: '/sandbox/shops/:domain' });

  function change<T>(path: string, shape: z.ZodType<T>, doIt: (shop: ShopState, asked: T) => object | string): void {
    router.post(path, async (ctx) => {
      const shop = shops.find(({ domain }) => domain === (ctx.params as { domain?: string }).domain);
      const asked = shape.safeParse((await readObject(ctx)) ?? {});
      const answer = !shop
        ? 'There is no such shop in the sandbox.'
        : asked.success
          ? doIt(shop, asked.data)
          : z.prettifyError(asked.error);
      ctx.status = shop ? (typeof answer === 'string' ? 400 : 200) : 404;
      ctx.body = typeof answer === 'string' ? { error: answer } : answer;
      save();
    });
  }

  change('/blocks', Block, (shop, asked) => {
    const refusal = placeBlock(shop, asked, now().toISOString());
    return refusal ?? { block: asked.block, places: placesOf(shop, asked.block) };
  });

  change('/storefront', Storefront, (shop, { hasOldCart, isPlus, proxyFault }) => {
    const state = storefrontOf(shop);
    if (hasOldCart !== undefined) setOldCart(shop, hasOldCart, now().toISOString());
    if (isPlus !== undefined) shop.plan = planOf(isPlus);
    if (proxyFault !== undefined) state.proxyFault = proxyFault;
    return {
      hasOldCart: state.hasOldCart ?? false,
      isPlus: shop.plan.shopifyPlus,
      proxyFault: state.proxyFault ?? null,
    };
  });

  change('/placed-orders', Order, (shop, { provinceCode, attributes, ...rest }) => {
    try {
      const shipTo = { provinceCode, countryCode: 'IN' };
      const wish = { companyId: rest.companyId ?? null, customerId: rest.customerId ?? null, lines: rest.lines };
      const order = placeOrder(shop, { ...wish, shipTo, attributes: attributes ?? {} }, now().getTime());
      return { id: placedId(shop, order), confirmationNumber: order.confirmationNumber, token: order.token };
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      throw error;
    }
  });

  return router;
}

function planOf(isPlus: boolean): ShopState['plan'] {
  return { publicDisplayName: isPlus ? 'Plus' : 'Basic', shopifyPlus: isPlus, partnerDevelopment: false };
}

/** As a merchant on an older theme has it. */
function setOldCart(shop: ShopState, isOld: boolean, nowIso: string): void {
  const file = shop.themes.find(({ role }) => role === 'MAIN')?.files[CART_SECTION];
  const content = isOld ? readFileSync(OLD_CART, 'utf8') : themeFiles()[CART_SECTION]?.content;
  if (!file || content === undefined) return;
  Object.assign(file, { content, updatedAt: nowIso });
  storefrontOf(shop).hasOldCart = isOld;
}
