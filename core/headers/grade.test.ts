import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Parser } from 'htmlparser2';
import { HEADER_GRADE_RULES } from '../data/header-grade-rules.ts';
import type { PageScript } from '../evidence/storefront.ts';
import { cookiesFrom } from './cookies.ts';
import type { HeaderTest } from './grade.ts';
import { gradeFor, gradeHeaders, HEADER_TESTS } from './grade.ts';
import type { HeaderGradeInput, ScriptSource } from './input.ts';

interface Example {
  readonly id: string;
  readonly input: {
    readonly headers: Readonly<Record<string, string>>;
    readonly setCookie?: readonly string[];
    readonly html?: string;
    readonly httpChain?: readonly string[];
    readonly cors?: { readonly origin: string; readonly headers: Readonly<Record<string, string>> };
  };
  readonly expect: {
    readonly score: number;
    readonly grade: string;
    readonly passed: number;
    readonly total: number;
    readonly modifiers: Readonly<Record<HeaderTest, number>>;
    readonly results: Readonly<Record<HeaderTest, string>>;
  };
}

const HOST = 'shop.example.in';
const FILE = join(import.meta.dirname, '../../test/examples/security/header-grade.examples.json');
const { cases: EXAMPLES, hstsPreload } = JSON.parse(readFileSync(FILE, 'utf8')) as {
  readonly cases: readonly Example[];
  readonly hstsPreload: HeaderGradeInput['hstsPreload'];
};

/** A page that answers over https, is reached from http, and sends nothing else. */
function anInput(over: Partial<HeaderGradeInput> = {}): HeaderGradeInput {
  return {
    host: HOST,
    contentType: 'text/html; charset=utf-8',
    headers: [],
    cookies: [],
    metaPolicies: [],
    metaReferrers: [],
    scripts: [],
    httpChain: [
      { url: `http://${HOST}/`, status: 301 },
      { url: `https://${HOST}/`, status: 200 },
    ],
    isHttpReachable: true,
    isHttpsReachable: true,
    isTlsTrusted: true,
    cors: null,
    hstsPreload,
    ...over,
  };
}

function inputOf({ input }: Example): HeaderGradeInput {
  const allowOrigin = input.cors?.headers['access-control-allow-origin'] ?? null;
  return anInput({
    headers: Object.entries(input.headers),
    cookies: cookiesFrom(input.setCookie ?? [], HOST),
    scripts: scriptsOf(input.html ?? ''),
    ...(input.httpChain && { httpChain: input.httpChain.map((url) => ({ url, status: 200 })) }),
    cors: input.cors
      ? {
          allowOrigin,
          isOriginReflected: allowOrigin === input.cors.origin,
          allowsCredentials: input.cors.headers['access-control-allow-credentials'] === 'true',
        }
      : null,
  });
}

function scriptsOf(html: string): ScriptSource[] {
  const scripts: ScriptSource[] = [];
  const parser = new Parser({
    onopentag(name, { src, integrity }) {
      if (name === 'script') scripts.push({ ...schemeAndSite(src), hasIntegrity: Boolean(integrity) });
    },
  });
  parser.end(html);
  return scripts;
}

function schemeAndSite(src: string | undefined): { scheme: PageScript['scheme']; isSameSite: boolean } {
  if (src === undefined) return { scheme: 'inline', isSameSite: true };
  if (src.startsWith('//')) return { scheme: 'protocol-relative', isSameSite: false };
  if (!/^https?:/.test(src)) return { scheme: 'relative', isSameSite: true };
  const { protocol, hostname } = new URL(src);
  return { scheme: protocol === 'https:' ? 'https' : 'http', isSameSite: hostname.endsWith('example.in') };
}

/** What one test says of a page that differs from the plain one in `over`. */
function resultOf(test: HeaderTest, over: Partial<HeaderGradeInput>): string {
  return gradeHeaders(anInput(over)).tests.find((one) => one.test === test)?.result ?? '';
}

const withHeader = (name: string, ...values: string[]): Partial<HeaderGradeInput> => ({
  headers: values.map((value): [string, string] => [name, value]),
});

