import { beaconOf, type OwnMetafield } from '../beacon/beacon-state.ts';
import type { ShopProduct } from '../shops/commerce/commerce-state.ts';
import type { SandboxOrder } from '../shops/commerce/order.ts';
import { ordersOf } from '../shops/commerce/orders.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { isOurs } from './metafields.ts';
import { variantsOf } from './product-node.ts';

/** What metafields can hang on, as far as the sandbox holds it. */
export interface MetafieldOwner {
  /** Any one is enough to write there; none: no scope is asked for. */
  readonly scopes: readonly string[];
  /** Whether a field of this name can be held here at all. */
  holds(namespace: string | null | undefined, key: string): boolean;
  read(namespace: string | null | undefined, key: string): OwnMetafield | null;
  /** Null takes it away. */
  write(namespace: string | null | undefined, key: string, field: OwnMetafield | null, at: string): void;
  /** The type that the app's own definition asks for; null: there is no definition. */
  typeOf(key: string): string | null;
}

/** As shopify.app.toml declares them. */
const ORDER_KEYS = ['buyer_gstin', 'checkout_gstin', 'invoice_number'];
const TEXT = 'single_line_text_field';

export const installationId = ({ id }: Pick<ShopState, 'id'>): string => `gid://shopify/AppInstallation/${id}`;

/** The owner at this address; null: there is none. */
export function metafieldOwner(shop: ShopState, gid: string, nowMs: number): MetafieldOwner | null {
  if (gid === installationId(shop)) return inState(() => beaconOf(shop).metafields);
  if (gid === `gid://shopify/Shop/${shop.id}`) return inState(() => (beaconOf(shop).shopMetafields ??= {}));
  const [, type = '', id = ''] = /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(gid) ?? [];
  if (type === 'Order') {
    const order = ordersOf(shop, nowMs).find((one) => String(one.id) === id);
    return order ? onOrder(shop, order) : null;
  }
  if (type === 'Product') {
    const product = shop.commerce.products.find((one) => String(one.id) === id);
    return product ? hsnField(product, product) : null;
  }
  if (type === 'ProductVariant') {
    const found = variantsOf(shop.commerce).find(({ variant }) => String(variant.id) === id);
    return found ? hsnField(found.variant, found.product) : null;
  }
  return null;
}

function inState(held: () => Record<string, OwnMetafield>): MetafieldOwner {
  const nameOf = (namespace: string | null | undefined, key: string) => `${namespace ?? '$app'}.${key}`;
  return {
    scopes: [],
    holds: () => true,
    read: (namespace, key) => held()[nameOf(namespace, key)] ?? null,
    write(namespace, key, field) {
      if (field) held()[nameOf(namespace, key)] = field;
      else Reflect.deleteProperty(held(), nameOf(namespace, key));
    },
    typeOf: () => null,
  };
}

function onOrder(shop: ShopState, { id, metafields, placedAt }: SandboxOrder): MetafieldOwner {
  return {
    scopes: ['write_orders'],
    holds: (namespace, key) => isOurs(namespace) && ORDER_KEYS.includes(key),
    read: (_namespace, key) => asField(metafields[key], placedAt),
    write(_namespace, key, field) {
      const all = (shop.commerce.orderFields ??= {});
      all[String(id)] = { ...all[String(id)], [key]: field?.value ?? null };
    },
    typeOf: () => TEXT,
  };
}

/** The code on a product, or on one of its variants; the product's date tells of both. */
function hsnField(holder: { hsnMetafield?: string | null }, product: ShopProduct): MetafieldOwner {
  return {
    scopes: ['write_products'],
    holds: (namespace, key) => isOurs(namespace) && key === 'hsn',
    read: () => asField(holder.hsnMetafield, product.updatedAt),
    write(_namespace, _key, field, at) {
      holder.hsnMetafield = field?.value ?? null;
      product.updatedAt = at;
    },
    typeOf: () => TEXT,
  };
}

function asField(value: string | null | undefined, updatedAt: string): OwnMetafield | null {
  return value == null ? null : { type: TEXT, value, updatedAt };
}
