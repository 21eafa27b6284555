import { isShopifyHost, isWithin } from '../data/shopify-hosts.ts';
import { vendorKeyOfHost } from '../data/vendor-hosts.ts';
import type { Domain } from '../evidence/kinds.ts';
import type { Storefront } from '../evidence/storefront.ts';
import type { VendorKey } from '../evidence/vendors.ts';
import { cutSubject } from '../fingerprint.ts';
import { appHandleOf, hostOf } from './script-identity.ts';

/** Whose a host is. */
export type HostOrigin = 'own' | 'platform' | 'vendor';

/**
 * Domains of the shop: what the Admin API lists, and own hosts that proved themselves. A host under one of them counts
 * too; of "www.shop.example" also "shop.example".
 */
export function ownDomains(domains: readonly Domain[] = [], storefront?: Storefront): string[] {
  const visited = (storefront?.hosts ?? []).filter(({ outcome }) => outcome !== 'not-verified');
  const all = [...domains, ...visited].map(({ host }) => host.toLowerCase().replace(/^www\./, ''));
  return [...new Set(all)];
}

/** Shopify's content network hands out files of shops as well; whose they are it does not tell. */
export function originOfHost(host: string, own: readonly string[]): HostOrigin {
  const lower = host.toLowerCase();
  if (own.some((domain) => isWithin(lower, domain))) return 'own';
  return isShopifyHost(lower) ? 'platform' : 'vendor';
}

/** An app's file is the app's, though Shopify or the shop's own host hands it out. */
export function originOfAddress(address: string, own: readonly string[]): HostOrigin {
  const host = hostOf(address);
  if (host === null) return 'vendor';
  const origin = originOfHost(host, own);
  return origin !== 'vendor' && appHandleOf(address) !== null ? 'vendor' : origin;
}

/** Whose a foreign address is: "app:reviews", or what its host tells. */
export function vendorKeyOfAddress(address: string): VendorKey | null {
  const handle = appHandleOf(address);
  const host = hostOf(address);
  if (handle !== null) return `app:${handle}`;
  return host === null ? null : vendorKeyOf(host);
}

export const vendorKeyOf = (host: string): VendorKey => cutSubject(vendorKeyOfHost(host));
