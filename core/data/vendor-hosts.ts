import type { KnownVendor } from './vendor-hosts/known-vendor.ts';
import { ownerDomain } from './vendor-hosts/owner-domain.ts';

export type { KnownVendor, VendorCategory } from './vendor-hosts/known-vendor.ts';

/** The commonest vendors of Indian and international storefronts. */
export const KNOWN_VENDORS: readonly KnownVendor[] = [];

const BY_SLUG: ReadonlyMap<string, KnownVendor> = new Map(KNOWN_VENDORS.map((row) => [row.slug, row]));
const BY_DOMAIN: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN_VENDORS.flatMap((row) => row.hosts.map((host) => [host, row] as const)),
);
const BY_HANDLE: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN_VENDORS.flatMap((row) => (row.appHandles ?? []).map((handle) => [handle, row] as const)),
);
const BY_GATEWAY: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN_VENDORS.flatMap((row) => (row.gateways ?? []).map((gateway) => [gateway, row] as const)),
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

/** By the name that an order shows, in any case. */
export function knownVendorOfGateway(name: string): KnownVendor | null {
  return BY_GATEWAY.get(name.trim().toLowerCase()) ?? null;
}
