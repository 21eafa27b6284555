import type { CookieSeen, CorsSeen, HttpHop, PageScript } from '../evidence/storefront.ts';

/** What one visit of a home page showed, as far as its headers are graded. */
export interface HeaderGradeInput {
  readonly host: string;
  /** The header's value; null where it is missing. */
  readonly contentType: string | null;
  /** Of the page's last answer; a name may come more than once. Set-Cookie is not here. */
  readonly headers: readonly HeaderLine[];
  readonly cookies: readonly CookieSeen[];
  /** Policies in meta elements, in the order of the page. */
  readonly metaPolicies: readonly string[];
  /** Contents of `<meta name="referrer">`, in the order of the page. */
  readonly metaReferrers: readonly string[];
  /** Every script element, inline ones too. Null: the page could not be parsed. */
  readonly scripts: readonly ScriptSource[] | null;
  /** From http://host/, hop by hop. */
  readonly httpChain: readonly HttpHop[];
  readonly isHttpReachable: boolean;
  readonly isHttpsReachable: boolean;
  readonly isTlsTrusted: boolean;
  readonly cors: CorsSeen | null;
  /** Entries of the browsers' HSTS preload list that concern these hosts, by name. */
  readonly hstsPreload: PreloadEntries;
}

export type HeaderLine = readonly [name: string, value: string];

export interface ScriptSource {
  readonly scheme: PageScript['scheme'];
  readonly hasIntegrity: boolean;
  /** Under the same registrable domain as the page. */
  readonly isSameSite: boolean;
}

export type PreloadEntries = Readonly<Record<string, { readonly includeSubDomains: boolean }>>;

/** A header longer than this says nothing that a browser would read. */
const LONGEST_VALUE = 65_536;

/** Every value of a header, in order. Names in any case. */
export function valuesOf(headers: readonly HeaderLine[], name: string): string[] {
  const values: string[] = [];
  for (const [given, value] of headers) if (given.toLowerCase() === name) values.push(value.slice(0, LONGEST_VALUE));
  return values;
}

/** The first value of a header; null where it is missing or empty. */
export function firstValueOf(headers: readonly HeaderLine[], name: string): string | null {
  return valuesOf(headers, name)[0] || null;
}

const HTML_TYPES = ['text/html', 'application/xhtml+xml'];

/** The bare type, "text/html"; null where the header is missing or empty. */
export function mediaTypeOf(contentType: string | null): string | null {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() || null;
}

export function isHtml(mediaType: string): boolean {
  return HTML_TYPES.includes(mediaType);
}
