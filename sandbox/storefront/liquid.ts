import { Liquid } from 'liquidjs';

import { shopifyFilters } from './liquid-filters.ts';
import { shopifyTags } from './liquid-tags.ts';

/** Values that a page can name: `shop.name`, `section.settings.heading`. Snippets see them too. */
export type LiquidScope = Readonly<Record<string, unknown>>;

/** Where templates, phrases and assets come from: a theme, or our own extension. */
export interface LiquidSource {
  /** Text of a file, "snippets/price.liquid"; undefined: there is none. */
  read(name: string): string | undefined;
  assetUrl(name: string): string;
  /** Phrases of the page's language by dotted key, before those of the default; both may lack one. */
  readonly phrases: readonly object[];
}

/**
 * Liquid as Shopify has it, as far as themes and blocks here use it.
 *
 * @throws what liquidjs throws: a filter, a tag, a snippet or a phrase that is not known here is a mistake of ours
 */
export function renderLiquid(template: string, scope: LiquidScope, source: LiquidSource): string {
  const snippet = (name: string) => source.read(`snippets/${name}.liquid`);
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    timezoneOffset: 'Asia/Kolkata',
    root: [''],
    fs: {
      sep: '/',
      resolve: (_folder, file) => file,
      existsSync: (file) => snippet(file) !== undefined,
      exists: (file) => Promise.resolve(snippet(file) !== undefined),
      readFileSync: (file) => snippet(file) ?? '',
      readFile: (file) => Promise.resolve(snippet(file) ?? ''),
    },
  });
  shopifyFilters(liquid, source);
  shopifyTags(
    liquid,
    (name, section) => renderLiquid(source.read(`sections/${name}.liquid`) ?? '', { ...scope, section }, source),
    (name) => source.read(name),
  );
  return String(liquid.parseAndRenderSync(template, {}, { globals: scope }));
}