describe('gradeHeaders', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const { score, grade, passed, total, tests } = gradeHeaders(inputOf(example));
    expect({
      score,
      grade,
      passed,
      total,
      modifiers: Object.fromEntries(tests.map(({ test, modifier }) => [test, modifier])),
      results: Object.fromEntries(tests.map(({ test, result }) => [test, result])),
    }).toEqual(example.expect);
  });

  it.each([
    [125, 'A+'],
    [100, 'A+'],
    [95, 'A'],
    [90, 'A'],
    [85, 'A-'],
    [80, 'B+'],
    [75, 'B'],
    [65, 'B-'],
    [60, 'C+'],
    [50, 'C'],
    [45, 'C-'],
    [40, 'D+'],
    [30, 'D'],
    [25, 'D-'],
    [20, 'F'],
    [0, 'F'],
  ])('%i points are %s', (score, grade) => {
    expect(gradeFor(score)).toBe(grade);
  });

  const good: [string, string][] = [
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['strict-transport-security', 'max-age=31536000'],
    ['x-content-type-options', 'nosniff'],
  ];
  it.each([
    ['counts bonuses where nothing is lost', good, 115],
    [
      'counts them from 90 points',
      good.slice(0, 2).concat([
        ['x-content-type-options', 'none'],
        ['corp', ''],
      ]),
      110,
    ],
    [
      'counts none below 90',
      good.slice(0, 1).concat([
        ['strict-transport-security', 'max-age=300'],
        ['x-content-type-options', 'x'],
      ]),
      85,
    ],
  ])('%s', (_, headers, score) => {
    expect(gradeHeaders(anInput({ headers })).score).toBe(score);
  });

  it('never falls below nothing', () => {
    const { score, grade } = gradeHeaders(
      anInput({
        scripts: [{ scheme: 'http', hasIntegrity: false, isSameSite: false }],
        cookies: cookiesFrom(['sess=1'], HOST),
        isHttpsReachable: false,
        httpChain: [{ url: `http://${HOST}/`, status: 200 }],
      }),
    );
    expect({ score, grade }).toEqual({ score: 0, grade: 'F' });
  });

  it('gives each result of the table a rule of its own test', () => {
    expect(new Set(HEADER_GRADE_RULES.map(({ result }) => result)).size).toBe(77);
    for (const { test } of HEADER_GRADE_RULES) expect([...HEADER_TESTS, 'html']).toContain(test);
  });
});

