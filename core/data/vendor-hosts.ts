import type { KnownVendor } from './vendor-hosts/known-vendor.ts';
import { MEASURING } from './vendor-hosts/measuring.ts';
import { MEDIA_AND_MACHINERY } from './vendor-hosts/media-and-machinery.ts';
import { MONEY_AND_PARCELS } from './vendor-hosts/money-and-parcels.ts';
import { ownerDomain } from './vendor-hosts/owner-domain.ts';
import { beginsWith } from './vendor-hosts/payment-names.ts';
import { SHOP_FEATURES } from './vendor-hosts/shop-features.ts';
import { TALKING_TO_SHOPPERS } from './vendor-hosts/talking-to-shoppers.ts';

export type { KnownVendor } from './vendor-hosts/known-vendor.ts';

/** The commonest vendors of Indian and international storefronts. */
export const KNOWN_VENDORS: readonly KnownVendor[] = [
  ...MONEY_AND_PARCELS,
  ...TALKING_TO_SHOPPERS,
  ...MEASURING,
  ...SHOP_FEATURES,
  ...MEDIA_AND_MACHINERY,
];

const BY_SLUG: ReadonlyMap<string, KnownVendor> = new Map(KNOWN_VENDORS.map((row) => [row.slug, row]));
const BY_DOMAIN: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN_VENDORS.flatMap((row) => row.hosts.map((host) => [host, row] as const)),
);
const BY_HANDLE: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN_VENDORS.flatMap((row) => (row.appHandles ?? []).map((handle) => [handle, row] as const)),
);
const GATEWAYS: readonly (readonly [string, KnownVendor])[] = KNOWN_VENDORS.flatMap((row) =>
  (row.gateways ?? []).map((gateway) => [gateway, row] as const),
);

/** The row whose domain the host is or lies within, the longest domain first. Null: nobody whom we know. */
export function knownVendorOfHost(host: string): KnownVendor | null {
  let name = host.toLowerCase().replace(/\.+$/, '');
  for (;;) {
    const row = BY_DOMAIN.get(name);
    if (row) return row;
    const dot = name.indexOf('.');
    if (dot < 0) return null;
    name = name.slice(dot + 1);
  }
}

/** Key of the vendor that answers for a host: "known:klaviyo", else "host:" and the domain that looks like its owner's. */
export function vendorKeyOfHost(host: string): string {
  const row = knownVendorOfHost(host);
  return row ? `known:${row.slug}` : `host:${ownerDomain(host)}`;
}

/** The row of "known:klaviyo"; null for each other key. */
export function knownVendor(key: string): KnownVendor | null {
  return key.startsWith('known:') ? (BY_SLUG.get(key.slice('known:'.length)) ?? null) : null;
}

export function knownVendorOfApp(handle: string): KnownVendor | null {
  return BY_HANDLE.get(handle.toLowerCase()) ?? null;
}

/**
 * By the name that an order shows: "Razorpay Secure (UPI, Cards)" is Razorpay's. The provider writes that name, not the
 * shop, and adds to it as it likes; so its beginning decides, up to the end of a word.
 */
export function knownVendorOfGateway(name: string): KnownVendor | null {
  return GATEWAYS.find(([gateway]) => beginsWith(name, gateway))?.[1] ?? null;
}
