import type { CookieSeen } from '../evidence/storefront.ts';

const LONGEST_LINE = 8_192;
const LONGEST_NAME = 256;
/** A line with one of these is cut there by some browsers and dropped by others. */
const CUT_AT = /[\0\r\n]/;

interface ParsedCookie extends CookieSeen {
  readonly domain: string | null;
  readonly path: string;
}

/**
 * What a browser would keep of these Set-Cookie lines of `host`, in order, without the values. A line that a browser
 * drops (no name, another site's domain, a broken prefix) is not there; of one name, domain and path the last stands.
 */
export function cookiesFrom(lines: readonly string[], host: string): CookieSeen[] {
  const kept = new Map<string, ParsedCookie>();
  for (const line of lines) {
    const cookie = parseSetCookie(line);
    if (cookie && isKept(cookie, host.toLowerCase()))
      kept.set(`${cookie.name};${cookie.domain};${cookie.path}`, cookie);
  }
  return [...kept.values()].map(({ name, isSecure, isHttpOnly, sameSite }) => ({
    name,
    isSecure,
    isHttpOnly,
    sameSite,
  }));
}

/** One line by RFC 6265, 5.2; null where it has no name. An attribute may be repeated: the last counts. */
function parseSetCookie(line: string): ParsedCookie | null {
  const [pair = '', ...attributes] = (line.slice(0, LONGEST_LINE).split(CUT_AT, 1)[0] ?? '').split(';');
  const isPair = pair.includes('=');
  const name = pair.slice(0, pair.indexOf('=')).trim().slice(0, LONGEST_NAME);
  if (!isPair || name === '') return null;
  const given = new Map(attributes.map((attribute) => attributeOf(attribute)));
  const path = given.get('path');
  return {
    name,
    isSecure: given.has('secure'),
    isHttpOnly: given.has('httponly'),
    sameSite: given.get('samesite')?.slice(0, 32) ?? null,
    domain: given.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: path?.startsWith('/') ? path : '',
  };
}

function attributeOf(text: string): [name: string, value: string] {
  const [name = '', ...rest] = text.split('=');
  return [name.trim().toLowerCase(), rest.join('=').trim()];
}

function isKept({ name, isSecure, domain, path }: ParsedCookie, host: string): boolean {
  if (domain !== null && host !== domain && !host.endsWith(`.${domain}`)) return false;
  if (name.startsWith('__Host-')) return isSecure && domain === null && path === '/';
  return !name.startsWith('__Secure-') || isSecure;
}

/** Names that sign somebody in, as the grading rules tell them: "PHPSESSID", "customer_login". */
export function isSessionCookie({ name }: Pick<CookieSeen, 'name'>): boolean {
  const lower = name.toLowerCase();
  return lower.includes('login') || lower.includes('sess');
}

/** What SameSite says; `invalid` for a word that browsers do not know, or for "None" without Secure, which they refuse. */
export function sameSiteOf({ sameSite, isSecure }: CookieSeen): 'lax' | 'strict' | 'none' | 'missing' | 'invalid' {
  if (sameSite === null) return 'missing';
  const word = sameSite.toLowerCase();
  if (word === 'none') return isSecure ? 'none' : 'invalid';
  return word === 'lax' || word === 'strict' ? word : 'invalid';
}
