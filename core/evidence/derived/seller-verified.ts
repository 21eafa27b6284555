import type { RegistryEntry } from '../registry.ts';
import type { Instant } from '../../time.ts';

/** A look-up that is older says nothing of today. */
const FRESH_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * When a service told that this number is active and belongs to a firm of this name; null where none did, or not lately.
 * Names are compared without case, stops and the usual endings, since people write them in many ways.
 */
export function sellerVerifiedAt(
  { gstin, legalName }: { readonly gstin: string; readonly legalName: string },
  entries: readonly RegistryEntry[],
  asOf: Instant,
): Instant | null {
  const known = entries.find((entry) => entry.gstin === gstin)?.known;
  if (!known || known.record.status !== 'active') return null;
  const age = Date.parse(asOf) - Date.parse(known.learnedAt);
  if (age > FRESH_DAYS * DAY_MS) return null;
  const names = [known.record.legalName, known.record.tradeName].flatMap((name) => (name ? [plainName(name)] : []));
  return names.includes(plainName(legalName)) ? known.learnedAt : null;
}

/** "M/s. Marigold Crafts Pvt. Ltd." and "MARIGOLD CRAFTS PRIVATE LIMITED" are one name. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^M\/S\b\.?/, '')
    .replace(/&/g, ' AND ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\bPVT\b/g, 'PRIVATE')
    .replace(/\bLTD\b/g, 'LIMITED')
    .replace(/\bCO\b/g, 'COMPANY')
    .trim();
}
