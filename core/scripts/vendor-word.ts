import { knownVendor } from '../data/vendor-hosts.ts';
import type { MainTheme } from '../evidence/kinds.ts';
import type { AppRecord, VendorKey } from '../evidence/vendors.ts';

const LONGEST_CHARS = 120;

/** What a vendor is called in a sentence: the firm's name where it is known, else its app's handle or its host. */
export function vendorWord(key: VendorKey, theme?: Pick<MainTheme, 'apps'>): string {
  return (knownVendor(key)?.name ?? appRecord(key, theme)?.title ?? tailOf(key)).slice(0, LONGEST_CHARS);
}

/** A row of ours or Shopify's list of apps says who it is. On a shared host anybody's code may lie. */
export function isKnownByName(key: VendorKey, theme?: Pick<MainTheme, 'apps'>): boolean {
  const known = knownVendor(key);
  return known ? known.isSharedHost !== true : appRecord(key, theme) !== null;
}

const tailOf = (key: VendorKey): string => key.slice(key.indexOf(':') + 1);

function appRecord(key: VendorKey, theme: Pick<MainTheme, 'apps'> | undefined): AppRecord | null {
  if (!key.startsWith('app:')) return null;
  return theme?.apps?.find(({ handle }) => handle.toLowerCase() === tailOf(key))?.record ?? null;
}
