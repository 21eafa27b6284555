import type { ScriptIdentity } from '../evidence/scripts.ts';
import type { PageScript } from '../evidence/storefront.ts';

/** What makes a script the same one next week: its address without query, or the hash of its text. */
export function scriptIdentity({
  address,
  hash,
  scheme,
}: Pick<PageScript, 'address' | 'hash' | 'scheme'>): ScriptIdentity {
  return address ?? hash ?? `${scheme}:`;
}

/** Path of an address; "" for what is none. */
export function pathOf(address: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? '';
}

/** Host of an address in lower case, without port; null for what is none. */
export function hostOf(address: string): string | null {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** "reviews" of "https://cdn.shopify.com/extensions/…/reviews-12/assets/x.js": an app's file that Shopify hands out. */
export function appHandleOf(address: string): string | null {
  return APP_FILE.exec(pathOf(address))?.[1]?.replace(APP_VERSION, '').toLowerCase() ?? null;
}

const APP_FILE = /^(?:\/cdn)?\/extensions\/[0-9a-f-]{8,60}\/([a-z0-9][a-z0-9._-]{0,120})\//i;
const APP_VERSION = /-v?\d+(?:[._-]\d+)*$/i;

/** "v3", "3.2.1", "v3.2-beta": a directory that names a release. A bare number may be an account's, so it is none. */
const VERSION_FOLDER = /^(?:v\d{1,9}(?:\.\d{1,9})*|\d{1,9}(?:\.\d{1,9})+)(?:-[a-z0-9.]{1,30})?$/i;
/** "react@18.2.0" */
const AT_VERSION = /@\d[\w.-]{0,60}$/;
/** Parts of a file name that tell a release: "-3.2.1", "_v12", ".abc123", "-9f8e7d6c5b". */
const FILE_VERSION =
  /[._-](?:v?\d{1,9}(?:\.\d{1,9})*|v\d{1,9}|(?=[0-9a-f]*\d)[0-9a-f]{6,64}|(?=[0-9a-z]*\d)(?=[0-9a-z]*[a-z])[0-9a-z]{8,64})(?=[._-])/gi;

/**
 * The same for each release of a script: its address with what tells the release left out. A new release of the same
 * script is that script changed, not one gone and another come. An inline script's text is its identity; `namesHosts`
 * tell which one it was before.
 */
export function lineageOf(identity: ScriptIdentity, namesHosts: readonly string[] = []): string {
  const origin = /^https?:\/\/[^/?#]*/i.exec(identity)?.[0];
  if (origin === undefined) return namesHosts.length > 0 ? `inline:${[...namesHosts].sort().join(',')}` : identity;
  const handle = appHandleOf(identity);
  const path = pathOf(identity);
  if (handle !== null)
    return `${origin}/extensions/${handle}/${path
      .split('/')
      .slice(path.startsWith('/cdn/') ? 5 : 4)
      .join('/')}`;
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const unversioned = folders.map((folder) => (VERSION_FOLDER.test(folder) ? '*' : folder.replace(AT_VERSION, '@*')));
  return `${origin}${[...unversioned, lineageOfFile(file)].join('/')}`;
}

/** "widget.js" of "widget-3.2.1.min.js" and "widget.9f8e7d6c5b.js". */
export function lineageOfFile(file: string): string {
  return file
    .replace(FILE_VERSION, '')
    .replace(/\.min(?=\.)/i, '')
    .toLowerCase();
}
