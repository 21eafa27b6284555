import { knownVendorOfApp, knownVendorOfGateway, vendorKeyOfHost } from '../data/vendor-hosts.ts';
import { cutSubject } from '../fingerprint.ts';
import type { VendorKey } from '../evidence/vendors.ts';
import { visibleText } from '../visible-text.ts';
import { base64UrlOf, textOfBase64Url } from './base64-url.ts';

/** The surest first: a vendor is known by the first of its keys. */
const KINDS = ['app', 'appid', 'known', 'host', 'gateway', 'name', 'service', 'channel'];
const FOUND_ID = 'f-';
/** With four bytes a letter, the id in an address stays under 300 characters. */
const LONGEST_NAME = 44;

/** A name that is compared: what hides or turns text is gone, letters are small, blanks are one. */
export function foldedName(name: string): string {
  return visibleText(name).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Keys of an app that the theme or a person names by its handle. */
export function appKeys(handle: string): VendorKey[] {
  const known = knownVendorOfApp(handle);
  return [`app:${cutName(handle.toLowerCase(), 100)}`, ...(known ? [`known:${known.slug}`] : [])];
}

export function appIdKey(appId: string): VendorKey {
  return `appid:${cutName(appId, 40)}`;
}

export function hostKey(host: string): VendorKey {
  return cutSubject(vendorKeyOfHost(host));
}

/** Keys of a payment gateway as orders name it. */
export function gatewayKeys(name: string): VendorKey[] {
  const known = knownVendorOfGateway(name);
  return [...(known ? [`known:${known.slug}`] : []), `gateway:${cutName(foldedName(name))}`];
}

/** `name`: title of an app; `service`: what an app called its courier service; `channel`: what a sales channel is called. */
export function nameKey(name: string, kind: 'name' | 'service' | 'channel' = 'name'): VendorKey {
  return `${kind}:${cutName(foldedName(name))}`;
}

/** Keys of an entry, as a person gives handle and hosts. */
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
  return [...new Set(keys)].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}

/** The id of a vendor whom nobody took over: "f-…", at most 300 characters, fit for an address. */
export function vendorIdOf(key: VendorKey): string {
  return FOUND_ID + base64UrlOf(key);
}

/** The key of "f-…". Null: it is no such id, or its bytes are no text. */
export function keyOfVendorId(id: string): VendorKey | null {
  if (!id.startsWith(FOUND_ID) || id.length > 300) return null;
  const key = textOfBase64Url(id.slice(FOUND_ID.length));
  return key !== null && KINDS.includes(key.slice(0, key.indexOf(':'))) ? key : null;
}

function rankOf(key: VendorKey): number {
  const rank = KINDS.indexOf(key.slice(0, key.indexOf(':')));
  return rank < 0 ? KINDS.length : rank;
}

/** Two long names stay two: a cut one ends in a sum of the whole. */
function cutName(name: string, most = LONGEST_NAME): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  return `${letters.slice(0, most - 9).join('')}${cutSubject(name.padEnd(201, ' ')).slice(-9)}`;
}
