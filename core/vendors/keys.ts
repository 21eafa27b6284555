import { knownVendor, knownVendorOfApp, knownVendorOfGateway, vendorKeyOfHost } from '../data/vendor-hosts.ts';
import { cutSubject } from '../fingerprint.ts';
import type { VendorKey } from '../evidence/vendors.ts';
import { visibleText } from '../visible-text.ts';
import { base64UrlOf, textOfBase64Url } from './base64-url.ts';

/**
 * The surest first: a vendor is called by the first of its keys. A row of our own table comes before the app's handle,
 * since each of its traces leads there, whichever can be read this time.
 */
export const KEY_KINDS = [
  'platform', // Shopify's own: "platform:online-store"
  'known', // a row of core/data/vendor-hosts
  'app', // handle in Shopify's list of apps
  'appid',
  'host', // the domain that looks like the owner's
  'gateway', // as orders call it
  'name', // title of an app of which Shopify tells nothing else
  'carrier', // name and host of a service that tells delivery rates
  'fulfilment',
  'channel', // title of a sales channel or order source
  'proxy', // "/apps/reviews" on the shop's own host
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];
const RANKS: ReadonlyMap<string, number> = new Map(KEY_KINDS.map((kind, rank) => [kind, rank]));

const FOUND_ID = 'f-';
const LONGEST_ID = 300;
/** Four bytes a letter in the worst case, and the id stays under 300 characters. */
const LONGEST_NAME = 44;
const LONGEST_HANDLE = 100;

/** Prahari itself: the handle of shopify.app.toml. */
export const OWN_KEY: VendorKey = 'app:prahari';

/** A name that is compared: what hides or turns text is gone, letters are small, blanks are one. */
export function foldedName(name: string): string {
  return visibleText(name).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function keyKind(key: VendorKey): KeyKind | null {
  return KEY_KINDS[RANKS.get(key.slice(0, key.indexOf(':'))) ?? KEY_KINDS.length] ?? null;
}

/** What stands behind the colon: "reviews.example". */
export function keyTail(key: VendorKey): string {
  return knownVendor(key)?.name ?? key.slice(key.indexOf(':') + 1);
}

/** Keys of an app that the theme, Shopify or a person names by its handle. */
export function appKeys(handle: string): VendorKey[] {
  const known = knownVendorOfApp(handle);
  const key = `app:${cutName(foldedName(handle), LONGEST_HANDLE)}`;
  return known ? [`known:${known.slug}`, key] : [key];
}

export const appIdKey = (appId: string): VendorKey => `appid:${cutName(appId)}`;

export const hostKey = (host: string): VendorKey => cutSubject(vendorKeyOfHost(host));

/** Keys of a payment gateway as orders name it. */
export function gatewayKeys(name: string): VendorKey[] {
  const known = knownVendorOfGateway(name);
  const key = nameKey('gateway', name);
  return known ? [`known:${known.slug}`, key] : [key];
}

export function nameKey(kind: 'gateway' | 'name' | 'carrier' | 'fulfilment' | 'channel', name: string): VendorKey {
  return `${kind}:${cutName(foldedName(name))}`;
}

/** Keys of an entry, from what a person gives: a handle, and hosts in small letters. */
export function keysOfFields({
  handle,
  hosts,
}: {
  readonly handle: string | null;
  readonly hosts: readonly string[];
}): VendorKey[] {
  return sortedKeys([...(handle === null ? [] : appKeys(handle)), ...hosts.map(hostKey)]);
}

/** Each key once, the surest first. */
export function sortedKeys(keys: Iterable<VendorKey>): VendorKey[] {
  const ranked = [...new Set(keys)].map((key) => ({ key, rank: rankOf(key) }));
  return ranked.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

/** The id of a vendor whom nobody took over: "f-…", at most 300 characters, fit for an address. */
export function vendorIdOf(key: VendorKey): string {
  return FOUND_ID + base64UrlOf(key);
}

/** The key of "f-…". Null: it is no such id, or names no kind of key. */
export function keyOfVendorId(id: string): VendorKey | null {
  if (!id.startsWith(FOUND_ID) || id.length > LONGEST_ID) return null;
  const key = textOfBase64Url(id.slice(FOUND_ID.length));
  return key !== null && keyKind(key) !== null ? key : null;
}

const rankOf = (key: VendorKey): number => RANKS.get(key.slice(0, key.indexOf(':'))) ?? KEY_KINDS.length;

/** Two long names stay two: a cut one ends in a sum of the whole. */
function cutName(name: string, most = LONGEST_NAME): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const sum = cutSubject(`${name}${' '.repeat(most * 5)}`).slice(-9);
  return letters.slice(0, most - sum.length).join('') + sum;
}
