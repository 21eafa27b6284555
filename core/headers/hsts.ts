import type { HeaderGradeInput, PreloadEntries } from './input.ts';
import { firstValueOf } from './input.ts';

/** 180 days: what the grading rules ask, though they speak of six months. */
export const LONG_ENOUGH_SECONDS = 15_552_000;

export interface Hsts {
  /** May be below 0 where somebody wrote so. */
  readonly maxAgeSeconds: number;
  readonly includesSubDomains: boolean;
}

/** The policy of one Strict-Transport-Security value; null where it says none: two joined by a comma, no max-age. */
export function parseHsts(value: string): Hsts | null {
  if (value.includes(',')) return null;
  const parts = value.split(';').map((part) => part.trim().toLowerCase());
  const maxAge = parts.findLast((part) => /^max-age\s*=/.test(part));
  const seconds = /^max-age\s*=\s*"?\s*(-?\d{1,18})/.exec(maxAge ?? '')?.[1];
  if (seconds === undefined) return null;
  return { maxAgeSeconds: Number(seconds), includesSubDomains: parts.includes('includesubdomains') };
}

/** Result of the test `hsts`. */
export function hstsResult(input: HeaderGradeInput): string {
  if (!input.isHttpsReachable) return 'hsts-not-implemented-no-https';
  if (isPreloaded(input.host, input.hstsPreload)) return 'hsts-preloaded';
  if (!input.isTlsTrusted) return 'hsts-invalid-cert';
  const value = firstValueOf(input.headers, 'strict-transport-security');
  if (value === null) return 'hsts-not-implemented';
  const hsts = parseHsts(value);
  if (!hsts) return 'hsts-header-invalid';
  return hsts.maxAgeSeconds >= LONG_ENOUGH_SECONDS
    ? 'hsts-implemented-max-age-at-least-six-months'
    : 'hsts-implemented-max-age-less-than-six-months';
}

/** In the browsers' list itself, or under a name of it that speaks for its subdomains. */
export function isPreloaded(host: string, entries: PreloadEntries): boolean {
  const name = host.toLowerCase();
  if (Object.hasOwn(entries, name)) return true;
  const labels = name.split('.').slice(1);
  return labels.some((_, index) => {
    const parent = labels.slice(index).join('.');
    return Object.hasOwn(entries, parent) && entries[parent]?.includeSubDomains === true;
  });
}
