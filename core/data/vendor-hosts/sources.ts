import type { KnownVendor, VendorCategory } from './known-vendor.ts';

/** Two public lists of whose domains pages load from, read on 2026-11-22 for the domains alone. */
const LISTS =
  'domains as listed by patrickhulce/third-party-web at 424dc03 (2026-05-13) or enthec/webappanalyzer at 1b9eee8 (2026-08-17)';

type More = Pick<KnownVendor, 'appHandles' | 'gateways' | 'isSharedHost'>;
type Row = (
  slug: string,
  name: string,
  category: VendorCategory,
  hosts: readonly string[],
  page: string,
  more?: More,
) => KnownVendor;

/** The lists name each of the domains as this vendor's. `page`: where the vendor speaks of itself. */
export const seen: Row = (slug, name, category, hosts, page, more) => ({
  ...{ slug, name, category, hosts, ...more },
  ...{ source: `${page}; ${LISTS}`, status: 'verified' },
});

/** A page of the vendor's own documentation, read for it, names the domains. */
export const told: Row = (slug, name, category, hosts, page, more) => ({
  ...{ slug, name, category, hosts, ...more },
  ...{ source: page, status: 'verified' },
});

/** Known from use alone: the page was not read. */
export const heard: Row = (slug, name, category, hosts, page, more) => ({
  ...{ slug, name, category, hosts, ...more },
  ...{ source: page, status: 'unverified' },
});
