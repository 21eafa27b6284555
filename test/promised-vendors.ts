import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One row of "Who else is inside" in the sandbox's README. */
export interface PromisedVendor {
  readonly who: string;
  readonly where: 'both' | 'busy';
  /** How it shows: "embed `sitara-reviews/stars`", "discounts" … */
  readonly how: readonly string[];
}

/** Not a firm: the register holds nobody for it. */
const NOBODYS = 'Cash on Delivery (COD)';

export function promisedVendors(): readonly PromisedVendor[] {
  const readme = readFileSync(path.join(import.meta.dirname, '../sandbox/README.md'), 'utf8');
  const section = /## Who else is inside\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^\| (.+?) +\| (both|busy) \| (.+?) +\|$/gm)].map(([, who = '', where, how = '']) => ({
    who,
    where: where === 'busy' ? where : 'both',
    how: how.split(', '),
  }));
}

/** Each name that the register of a shop should hold, once, in small letters and in order. */
export function promisedNames(shop: 'clean' | 'busy'): string[] {
  const rows = promisedVendors().filter(({ who, where }) => who !== NOBODYS && (where === 'both' || shop === 'busy'));
  return [...new Set(rows.map(({ who }) => who.toLowerCase()))].toSorted();
}
