import type { PageKind } from '../../../core/evidence/storefront.ts';

const LANGUAGE = '(?:/[a-z]{2}(?:-[a-z]{2})?)?';

/** Paths of the platform's pages, also below a language. */
const PATHS: readonly (readonly [Exclude<PageKind, 'home'>, RegExp])[] = [
  ['collection', new RegExp(`^${LANGUAGE}/collections/(?!all$)[^/]+$`, 'i')],
  ['product', new RegExp(`^${LANGUAGE}(?:/collections/[^/]+)?/products/[^/]+$`, 'i')],
  ['cart', new RegExp(`^${LANGUAGE}/cart$`, 'i')],
  ['account', new RegExp(`^${LANGUAGE}/(?:customer_authentication/redirect|account(?:/login)?)$`, 'i')],
];

/** Where a hosted shop has these pages, linked or not. */
const BY_DEFAULT: Partial<Record<PageKind, string>> = {
  collection: '/collections/all',
  cart: '/cart',
  account: '/account',
};

/** The first page of each kind that the links lead to on this host; path alone. */
export function pagesLinked(
  links: readonly string[],
  host: string,
  { isPlatformHosted }: { isPlatformHosted: boolean },
): ReadonlyMap<PageKind, string> {
  const found = new Map<PageKind, string>();
  for (const link of links) {
    const { hostname, pathname } = new URL(link);
    if (hostname !== host || pathname.length > 300) continue;
    const kind = PATHS.find(([, pattern]) => pattern.test(pathname))?.[0];
    if (kind && !found.has(kind)) found.set(kind, pathname);
  }
  if (isPlatformHosted) {
    for (const [kind, path] of Object.entries(BY_DEFAULT) as [PageKind, string][])
      if (!found.has(kind)) found.set(kind, path);
  }
  return found;
}
