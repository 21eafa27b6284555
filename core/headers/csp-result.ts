import type { HeaderGradeInput, HeaderLine } from './input.ts';
import { isHtml, mediaTypeOf, valuesOf } from './input.ts';
import type { Csp } from './csp.ts';
import { combinedCsp, policiesIn } from './csp.ts';

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const BROAD_OR_INLINE = [...BROAD, "'unsafe-inline'", 'data:'];
const NONCE_OR_HASH = ["'sha256-", "'sha384-", "'sha512-", "'nonce-"];
/** Pictures and sound: they cannot act on the page. */
const PASSIVE = ['img-src', 'media-src'];
/** Browsers take these from the header alone. */
const NOT_IN_META = ['frame-ancestors', 'report-uri', 'sandbox'];
const EVERYTHING: ReadonlySet<string> = new Set(['*']);
const GOOD = [
  'csp-implemented-with-no-unsafe-default-src-none',
  'csp-implemented-with-no-unsafe',
  'csp-implemented-with-unsafe-inline-in-style-src-only',
  'csp-implemented-with-insecure-scheme-in-passive-content-only',
];

/** Result of the test `csp`. */
export function cspResult(input: HeaderGradeInput): string {
  const fromHeaders = policiesIn(valuesOf(input.headers, 'content-security-policy'));
  const mediaType = mediaTypeOf(input.contentType);
  const fromMeta =
    mediaType !== null && isHtml(mediaType) ? policiesIn(input.metaPolicies.filter((policy) => policy !== '')) : [];
  const csp = combinedCsp([...fromHeaders, ...fromMeta]);
  if (!csp) return 'csp-header-invalid';
  if (!hasEffect(fromHeaders, fromMeta)) {
    const isTried = valuesOf(input.headers, 'content-security-policy-report-only').some((value) => value !== '');
    return isTried ? 'csp-not-implemented-but-reporting-enabled' : 'csp-not-implemented';
  }
  const result = weaknessOf(csp, input.isHttpsReachable);
  return csp.repeatsReporting && GOOD.includes(result) ? 'csp-implemented-but-duplicate-directives' : result;
}

/** Who may frame the page, by the header policies; null: they do not say. In a meta element it is without effect. */
export function frameAncestors(headers: readonly HeaderLine[]): ReadonlySet<string> | null {
  const csp = combinedCsp(policiesIn(valuesOf(headers, 'content-security-policy')));
  return csp?.directives.get('frame-ancestors') ?? null;
}

function hasEffect(fromHeaders: readonly string[], fromMeta: readonly string[]): boolean {
  if ((combinedCsp(fromHeaders)?.directives.size ?? 0) > 0) return true;
  const inMeta = [...(combinedCsp(fromMeta)?.directives.keys() ?? [])];
  return inMeta.some((directive) => !NOT_IN_META.includes(directive));
}

/** The gravest weakness, in the order of the reference: one verdict a page. */
function weaknessOf({ directives }: Csp, isHttpsPage: boolean): string {
  // Lists that are meant by several directives are cleaned once, for all of them.
  const lists = new Map([...directives].map(([name, sources]) => [name, new Set(sources)]));
  const listOf = (name: string) => lists.get(name) ?? lists.get('default-src') ?? new Set(EVERYTHING);
  const script = listOf('script-src');
  const style = listOf('style-src');
  const object = listOf('object-src');
  for (const list of [script, style]) if (hasNonceOrHash(list)) list.delete("'unsafe-inline'");
  if (script.has("'strict-dynamic'")) {
    if (!hasNonceOrHash(script)) return 'csp-header-invalid';
    dropWhatStrictDynamicReplaces(script);
  }

  const isInsecure = (source: string) => isHttpsPage && (source.startsWith('http:') || source.startsWith('ftp:'));
  const active = [...lists].filter(([name]) => !PASSIVE.includes(name) && name !== 'script-src');
  const passive = PASSIVE.flatMap((name) => [...(lists.get(name) ?? lists.get('default-src') ?? [])]);

  if (holdsAny(script, BROAD_OR_INLINE) || holdsAny(object, BROAD)) return 'csp-implemented-with-unsafe-inline';
  if ([...active.flatMap(([, list]) => [...list]), ...script].some(isInsecure)) {
    return 'csp-implemented-with-insecure-scheme';
  }
  if (script.has("'unsafe-eval'") || style.has("'unsafe-eval'")) return 'csp-implemented-with-unsafe-eval';
  if (passive.some(isInsecure)) return 'csp-implemented-with-insecure-scheme-in-passive-content-only';
  if (holdsAny(style, BROAD_OR_INLINE)) return 'csp-implemented-with-unsafe-inline-in-style-src-only';
  const fallback = lists.get('default-src');
  return fallback?.size === 1 && fallback.has("'none'")
    ? 'csp-implemented-with-no-unsafe-default-src-none'
    : 'csp-implemented-with-no-unsafe';
}

/** Beside a nonce or a hash, 'strict-dynamic' makes browsers ignore hosts, schemes, 'self' and 'unsafe-inline'. */
function dropWhatStrictDynamicReplaces(script: Set<string>): void {
  for (const source of script) {
    const isReplaced = source === "'self'" || source === "'unsafe-inline'";
    if (isReplaced || BROAD.some((broad) => source.startsWith(broad))) script.delete(source);
  }
}

function hasNonceOrHash(list: ReadonlySet<string>): boolean {
  return [...list].some((source) => NONCE_OR_HASH.some((start) => source.startsWith(start)));
}

function holdsAny(list: ReadonlySet<string>, sources: readonly string[]): boolean {
  return sources.some((source) => list.has(source));
}
