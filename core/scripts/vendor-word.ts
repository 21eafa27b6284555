import { knownVendor } from '../data/vendor-hosts.ts';
import type { MainTheme } from '../evidence/kinds.ts';
import type { VendorKey } from '../evidence/vendors.ts';

const LONGEST_CHARS = 120;

/** What a vendor is called in a sentence: the firm's name where it is known, else its app's handle or its host. */
export function vendorWord(key: VendorKey, theme?: Pick<MainTheme, 'apps'>): string {
  const tail = key.slice(key.indexOf(':') + 1);
  const app = key.startsWith('app:') ? theme?.apps?.find(({ handle }) => handle.toLowerCase() === tail) : undefined;
  return (knownVendor(key)?.name ?? app?.record?.title ?? tail).slice(0, LONGEST_CHARS);
}
