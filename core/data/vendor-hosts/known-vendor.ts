/** What a firm that is met on storefronts does there. */
export const VENDOR_CATEGORIES = [
  'analytics',
  'ads',
  'tag-manager',
  'ab-testing',
  'reviews',
  'loyalty',
  'chat',
  'messaging', // e-mail, WhatsApp, SMS, push
  'popups',
  'payments',
  'checkout',
  'shipping',
  'consent',
  'search',
  'upsell',
  'subscriptions',
  'page-builder',
  'translation',
  'social',
  'video',
  'fonts',
  'maps',
  'captcha',
  'monitoring',
  'cdn',
] as const;
export type VendorCategory = (typeof VENDOR_CATEGORIES)[number];

/** A firm or service that shops' pages, themes and orders name. */
export interface KnownVendor {
  /** The key is "known:" and this; for ever, since decisions are kept under it. */
  readonly slug: string;
  readonly name: string;
  readonly category: VendorCategory;
  /** Domains: each host within one of them is the vendor's. */
  readonly hosts: readonly string[];
  /** Handles in Shopify's list of apps, where they are certain. */
  readonly appHandles?: readonly string[];
  /** Names under which orders show it as a payment gateway, in lower case. */
  readonly gateways?: readonly string[];
  /** Anybody may put files there, so the host does not tell whose code it is. */
  readonly isSharedHost?: boolean;
  readonly source: string;
  /** `unverified`: known from use; no page of the vendor's was read for it. */
  readonly status: 'verified' | 'unverified';
}
