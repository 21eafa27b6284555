import type { ShopState } from '../shops/shop-state.ts';
import { lineJson, pricedLines, soldVariant, type Cart } from './cart.ts';

const MOST_LINES = 500;
const MOST_PIECES = 1_000_000;
const MOST_ATTRIBUTES = 250;
const LONGEST_TEXT = 5_000;

/** Why a cart is left as it was, as Shopify tells it in JSON. */
export class CartRefusal extends Error {
  readonly status: number;
  readonly title: string;
  constructor(status: number, description: string, title = 'Cart Error') {
    super(description);
    this.status = status;
    this.title = title;
  }
}

/** What a form or JSON said, by name: "attributes" and "updates" as they are nested. */
export type CartInput = Readonly<Record<string, unknown>>;

/**
 * /cart/add: one piece of goods, or `items`. Answers the lines that were touched.
 *
 * @throws {CartRefusal} nothing was added
 */
export function addToCart(shop: ShopState, cart: Cart, input: CartInput): object {
  const items = Array.isArray(input['items']) ? (input['items'] as unknown[]) : null;
  const wanted = (items ?? [input]).map((item) => wantedLine(shop, item));
  const lines = new Map(cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  for (const { variantId, quantity } of wanted) lines.set(variantId, (lines.get(variantId) ?? 0) + quantity);
  setLines(cart, lines);
  writeTexts(cart, input);
  const added = pricedLines(shop, cart).filter(({ variant }) =>
    wanted.some(({ variantId }) => variantId === variant.id),
  );
  return items ? { items: added.map(lineJson) } : (added.map(lineJson)[0] ?? {});
}

/** /cart/update, and the cart page's own form: quantities by variant or by place, attributes, a note. */
export function updateCart(shop: ShopState, cart: Cart, input: CartInput): void {
  const { updates } = input;
  const lines = new Map(cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  if (Array.isArray(updates)) {
    for (const [index, quantity] of updates.entries()) {
      const line = cart.lines[index];
      if (line) lines.set(line.variantId, piecesOf(quantity));
    }
  } else if (typeof updates === 'object' && updates !== null) {
    for (const [id, quantity] of Object.entries(updates)) lines.set(known(shop, id), piecesOf(quantity));
  }
  setLines(cart, lines);
  writeTexts(cart, input);
}

/** /cart/change: one line, by its place from 1, by its key or by its variant. */
export function changeLine(cart: Cart, input: CartInput): void {
  const place = Number(input['line']);
  const id = variantIdOf(input['id']);
  const line =
    Number.isInteger(place) && place > 0 ? cart.lines[place - 1] : cart.lines.find((one) => one.variantId === id);
  if (!line) throw new CartRefusal(400, 'no valid id or line parameter', 'bad_request');
  const lines = new Map(cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  setLines(cart, lines.set(line.variantId, piecesOf(input['quantity'])));
}

function wantedLine(shop: ShopState, item: unknown): { variantId: number; quantity: number } {
  const { id, quantity = 1 } = (typeof item === 'object' && item !== null ? item : {}) as CartInput;
  if (id === undefined || id === '')
    throw new CartRefusal(400, 'Required parameter missing or invalid: items', 'Parameter Missing or Invalid');
  const pieces = piecesOf(quantity);
  return { variantId: known(shop, id), quantity: Math.max(1, pieces) };
}

function known(shop: ShopState, id: unknown): number {
  const found = soldVariant(shop, variantIdOf(id));
  if (!found) throw new CartRefusal(404, 'Cannot find variant');
  return found.variant.id;
}

/** A variant is named by its id, or by a line's key, "123:invented". */
function variantIdOf(id: unknown): number {
  return typeof id === 'string' || typeof id === 'number' ? Number(String(id).split(':')[0]) : NaN;
}

function piecesOf(quantity: unknown): number {
  const pieces = Number(quantity);
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES) {
    throw new CartRefusal(422, 'Quantity must be a whole number of at most 1000000');
  }
  return pieces;
}

function setLines(cart: Cart, lines: ReadonlyMap<number, number>): void {
  const kept = [...lines].filter(([, quantity]) => quantity > 0);
  if (kept.length > MOST_LINES) throw new CartRefusal(422, `A cart holds at most ${MOST_LINES} lines`);
  cart.lines = kept.map(([variantId, quantity]) => ({ variantId, quantity }));
}

/** Null takes an attribute away; an empty text stays in the cart as one. */
function writeTexts(cart: Cart, { attributes, note }: CartInput): void {
  if (typeof note === 'string') cart.note = checkedText(note);
  if (typeof attributes !== 'object' || attributes === null) return;
  const written = new Map(Object.entries(cart.attributes));
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) written.delete(key);
    else written.set(checkedText(key), checkedText(typeof value === 'string' ? value : JSON.stringify(value)));
  }
  if (written.size > MOST_ATTRIBUTES) throw new CartRefusal(422, `A cart holds at most ${MOST_ATTRIBUTES} attributes`);
  cart.attributes = Object.fromEntries(written);
}

function checkedText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new CartRefusal(422, `A text holds at most ${LONGEST_TEXT} characters`);
  return text;
}