describe('csp', () => {
  it.each([
    ["default-src 'none'", 'implemented-with-no-unsafe-default-src-none'],
    ["default-src 'none' 'none'", 'implemented-with-no-unsafe-default-src-none'],
    ['DEFAULT-SRC', 'implemented-with-no-unsafe-default-src-none'],
    ["default-src 'self'", 'implemented-with-no-unsafe'],
    ["default-src 'self'; style-src 'unsafe-inline'", 'implemented-with-unsafe-inline-in-style-src-only'],
    ["default-src 'self'; style-src data:", 'implemented-with-unsafe-inline-in-style-src-only'],
    ["default-src 'self'; style-src https:", 'implemented-with-unsafe-inline-in-style-src-only'],
    ["script-src 'self'; object-src 'none'", 'implemented-with-unsafe-inline-in-style-src-only'],
    ["default-src 'self'; report-uri /a; report-uri /b", 'implemented-but-duplicate-directives'],
    ['default-src *; report-to a; report-to b', 'implemented-with-unsafe-inline'],
    ["default-src 'self'; img-src http:", 'implemented-with-insecure-scheme-in-passive-content-only'],
    ["default-src 'self'; media-src ftp://a.example", 'implemented-with-insecure-scheme-in-passive-content-only'],
    ["default-src 'self' 'unsafe-eval'", 'implemented-with-unsafe-eval'],
    ["default-src 'self'; style-src 'unsafe-eval'", 'implemented-with-unsafe-eval'],
    ["default-src 'self' 'unsafe-inline'", 'implemented-with-unsafe-inline'],
    ["script-src 'self'", 'implemented-with-unsafe-inline'], // plug-ins from everywhere
    ["object-src 'none'", 'implemented-with-unsafe-inline'], // scripts from everywhere
    ["default-src 'self'; script-src data:", 'implemented-with-unsafe-inline'],
    ["default-src 'self'; script-src https://*", 'implemented-with-unsafe-inline'],
    ["default-src 'self'; object-src *", 'implemented-with-unsafe-inline'],
    ["default-src 'self' 'unsafe-inline' 'nonce-abc'", 'implemented-with-no-unsafe'],
    ["default-src 'self' 'unsafe-inline' 'sha256-abc'", 'implemented-with-no-unsafe'],
    [
      "script-src 'nonce-a' 'strict-dynamic' https: 'unsafe-inline'; object-src 'none'; style-src 'self'",
      'implemented-with-no-unsafe',
    ],
    ["default-src 'nonce-a' 'strict-dynamic' https: *", 'implemented-with-no-unsafe'],
    ["default-src 'self'; connect-src http://a.example", 'implemented-with-insecure-scheme'],
    ['default-src http://a.example', 'implemented-with-insecure-scheme'],
    ["script-src 'strict-dynamic'; object-src 'none'", 'header-invalid'],
    ["default-src 'self'; default-src 'self'", 'header-invalid'],
    ["default-src 'self',", 'header-invalid'],
    ['', 'header-invalid'],
    ['defa', 'header-invalid'],
    [';;;;;;;', 'not-implemented'],
    ["default-src 'self' *, default-src 'self'", 'implemented-with-no-unsafe'],
    ['default-src https:, default-src http:', 'implemented-with-no-unsafe-default-src-none'],
    [
      "default-src 'none'; script-src https://a.example/x/, script-src https://a.example/",
      'implemented-with-no-unsafe-default-src-none',
    ],
  ])('%s: %s', (policy, result) => {
    expect(resultOf('csp', withHeader('Content-Security-Policy', policy))).toBe(`csp-${result}`);
  });

  it.each([
    ['', "default-src 'self'", 'csp-implemented-with-no-unsafe'],
    ['', "frame-ancestors 'none'; report-uri /a; sandbox", 'csp-not-implemented'],
    ['upgrade-insecure-requests', "default-src 'unsafe-inline'", 'csp-implemented-with-no-unsafe-default-src-none'],
    ['', 'defa', 'csp-header-invalid'],
  ])('header "%s" with meta "%s": %s', (header, meta, result) => {
    const headers: [string, string][] = header ? [['content-security-policy', header]] : [];
    expect(resultOf('csp', { headers, metaPolicies: [meta] })).toBe(result);
  });

  it('knows a policy that only reports, and reads no meta element of what is not a page', () => {
    expect(resultOf('csp', withHeader('content-security-policy-report-only', "default-src 'self'"))).toBe(
      'csp-not-implemented-but-reporting-enabled',
    );
    const metaPolicies = ["default-src 'self'"];
    expect(resultOf('csp', { metaPolicies, contentType: 'text/plain' })).toBe('csp-not-implemented');
  });

  it('asks for https only on a page that has it', () => {
    const policy = withHeader('content-security-policy', 'default-src http://a.example');
    expect(resultOf('csp', { ...policy, isHttpsReachable: false })).toBe('csp-implemented-with-no-unsafe');
  });
});

