import type { HeaderLine } from './input.ts';
import { valuesOf } from './input.ts';
import { tokenOf } from './structured-token.ts';

const OPENER = ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups', 'unsafe-none'];
const EMBEDDER = ['require-corp', 'credentialless', 'unsafe-none'];
const RESOURCE = ['same-origin', 'same-site', 'cross-origin'];

/** Result of the test `coop`: who may keep a handle on the page's window. */
export const coopResult = (headers: readonly HeaderLine[]): string =>
  tokenResult('coop', OPENER, valuesOf(headers, 'cross-origin-opener-policy'));

/** Result of the test `coep`: what the page may load from others. */
export const coepResult = (headers: readonly HeaderLine[]): string =>
  tokenResult('coep', EMBEDDER, valuesOf(headers, 'cross-origin-embedder-policy'));

/** Result of the test `corp`: who may load what the host serves. Not a structured field: any case, no parameters. */
export function corpResult(headers: readonly HeaderLine[]): string {
  const value = valuesOf(headers, 'cross-origin-resource-policy').join(', ').trim().toLowerCase();
  if (value === '') return 'corp-not-implemented';
  return RESOURCE.includes(value) ? `corp-implemented-with-${value}` : 'corp-header-invalid';
}

function tokenResult(test: string, known: readonly string[], values: readonly string[]): string {
  const [value = ''] = values;
  if (values.length > 1) return `${test}-header-invalid`;
  if (value === '') return `${test}-not-implemented`;
  const token = tokenOf(value);
  return token !== null && known.includes(token) ? `${test}-implemented-with-${token}` : `${test}-header-invalid`;
}
