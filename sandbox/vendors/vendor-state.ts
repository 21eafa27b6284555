import type { ShopState } from '../shops/shop-state.ts';

/** Who else is inside a shop: apps, and what they left where the Admin API tells of them. All of it is invented. */
export interface VendorState {
  apps: SandboxApp[];
  carriers: { name: string; isActive: boolean; callbackUrl: string }[];
  fulfillmentServices: { name: string; handle: string; callbackUrl: string }[];
  /** How orders are paid, in turn. */
  gateways: string[];
}

export interface SandboxApp {
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  readonly developer: string;
  readonly scopes: readonly string[];
  readonly privacyPolicyUrl: string | null;
  /** What `appByHandle` answers; `untold`: null, as for an unknown handle. */
  readonly whenAsked: 'told' | 'untold' | 'denied';
  /** What it left in the shop, beside the theme. */
  readonly left: readonly AppTrace[];
}

export type AppTrace =
  | 'channel'
  | 'publication'
  | 'order-attribution'
  | 'discount-type'
  | 'delivery-customization'
  | 'payment-customization'
  | 'validation'
  | 'cart-transform'
  | 'order-metafields'
  | 'product-metafields'
  | 'metaobjects';

const PARTNER = { developer: 'Invented Firm Pvt Ltd', whenAsked: 'told' } as const;

export const REVIEWS_APP: SandboxApp = {
  ...PARTNER,
  id: 700_101,
  handle: 'sitara-reviews',
  title: 'Sitara Reviews (invented)',
  scopes: ['read_products'],
  privacyPolicyUrl: 'https://sitara-reviews.example/privacy',
  left: ['product-metafields', 'metaobjects'],
};

export const CHAT_APP: SandboxApp = {
  ...PARTNER,
  id: 700_102,
  handle: 'namaste-chat',
  title: 'Namaste Chat (invented)',
  scopes: ['read_products'],
  privacyPolicyUrl: 'https://namaste-chat.example/privacy',
  left: [],
};

/** Orders of several sellers come through it. */
export const MARKETPLACE_APP: SandboxApp = {
  ...PARTNER,
  id: 700_103,
  handle: 'invented-multi-vendor',
  title: 'Invented multi-vendor app',
  scopes: ['read_products', 'write_products'],
  privacyPolicyUrl: 'https://multi-vendor.example/privacy',
  left: ['channel', 'publication', 'order-attribution'],
};

export const BUNDLES_APP: SandboxApp = {
  ...PARTNER,
  id: 700_104,
  handle: 'jugal-bundles',
  title: 'Jugal Bundles (invented)',
  scopes: ['read_products', 'write_discounts'],
  privacyPolicyUrl: 'https://jugal-bundles.example/privacy',
  left: ['discount-type', 'delivery-customization', 'validation', 'cart-transform'],
};

/** Shopify tells nothing of it, though it may stand in a theme. */
export const POPUP_APP: SandboxApp = {
  ...PARTNER,
  id: 700_109,
  handle: 'anjaan-popup',
  title: 'Anjaan Popup (invented)',
  scopes: [],
  privacyPolicyUrl: null,
  whenAsked: 'denied',
  left: [],
};

export const RULES_APP: SandboxApp = {
  ...PARTNER,
  id: 700_110,
  handle: 'chupke-rules',
  title: 'Chupke Rules (invented)',
  scopes: [],
  privacyPolicyUrl: null,
  whenAsked: 'untold',
  left: ['payment-customization', 'order-metafields'],
};

export const PARCEL_CARRIER = {
  name: 'Tez Parcel (invented)',
  isActive: true,
  callbackUrl: 'https://rates.tez-parcel.example/v2/quote?shop=invented',
};

export const GODOWN_SERVICE = {
  name: 'Bharosa Godown (invented)',
  handle: 'bharosa-godown',
  callbackUrl: 'https://stock.bharosa-godown.example/shopify',
};

/** Whom both shops know, and whom a person may approve: defects bring the rest. */
const KNOWN: VendorState = {
  apps: [REVIEWS_APP, CHAT_APP, MARKETPLACE_APP, BUNDLES_APP, POPUP_APP],
  carriers: [PARCEL_CARRIER],
  fulfillmentServices: [GODOWN_SERVICE],
  gateways: ['razorpay', 'Cash on Delivery (COD)'],
};

export function vendorsOf(shop: ShopState): VendorState {
  return (shop.vendors ??= structuredClone(KNOWN));
}