describe('cookies', () => {
  it.each([
    [[], 'cookies-not-found'],
    [['a=1; Secure; SameSite=Lax'], 'cookies-secure-with-httponly-sessions-and-samesite'],
    [
      ['a=1; secure; samesite=none', 'b=2; Secure; SameSite=STRICT'],
      'cookies-secure-with-httponly-sessions-and-samesite',
    ],
    [['a=1; Secure'], 'cookies-secure-with-httponly-sessions'],
    [['a=1'], 'cookies-without-secure-flag'],
    [['a=1; Secure; SameSite=maybe'], 'cookies-samesite-flag-invalid'],
    [['a=1; Secure; SameSite'], 'cookies-samesite-flag-invalid'],
    [['a=1; SameSite=None'], 'cookies-samesite-flag-invalid'],
    [['_csrf=1; Secure'], 'cookies-anticsrf-without-samesite-flag'],
    [['XCSRF=1; Secure; SameSite=maybe'], 'cookies-anticsrf-without-samesite-flag'],
    [['cart_sess=1; Secure; SameSite=Lax'], 'cookies-session-without-httponly-flag'],
    [['LoginId=1; HttpOnly; SameSite=Lax'], 'cookies-session-without-secure-flag'],
    [['login=1', 'a=1'], 'cookies-session-without-secure-flag'],
    [['heroku-session-affinity=1'], 'cookies-not-found'],
    [['=1', 'noname', 'a=1; Domain=other.example'], 'cookies-not-found'],
    [['a=1', 'a=2; Secure; SameSite=Lax'], 'cookies-secure-with-httponly-sessions-and-samesite'],
  ])('%j: %s', (lines, result) => {
    expect(resultOf('cookies', { cookies: cookiesFrom(lines, HOST) })).toBe(result);
  });

  it.each([
    [['a=1'], 'cookies-without-secure-flag-but-protected-by-hsts'],
    [['sess=1; HttpOnly'], 'cookies-session-without-secure-flag-but-protected-by-hsts'],
    [['sess=1'], 'cookies-session-without-httponly-flag'],
  ])('behind HSTS %j: %s', (lines, result) => {
    const headers = withHeader('strict-transport-security', 'max-age=15552000');
    expect(resultOf('cookies', { ...headers, cookies: cookiesFrom(lines, HOST) })).toBe(result);
  });
});

describe('hsts', () => {
  it.each([
    ['max-age=15552000', 'implemented-max-age-at-least-six-months'],
    ['max-age=15551999', 'implemented-max-age-less-than-six-months'],
    ['max-age=7889238', 'implemented-max-age-less-than-six-months'],
    ['includeSubDomains; MAX-AGE="63072000"', 'implemented-max-age-at-least-six-months'],
    ['max-age=0', 'implemented-max-age-less-than-six-months'],
    ['max-age=abc', 'header-invalid'], // not a number is not long enough
    ['max-age=', 'header-invalid'],
    ['includeSubDomains', 'header-invalid'],
    ['max-age=31536000, max-age=31536000', 'header-invalid'],
    ['', 'not-implemented'],
  ])('%s: %s', (value, result) => {
    expect(resultOf('hsts', withHeader('Strict-Transport-Security', value))).toBe(`hsts-${result}`);
  });

  it.each([
    ['preloaded-shop.in', 'hsts-preloaded'],
    ['www.preloaded-shop.in', 'hsts-preloaded'],
    ['nosub-shop.in', 'hsts-preloaded'],
    ['www.nosub-shop.in', 'hsts-not-implemented'],
    ['constructor', 'hsts-not-implemented'],
  ])('%s: %s', (host, result) => {
    expect(resultOf('hsts', { host })).toBe(result);
  });

  it('counts for nothing over a certificate that is not trusted, or without https', () => {
    const headers = withHeader('strict-transport-security', 'max-age=31536000');
    expect(resultOf('hsts', { ...headers, isTlsTrusted: false })).toBe('hsts-invalid-cert');
    expect(resultOf('hsts', { ...headers, isHttpsReachable: false })).toBe('hsts-not-implemented-no-https');
  });
});

describe('redirection', () => {
  const over = (...urls: string[]) => ({ httpChain: urls.map((url) => ({ url, status: 301 })) });
  it.each([
    [['http://a.example/', 'https://a.example/'], 'redirection-to-https'],
    [['http://A.example:80/', 'https://a.example/', 'https://www.a.example/'], 'redirection-to-https'],
    [['http://a.example/', 'https://www.a.example/'], 'redirection-off-host-from-http'],
    [
      ['http://a.example/', 'http://www.a.example/', 'https://www.a.example/'],
      'redirection-not-to-https-on-initial-redirection',
    ],
    [['http://a.example/', 'http://www.a.example/'], 'redirection-not-to-https'],
    [['http://a.example/', 'https://a.example/', 'http://a.example/x'], 'redirection-not-to-https'],
    [['http://a.example/'], 'redirection-missing'],
    [['http://preloaded-shop.in/'], 'redirection-all-redirects-preloaded'],
    [['http://preloaded-shop.in/', 'https://a.example/'], 'redirection-off-host-from-http'],
  ])('%j: %s', (urls, result) => {
    expect(resultOf('redirection', over(...urls))).toBe(result);
  });

  it('is not needed where nothing answers, and not trusted over a bad certificate', () => {
    expect(resultOf('redirection', { isHttpReachable: false, httpChain: [] })).toBe('redirection-not-needed-no-http');
    expect(resultOf('redirection', { isTlsTrusted: false })).toBe('redirection-invalid-cert');
  });
});

