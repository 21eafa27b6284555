import type { Day } from '../time.ts';
import { isWithin } from './shopify-hosts.ts';

/** A domain whose owner served harmful code from addresses that pages trusted. */
export interface BadHost {
  readonly domain: string;
  readonly since: Day;
  readonly source: string;
}

const POLYFILL =
  'Sansec, "Polyfill supply chain attack", 2024-06-25; list of backdoored hosts of RetireJS/retire.js, as of 2026-08-20 (Apache-2.0)';
const since = '2024-06-25';

/** Library hosts that changed hands, and the hosts that their code sent visitors to. */
export const BAD_HOSTS: readonly BadHost[] = [
  'polyfill.io',
  'bootcdn.net',
  'bootcss.com',
  'staticfile.net',
  'staticfile.org',
  'unionadjs.com',
  'xhsbpza.com',
  'union.macoms.la',
  'newcrbpc.com',
  'googie-anaiytics.com',
  'kuurza.com',
].map((domain) => ({ domain, since, source: POLYFILL }));

/** The row that a host falls under, itself or as a host below it; null where none does. */
export function badHost(host: string): BadHost | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  return BAD_HOSTS.find(({ domain }) => isWithin(name, domain)) ?? null;
}
