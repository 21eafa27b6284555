import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type TagToken, type TopLevelToken } from 'liquidjs';

/** The theme app extension, as tests read it. */
export const STOREFRONT = join(import.meta.dirname, '../extensions/storefront');

export const readStorefront = (name: string): string => readFileSync(join(STOREFRONT, name), 'utf8');

type Phrases = { readonly [key: string]: string | Phrases };

/** Buyers' texts of one language. */
export function phrasesOf(file: string): Phrases {
  return JSON.parse(readStorefront(`locales/${file}.json`)) as Phrases;
}

/** "group.key" → text, of a whole tree. */
export function flatPhrases(tree: Phrases, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(path + key, value);
    else for (const [inner, text] of flatPhrases(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** The few filters and tags of Shopify's that our blocks use; an unknown one is an error. */
export function themeLiquid(language: 'en.default' | 'hi'): Liquid {
  const texts = flatPhrases(phrasesOf(language));
  const engine = new Liquid({
    root: [join(STOREFRONT, 'snippets'), join(STOREFRONT, 'blocks')],
    extname: '.liquid',
    strictFilters: true,
    timezoneOffset: -330,
  });
  engine.registerFilter('t', (key: string, ...data: readonly (readonly [string, unknown])[]) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`No text ${key}`);
    const values = Object.fromEntries(data);
    return text.replace(/\{\{ (\w+) \}\}/g, (_, name: string) => String(values[name]));
  });
  engine.registerFilter('asset_url', (name: string) => `https://cdn.example/${name}`);
  engine.registerFilter('stylesheet_tag', (url: string) => `<link rel="stylesheet" href="${url}">`);
  engine.registerTag('schema', {
    parse(_: TagToken, rest: TopLevelToken[]) {
      while (rest.length > 0 && (rest.shift() as { name?: string }).name !== 'endschema');
    },
    render: () => '',
  });
  return engine;
}
