import type { Liquid } from 'liquidjs';

import type { LiquidSource } from './liquid.ts';

/** Filters that Shopify has beside Liquid's own. */
export function shopifyFilters(liquid: Liquid, source: LiquidSource): void {
  liquid.registerFilter('asset_url', (name: unknown) => source.assetUrl(textOf(name)));
  liquid.registerFilter(
    'stylesheet_tag',
    (url: unknown) => `<link href="${textOf(url)}" rel="stylesheet" type="text/css" media="all">`,
  );
  liquid.registerFilter('script_tag', (url: unknown) => `<script src="${textOf(url)}"></script>`);
  liquid.registerFilter('money', (paise: unknown) => money(Number(paise)));
  const translate = (key: unknown, ...args: unknown[]) => translated(textOf(key), namedIn(args), source.phrases);
  liquid.registerFilter('t', translate);
  liquid.registerFilter('translate', translate);
}

/** "₹1,050.00" */
export function money(paise: number): string {
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' }).format(paise / 100);
}

/** A phrase by its dotted key, with what it is given in its gaps; escaped, but for keys that end in "_html". */
function translated(key: string, given: Readonly<Record<string, unknown>>, languages: readonly object[]): string {
  for (const phrases of languages) {
    const found = key.split('.').reduce<unknown>((at, step) => memberOf(at, step), phrases);
    const phrase = typeof found === 'object' ? memberOf(found, Number(given['count']) === 1 ? 'one' : 'other') : found;
    if (typeof phrase !== 'string') continue;
    const filled = phrase.replace(/\{\{\s*(\w+)\s*\}\}/g, (_gap, name: string) => textOf(given[name]));
    return key.endsWith('_html') ? filled : escaped(filled);
  }
  throw new RangeError(`No locale file has the phrase "${key}".`);
}

/** liquidjs hands named arguments over as pairs. */
function namedIn(args: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(args.filter((arg): arg is [string, unknown] => Array.isArray(arg) && arg.length === 2));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function memberOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;
}
