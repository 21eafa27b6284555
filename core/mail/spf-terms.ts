export type Qualifier = '+' | '-' | '~' | '?';

/** One mechanism of a record. `target` may hold macros; null: the domain itself. */
export interface SpfMechanism {
  readonly kind: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';
  readonly qualifier: Qualifier;
  readonly target: string | null;
  /** Bits of an IPv4 address that must agree. 0 agrees with every address. */
  readonly prefix4: number;
}

export interface SpfRecord {
  /** Up to and with `all`: what stands behind it is never reached. */
  readonly mechanisms: readonly SpfMechanism[];
  /** Where to go on where no mechanism matches; null where `all` makes it idle. */
  readonly redirect: string | null;
}

const MECHANISM = /^([+\-~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:([:/])(.*))?$/i;
const MODIFIER = /^([a-z][a-z0-9\-_.]*)=(.*)$/i;
const CIDR = /^(.*?)(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/;
const MACRO_STRING = /^(?:%\{[slodiphcrtv]\d*r?[.\-+,/_=]*\}|%%|%_|%-|[!-$&-~])*$/i;
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Whether a TXT record says that it is SPF's: the version, then a blank or nothing. */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** The terms of one record by RFC 7208; null where any of them is no term: then receivers read none of it. */
export function parseSpf(text: string): SpfRecord | null {
  const mechanisms: SpfMechanism[] = [];
  const modifiers = new Map<string, string>();
  for (const term of text.split(' ').slice(1)) {
    if (term === '') continue;
    const [, name = '', value = ''] = MODIFIER.exec(term) ?? [];
    if (name !== '') {
      if (!MACRO_STRING.test(value) || !isAllowed(name.toLowerCase(), value, modifiers)) return null;
      modifiers.set(name.toLowerCase(), value);
      continue;
    }
    const mechanism = parseMechanism(term);
    if (!mechanism) return null;
    mechanisms.push(mechanism);
  }
  const end = mechanisms.findIndex(({ kind }) => kind === 'all');
  if (end >= 0) return { mechanisms: mechanisms.slice(0, end + 1), redirect: null };
  return { mechanisms, redirect: modifiers.get('redirect') ?? null };
}

/** `redirect` and `exp` stand once at most, and with a value; other names are for the future. */
function isAllowed(name: string, value: string, before: ReadonlyMap<string, string>): boolean {
  return (name !== 'redirect' && name !== 'exp') || (value !== '' && !before.has(name));
}

function parseMechanism(term: string): SpfMechanism | null {
  const [whole, sign = '', word = '', separator, rest = ''] = MECHANISM.exec(term) ?? [];
  if (whole === undefined) return null;
  const kind = word.toLowerCase() as SpfMechanism['kind'];
  const qualifier = (sign || '+') as Qualifier;
  const one = (target: string | null, prefix4 = 32): SpfMechanism => ({ kind, qualifier, target, prefix4 });
  switch (kind) {
    case 'all':
      return separator === undefined ? one(null) : null;
    case 'include':
    case 'exists':
      return separator === ':' && isDomainSpec(rest) ? one(rest) : null;
    case 'ptr':
      if (separator === undefined) return one(null);
      return separator === ':' && isDomainSpec(rest) ? one(rest) : null;
    case 'a':
    case 'mx':
      return parseAddressed(separator, rest, one);
    case 'ip4':
      return separator === ':' ? parseIp4(rest, one) : null;
    case 'ip6':
      return separator === ':' && isIp6(rest) ? one(rest) : null;
  }
}

type Make = (target: string | null, prefix4?: number) => SpfMechanism;

/** "a", "a:host", "a/24", "a:host/24//64". */
function parseAddressed(separator: string | undefined, rest: string, make: Make): SpfMechanism | null {
  if (separator === undefined) return make(null);
  const [, target = '', bits4, bits6] = CIDR.exec(separator === '/' ? `/${rest}` : rest) ?? [];
  if (Number(bits4 ?? 32) > 32 || Number(bits6 ?? 128) > 128) return null;
  if (separator === '/') return target === '' ? make(null, Number(bits4 ?? 32)) : null;
  return isDomainSpec(target) ? make(target, Number(bits4 ?? 32)) : null;
}

function parseIp4(rest: string, make: Make): SpfMechanism | null {
  const [, address = '', bits = '32'] = /^([^/]*)(?:\/(0|[1-9]\d?))?$/.exec(rest) ?? [];
  return IPV4.test(address) && Number(bits) <= 32 ? make(rest, Number(bits)) : null;
}

function isIp6(rest: string): boolean {
  const [, address = '', bits = '128'] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(rest) ?? [];
  return Number(bits) <= 128 && isIp6Address(address);
}

function isIp6Address(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const isMapped = last.includes('.');
  if (isMapped && !IPV4.test(last)) return false;
  const words = isMapped ? groups.slice(0, -1) : groups;
  const count = words.length + (isMapped ? 2 : 0);
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return false;
  return halves.length === 2 ? count <= 7 : count === 8;
}

function isDomainSpec(text: string): boolean {
  return text !== '' && MACRO_STRING.test(text);
}
