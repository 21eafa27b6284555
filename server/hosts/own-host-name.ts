import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';
import { judgeUrl } from '../http/outbound-address.ts';

/** Hosts of the platform are nobody's own. */
const OF_OTHERS = /(^|\.)(myshopify\.com|shopify\.com|shopifypreview\.com)$/;

/**
 * The host that a person typed, "Blog.Shop.example" or a whole address of it, as certificates and the DNS write it. Null:
 * it is no public host that a shop could own.
 */
export function ownHostName(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/s, '')
    .replace(/\.$/, '');
  const host = domainToASCII(bare);
  if (host === '' || OF_OTHERS.test(host)) return null;
  try {
    const url = judgeUrl(`https://${host}/`);
    return url.hostname === host && getDomain(host, { allowPrivateDomains: true }) !== null ? host : null;
  } catch {
    return null;
  }
}
