import type { Context } from 'koa';

import type { ShopState } from '../shops/shop-state.ts';
import type { CartBook } from './cart-book.ts';
import { addToCart, CartRefusal, changeLine, updateCart } from './cart-changes.ts';
import { cartJson, type Cart } from './cart.ts';
import { readForm } from './read-form.ts';

const COOKIE = 'cart';

export interface CartParts {
  readonly carts: CartBook;
  /** Begins a checkout of this cart; its address. */
  readonly beginCheckout: (shop: ShopState, cart: Cart) => string;
}

export function cartOf(ctx: Context, shop: ShopState, carts: CartBook): Cart | null {
  return carts.find(shop.domain, ctx.cookies.get(COOKIE));
}

/** /cart.js, /cart/add(.js), /cart/update(.js), /cart/change(.js), /cart/clear(.js) and the form of /cart. False: another path. */
export async function cartRoutes(
  ctx: Context,
  shop: ShopState,
  path: string,
  root: string,
  parts: CartParts,
): Promise<boolean> {
  const [, deed = '', suffix = ''] = /^\/cart(?:\/(add|update|change|clear))?(\.js|\.json)?$/.exec(path) ?? ['', null];
  if (deed === null) return false;
  const isJson = suffix !== '' || ctx.get('Accept').includes('application/json');
  if (ctx.method === 'GET' || ctx.method === 'HEAD') {
    if (deed !== '' || suffix === '') return false;
    ctx.body = cartJson(shop, cartOf(ctx, shop, parts.carts) ?? parts.carts.open(shop.domain));
    return true;
  }
  if (ctx.method !== 'POST') return false;
  const input = await readForm(ctx);
  const cart = cartOf(ctx, shop, parts.carts) ?? newCart(ctx, shop, parts.carts);
  try {
    if (!input) throw new CartRefusal(400, 'The body could not be read', 'Bad Request');
    const answer = act(shop, cart, deed, input);
    if (isJson) ctx.body = answer;
    else if (deed === '' && 'checkout' in input && cart.lines.length > 0) leadTo(ctx, parts.beginCheckout(shop, cart));
    else leadTo(ctx, `${root}/cart`);
  } catch (error) {
    if (!(error instanceof CartRefusal)) throw error;
    ctx.status = error.status;
    ctx.body = { status: error.status, message: error.title, description: error.message };
  }
  return true;
}

function act(shop: ShopState, cart: Cart, deed: string, input: Record<string, unknown>): object {
  if (deed === 'add') return addToCart(shop, cart, input);
  if (deed === 'change') changeLine(cart, input);
  else if (deed === 'clear') cart.lines = [];
  else updateCart(shop, cart, input);
  return cartJson(shop, cart);
}

function newCart(ctx: Context, shop: ShopState, carts: CartBook): Cart {
  const cart = carts.open(shop.domain);
  ctx.append('Set-Cookie', `${COOKIE}=${cart.token}; path=/; max-age=1209600; secure; HttpOnly; SameSite=Lax`);
  return cart;
}

function leadTo(ctx: Context, path: string): void {
  ctx.redirect(path);
  ctx.status = 302;
}
