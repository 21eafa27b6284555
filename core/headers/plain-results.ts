import type { CorsSeen } from '../evidence/storefront.ts';
import { frameAncestors } from './csp-result.ts';
import type { HeaderGradeInput, HeaderLine } from './input.ts';
import { firstValueOf, isHtml, mediaTypeOf, valuesOf } from './input.ts';

const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const TELLING = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'];

/** Result of the test `cors`: what a preflight from a foreign origin is allowed. */
export function corsResult(cors: CorsSeen | null): string {
  const test = 'cross-origin-resource-sharing';
  const allowed = cors?.allowOrigin?.trim() ?? '';
  if (!cors || allowed === '') return `${test}-not-implemented`;
  if (allowed === '*') return `${test}-implemented-with-public-access`;
  return cors.isOriginReflected && cors.allowsCredentials
    ? `${test}-implemented-with-universal-access`
    : `${test}-implemented-with-restricted-access`;
}

/** Result of the test `referrer`: the last word that browsers know counts, and the page's own meta element comes last. */
export function referrerResult({ headers, metaReferrers, contentType }: HeaderGradeInput): string {
  const mediaType = mediaTypeOf(contentType);
  const inPage = mediaType !== null && isHtml(mediaType) ? metaReferrers.slice(-1).filter((word) => word !== '') : [];
  const given = [...valuesOf(headers, 'referrer-policy'), ...inPage];
  if (given.length === 0) return 'referrer-policy-not-implemented';
  const words = given.flatMap((value) => value.split(',')).map((word) => word.trim().toLowerCase());
  const counting = words.findLast((word) => PRIVATE.includes(word) || TELLING.includes(word));
  if (counting === undefined) return 'referrer-policy-header-invalid';
  return PRIVATE.includes(counting) ? 'referrer-policy-private' : 'referrer-policy-unsafe';
}

/** Result of the test `xcto`. */
export function sniffingResult(headers: readonly HeaderLine[]): string {
  const value = firstValueOf(headers, 'x-content-type-options');
  if (value === null) return 'x-content-type-options-not-implemented';
  return value.trim().toLowerCase() === 'nosniff'
    ? 'x-content-type-options-nosniff'
    : 'x-content-type-options-header-invalid';
}

/** Result of the test `xfo`. frame-ancestors replaces the older header, so it is asked first. */
export function framingResult(input: HeaderGradeInput): string {
  if (frameAncestors(input.headers)) return 'x-frame-options-implemented-via-csp';
  const value = firstValueOf(input.headers, 'x-frame-options')?.trim().toLowerCase();
  if (value === undefined) return 'x-frame-options-not-implemented';
  if (value === 'deny' || value === 'sameorigin') return 'x-frame-options-sameorigin-or-deny';
  return value.startsWith('allow-from') ? 'x-frame-options-allow-from-origin' : 'x-frame-options-header-invalid';
}