describe('sri', () => {
  const script = (scheme: PageScript['scheme'], hasIntegrity: boolean, isSameSite: boolean) => ({
    scheme,
    hasIntegrity,
    isSameSite,
  });
  it.each([
    ['none', [], 'sri-not-implemented-but-no-scripts-loaded'],
    ['inline', [script('inline', false, true)], 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin'],
    ['own', [script('relative', false, true)], 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin'],
    ['own, http', [script('http', false, true)], 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin'],
    ['own with checksum', [script('relative', true, true)], 'sri-implemented-and-all-scripts-loaded-securely'],
    [
      'own http with checksum',
      [script('http', true, true)],
      'sri-not-implemented-but-all-scripts-loaded-from-secure-origin',
    ],
    ['foreign with checksum', [script('https', true, false)], 'sri-implemented-and-external-scripts-loaded-securely'],
    ['foreign', [script('https', false, false)], 'sri-not-implemented-but-external-scripts-loaded-securely'],
    ['foreign http', [script('http', false, false)], 'sri-not-implemented-and-external-scripts-not-loaded-securely'],
    [
      'foreign http, checksum',
      [script('http', true, false)],
      'sri-implemented-but-external-scripts-not-loaded-securely',
    ],
    [
      'without scheme',
      [script('protocol-relative', false, true)],
      'sri-not-implemented-and-external-scripts-not-loaded-securely',
    ],
    [
      'the later of the order wins',
      [script('http', true, false), script('https', false, false), script('relative', true, true)],
      'sri-not-implemented-but-external-scripts-loaded-securely',
    ],
  ] as const)('%s', (_, scripts, result) => {
    expect(resultOf('sri', { scripts })).toBe(result);
  });

  it.each([
    ['text/plain', [], 'sri-not-implemented-response-not-html'],
    ['application/xhtml+xml', [], 'sri-not-implemented-but-no-scripts-loaded'],
    [null, [], 'sri-not-implemented-but-no-scripts-loaded'],
    ['text/html', null, 'html-not-parseable'],
  ])('%s', (contentType, scripts, result) => {
    expect(resultOf('sri', { contentType, scripts })).toBe(result);
  });
});

describe('the other headers', () => {
  it.each<[HeaderTest, string, string[], string]>([
    ['referrer', 'referrer-policy', ['no-referrer'], 'referrer-policy-private'],
    ['referrer', 'Referrer-Policy', ['origin, Strict-Origin-When-Cross-Origin'], 'referrer-policy-private'],
    ['referrer', 'referrer-policy', ['same-origin', 'unsafe-url'], 'referrer-policy-unsafe'],
    ['referrer', 'referrer-policy', ['no-referrer, nonsense'], 'referrer-policy-private'],
    ['referrer', 'referrer-policy', ['nonsense'], 'referrer-policy-header-invalid'],
    ['referrer', 'referrer-policy', [''], 'referrer-policy-header-invalid'],
    ['referrer', 'x-other', ['no-referrer'], 'referrer-policy-not-implemented'],
    ['xcto', 'X-Content-Type-Options', [' NoSniff '], 'x-content-type-options-nosniff'],
    ['xcto', 'x-content-type-options', ['nosniff, nosniff'], 'x-content-type-options-header-invalid'],
    ['xcto', 'x-content-type-options', [''], 'x-content-type-options-not-implemented'],
    ['xfo', 'x-frame-options', ['deny'], 'x-frame-options-sameorigin-or-deny'],
    ['xfo', 'x-frame-options', ['SAMEORIGIN', 'x'], 'x-frame-options-sameorigin-or-deny'],
    ['xfo', 'x-frame-options', ['ALLOW-FROM https://a.example'], 'x-frame-options-allow-from-origin'],
    ['xfo', 'x-frame-options', ['allow'], 'x-frame-options-header-invalid'],
    ['xfo', 'content-security-policy', ['frame-ancestors *'], 'x-frame-options-implemented-via-csp'],
    ['xfo', 'content-security-policy', ["default-src 'self'"], 'x-frame-options-not-implemented'],
    ['corp', 'cross-origin-resource-policy', ['Same-Origin'], 'corp-implemented-with-same-origin'],
    ['corp', 'cross-origin-resource-policy', ['same-site'], 'corp-implemented-with-same-site'],
    ['corp', 'cross-origin-resource-policy', ['cross-origin'], 'corp-implemented-with-cross-origin'],
    ['corp', 'cross-origin-resource-policy', ['same-site', 'same-site'], 'corp-header-invalid'],
    ['corp', 'cross-origin-resource-policy', [''], 'corp-not-implemented'],
    ['coop', 'cross-origin-opener-policy', ['same-origin'], 'coop-implemented-with-same-origin'],
    [
      'coop',
      'cross-origin-opener-policy',
      ['same-origin-allow-popups'],
      'coop-implemented-with-same-origin-allow-popups',
    ],
    ['coop', 'cross-origin-opener-policy', ['noopener-allow-popups'], 'coop-implemented-with-noopener-allow-popups'],
    ['coop', 'cross-origin-opener-policy', ['same-origin; report-to="a"'], 'coop-implemented-with-same-origin'],
    ['coop', 'cross-origin-opener-policy', ['unsafe-none'], 'coop-implemented-with-unsafe-none'],
    ['coop', 'cross-origin-opener-policy', ['Same-Origin'], 'coop-header-invalid'],
    ['coop', 'cross-origin-opener-policy', ['"same-origin"'], 'coop-header-invalid'],
    ['coop', 'cross-origin-opener-policy', ['same-origin;'], 'coop-header-invalid'],
    ['coop', 'cross-origin-opener-policy', ['same-origin', 'same-origin'], 'coop-header-invalid'],
    ['coop', 'cross-origin-opener-policy', ['same-origin, same-origin'], 'coop-header-invalid'],
    ['coep', 'cross-origin-embedder-policy', ['require-corp'], 'coep-implemented-with-require-corp'],
    ['coep', 'cross-origin-embedder-policy', ['credentialless;a=1'], 'coep-implemented-with-credentialless'],
    ['coep', 'cross-origin-embedder-policy', ['unsafe-none'], 'coep-implemented-with-unsafe-none'],
    ['coep', 'cross-origin-embedder-policy', ['same-origin'], 'coep-header-invalid'],
    ['coep', 'cross-origin-embedder-policy', [], 'coep-not-implemented'],
  ])('%s of %s %j: %s', (test, name, values, result) => {
    expect(resultOf(test, withHeader(name, ...values))).toBe(result);
  });

  it('lets frame-ancestors of a meta element protect nobody, as browsers do', () => {
    expect(resultOf('xfo', { metaPolicies: ["default-src 'self'; frame-ancestors 'none'"] })).toBe(
      'x-frame-options-not-implemented',
    );
  });

  it('lets the meta element of the page speak last about the referrer', () => {
    const headers = withHeader('referrer-policy', 'no-referrer');
    expect(resultOf('referrer', { ...headers, metaReferrers: ['no-referrer', 'unsafe-url'] })).toBe(
      'referrer-policy-unsafe',
    );
  });

  it.each([
    [null, 'not-implemented'],
    [{ allowOrigin: null, isOriginReflected: false, allowsCredentials: true }, 'not-implemented'],
    [{ allowOrigin: '*', isOriginReflected: false, allowsCredentials: true }, 'implemented-with-public-access'],
    [
      { allowOrigin: 'https://probe.example', isOriginReflected: true, allowsCredentials: false },
      'implemented-with-restricted-access',
    ],
    [
      { allowOrigin: 'https://a.example', isOriginReflected: false, allowsCredentials: true },
      'implemented-with-restricted-access',
    ],
    [
      { allowOrigin: 'https://probe.example', isOriginReflected: true, allowsCredentials: true },
      'implemented-with-universal-access',
    ],
  ])('cors %j: %s', (cors, result) => {
    expect(resultOf('cors', { cors })).toBe(`cross-origin-resource-sharing-${result}`);
  });
});
