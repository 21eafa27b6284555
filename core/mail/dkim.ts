import type { Zone } from '../evidence/dns.ts';
import { bytesOfBase64, rsaModulusBits } from './public-key.ts';
import { tagsOf } from './tag-list.ts';
import { bareName, zoneReader } from './zone-reader.ts';

export type DkimKey =
  | { readonly kind: 'rsa'; readonly bits: number }
  | { readonly kind: 'ed25519' }
  /** Published without a key: what was signed with it counts no more. */
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unreadable' };

export interface DkimVerdict {
  readonly keys: readonly { readonly selector: string; readonly key: DkimKey }[];
  readonly questions: readonly string[];
}

/** Receivers take no shorter RSA key. */
export const SHORTEST_DKIM_BITS = 1_024;

/** The keys at the given selectors of the domain. A selector without a record is not there. */
export function dkimVerdict(zone: Zone, domain: string, selectors: readonly string[]): DkimVerdict {
  const reader = zoneReader(zone);
  const keys = selectors.flatMap((selector) => {
    const texts = reader.texts(`${selector}._domainkey.${bareName(domain)}`);
    const records = texts.filter((text) => /(?:^|;)\s*p\s*=/i.test(text));
    return records.map((record) => ({ selector, key: dkimKey(record) }));
  });
  return { keys, questions: reader.questions() };
}

/** One key record by RFC 6376, 3.6.1, and RFC 8463. */
export function dkimKey(record: string): DkimKey {
  const tags = tagsOf(record);
  const version = tags?.get('v') ?? 'DKIM1';
  const key = tags?.get('p')?.replace(/\s+/g, '');
  if (!tags || version !== 'DKIM1' || key === undefined) return { kind: 'unreadable' };
  if (key === '') return { kind: 'revoked' };
  const bytes = bytesOfBase64(key);
  const type = (tags.get('k') || 'rsa').toLowerCase();
  if (type === 'ed25519') return bytes?.length === 32 ? { kind: 'ed25519' } : { kind: 'unreadable' };
  const bits = type === 'rsa' && bytes ? rsaModulusBits(bytes) : null;
  return bits === null ? { kind: 'unreadable' } : { kind: 'rsa', bits };
}

/** A key that receivers take. */
export function isUsable(key: DkimKey): boolean {
  return key.kind === 'ed25519' || (key.kind === 'rsa' && key.bits >= SHORTEST_DKIM_BITS);
}
