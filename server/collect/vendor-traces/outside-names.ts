import { visibleText } from '../../../core/visible-text.ts';

const MAX_CHARS = 200;
const MAX_ADDRESS_CHARS = 500;

/** A name that another firm wrote, as it may stand on a page: no hidden marks, at most 200 characters; null: empty. */
export function outsideName(text: string | null | undefined): string | null {
  const name = visibleText((text ?? '').slice(0, MAX_CHARS * 5))
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? null : [...name].slice(0, MAX_CHARS).join('').trim();
}

/** "123" of "gid://shopify/App/123". */
export function appNumber(gid: string): string | null {
  return /^gid:\/\/shopify\/App\/(\d{1,20})$/.exec(gid)?.[1] ?? null;
}

/** "123" of a namespace or type that Shopify reserves for one app: "app--123--reviews", "app--123". */
export function reservingApp(name: string): string | null {
  return /^app--(\d{1,20})(?:--|$)/.exec(name)?.[1] ?? null;
}

/** The host alone of an address that Shopify calls: a path or a query may hold a key. Null: not a web address. */
export function hostOf(address: string | null): string | null {
  const url = webAddress(address);
  return url && url.hostname.length <= MAX_CHARS ? url.hostname.replace(/\.$/, '') || null : null;
}

/** An address to follow: https, without log-in, query and fragment. */
export function httpsAddress(address: string | null): string | null {
  const url = webAddress(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const shown = url.origin + url.pathname;
  return shown.length <= MAX_ADDRESS_CHARS ? shown : null;
}

function webAddress(address: string | null): URL | null {
  const url = address === null || address.length > 2_000 ? null : URL.parse(address.trim());
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}
