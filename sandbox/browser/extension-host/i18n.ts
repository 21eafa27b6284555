import { noteFault } from './notes.ts';
import type { FrameBoot, Words } from './protocol.ts';

type Options<O> = O & { readonly inExtensionLocale?: boolean };
type Replacements = Readonly<Record<string, unknown>>;

const CURRENCY = 'INR';

/** `shopify.i18n`: the extension's own words with `{{placeholders}}` and plurals, and numbers as the host writes them. */
export function i18nOf({ words, wordsLocale, locale }: FrameBoot) {
  const localeFor = (isOwn = false): string => (isOwn ? wordsLocale : locale);

  return {
    translate(key: string, replacements: Replacements = {}): string | unknown[] {
      const found = pluralOf(wordsAt(words, key), replacements['count'], wordsLocale);
      if (found === null) {
        noteFault(`There are no words "${key}" in ${wordsLocale}.`);
        return key;
      }
      return fill(found, key, replacements);
    },
    formatNumber: (value: number | bigint, { inExtensionLocale, ...options }: Options<Intl.NumberFormatOptions> = {}) =>
      new Intl.NumberFormat(localeFor(inExtensionLocale), options).format(value),
    formatCurrency: (
      value: number | bigint,
      { inExtensionLocale, ...options }: Options<Intl.NumberFormatOptions> = {},
    ) =>
      new Intl.NumberFormat(localeFor(inExtensionLocale), {
        style: 'currency',
        currency: CURRENCY,
        ...options,
      }).format(value),
    formatDate: (value: Date, { inExtensionLocale, ...options }: Options<Intl.DateTimeFormatOptions> = {}) =>
      new Intl.DateTimeFormat(localeFor(inExtensionLocale), options).format(value),
  };
}

function wordsAt(words: Words, key: string): string | Words | null {
  let at: string | Words | undefined = words;
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || !Object.hasOwn(at, part)) return null;
    at = at[part];
  }
  return at ?? null;
}

/** {one: …, other: …} by `count`. */
function pluralOf(found: string | Words | null, count: unknown, locale: string): string | null {
  if (found === null || typeof found === 'string') return found;
  if (typeof count !== 'number') return null;
  const form = found[new Intl.PluralRules(locale).select(count)] ?? found['other'];
  return typeof form === 'string' ? form : null;
}

/** Text; or, where something else than text is put in, the parts in their order, as a component shows them. */
function fill(text: string, key: string, replacements: Replacements): string | unknown[] {
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (!Object.hasOwn(replacements, part)) {
      noteFault(`The words "${key}" ask for ${part}.`);
      return `{{${part}}}`;
    }
    const value = replacements[part];
    return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
  });
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}
