/**
 * What each result of the twelve header tests is worth. A score starts at 100; bonuses count only where the score
 * without them is 90 or more. Source: algorithm 6 of MDN HTTP Observatory 1.6.3 (2026-08). Its table is under MPL-2.0;
 * what stands here are its facts, restated, and no file of it.
 */
export interface HeaderGradeRule {
  readonly test: string;
  readonly result: string;
  /** Points that it adds. */
  readonly modifier: number;
  /** Counts among the tests that are passed, which is apart from the points. */
  readonly isPass: boolean;
  readonly condition: string;
}

export const PERFECT_SCORE = 100;
/** From this score on, without them, bonuses count. */
export const BONUS_FROM_SCORE = 90;

/** Lowest score of each grade, best first. Below the last one: F. */
export const GRADES_FROM_SCORE: readonly (readonly [lowest: number, grade: string])[] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
];

type Row = readonly [test: string, result: string, modifier: number, mark: 'pass' | 'fail', condition: string];

const ROWS: readonly Row[] = [
  [
    'csp',
    'csp-implemented-with-no-unsafe-default-src-none',
    10,
    'pass',
    'policy present, default-src is exactly none, nothing unsafe',
  ],
  ['csp', 'csp-implemented-with-no-unsafe', 5, 'pass', 'policy present, nothing unsafe'],
  [
    'csp',
    'csp-implemented-with-unsafe-inline-in-style-src-only',
    0,
    'pass',
    'unsafe-inline, data: or broad source only in style-src',
  ],
  ['csp', 'csp-implemented-but-duplicate-directives', 0, 'pass', 'passes, but report-uri or report-to is repeated'],
  [
    'csp',
    'csp-implemented-with-insecure-scheme-in-passive-content-only',
    -10,
    'pass',
    'http: or ftp: only for images or media (or default-src) of an https page',
  ],
  ['csp', 'csp-implemented-with-unsafe-eval', -10, 'fail', 'unsafe-eval in script-src or style-src'],
  [
    'csp',
    'csp-implemented-with-unsafe-inline',
    -20,
    'fail',
    'unsafe-inline or data: in script-src, or broad source in script-src or object-src, or one of them missing without default-src; unsafe-inline is ignored beside a nonce or hash',
  ],
  ['csp', 'csp-implemented-with-insecure-scheme', -20, 'fail', 'http: or ftp: for active content of an https page'],
  [
    'csp',
    'csp-header-invalid',
    -25,
    'fail',
    'cannot be parsed, repeats a directive, or strict-dynamic without nonce or hash',
  ],
  [
    'csp',
    'csp-not-implemented',
    -25,
    'fail',
    'none (a meta element with only frame-ancestors, report-uri or sandbox counts as none)',
  ],
  ['csp', 'csp-not-implemented-but-reporting-enabled', -25, 'fail', 'report-only header alone'],
  [
    'cookies',
    'cookies-secure-with-httponly-sessions-and-samesite',
    5,
    'pass',
    'all Secure, session cookies HttpOnly, all SameSite',
  ],
  [
    'cookies',
    'cookies-secure-with-httponly-sessions',
    0,
    'pass',
    'all Secure, session cookies HttpOnly, some without SameSite',
  ],
  ['cookies', 'cookies-not-found', 0, 'pass', 'no cookie'],
  ['cookies', 'cookies-without-secure-flag-but-protected-by-hsts', -5, 'fail', 'not Secure but HSTS test passes'],
  [
    'cookies',
    'cookies-session-without-secure-flag-but-protected-by-hsts',
    -10,
    'fail',
    'session cookie not Secure but HSTS test passes',
  ],
  ['cookies', 'cookies-without-secure-flag', -20, 'fail', 'not Secure'],
  ['cookies', 'cookies-samesite-flag-invalid', -20, 'fail', 'unknown SameSite, or None without Secure'],
  ['cookies', 'cookies-anticsrf-without-samesite-flag', -20, 'fail', 'name contains csrf and SameSite missing'],
  ['cookies', 'cookies-session-without-httponly-flag', -30, 'fail', 'name contains login or sess and HttpOnly missing'],
  [
    'cookies',
    'cookies-session-without-secure-flag',
    -40,
    'fail',
    'name contains login or sess and Secure missing, no HSTS',
  ],
  ['cors', 'cross-origin-resource-sharing-not-implemented', 0, 'pass', 'no allow-origin on the preflight'],
  ['cors', 'cross-origin-resource-sharing-implemented-with-public-access', 0, 'pass', 'allow-origin *'],
  ['cors', 'cross-origin-resource-sharing-implemented-with-restricted-access', 0, 'pass', 'other allow-origin'],
  [
    'cors',
    'cross-origin-resource-sharing-implemented-with-universal-access',
    -50,
    'fail',
    'probe origin reflected with allow-credentials true',
  ],
  ['redirection', 'redirection-all-redirects-preloaded', 0, 'pass', 'every host of the chain is HSTS-preloaded'],
  ['redirection', 'redirection-to-https', 0, 'pass', 'first hop is https on the same host and the end is https'],
  ['redirection', 'redirection-not-needed-no-http', 0, 'pass', 'port 80 does not answer'],
  ['redirection', 'redirection-off-host-from-http', -5, 'fail', 'first hop to https changes the host'],
  ['redirection', 'redirection-not-to-https-on-initial-redirection', -10, 'fail', 'http to http before https'],
  ['redirection', 'redirection-not-to-https', -20, 'fail', 'ends on http'],
  ['redirection', 'redirection-missing', -20, 'fail', 'no redirect'],
  ['redirection', 'redirection-invalid-cert', -20, 'fail', 'certificate not valid on the way'],
  [
    'referrer',
    'referrer-policy-private',
    5,
    'pass',
    'last known value is no-referrer, same-origin, strict-origin or strict-origin-when-cross-origin',
  ],
  ['referrer', 'referrer-policy-not-implemented', 0, 'pass', 'absent (passes)'],
  [
    'referrer',
    'referrer-policy-unsafe',
    -5,
    'fail',
    'origin, origin-when-cross-origin, unsafe-url or no-referrer-when-downgrade',
  ],
  ['referrer', 'referrer-policy-header-invalid', -5, 'fail', 'no known value'],
  ['hsts', 'hsts-preloaded', 5, 'pass', 'host in the preload list (parent counts only with subdomains)'],
  ['hsts', 'hsts-implemented-max-age-at-least-six-months', 0, 'pass', 'max-age at least 15552000'],
  ['hsts', 'hsts-implemented-max-age-less-than-six-months', -10, 'fail', 'max-age below 15552000'],
  ['hsts', 'hsts-not-implemented', -20, 'fail', 'absent'],
  ['hsts', 'hsts-header-invalid', -20, 'fail', 'comma in the value or no max-age'],
  ['hsts', 'hsts-not-implemented-no-https', -20, 'fail', 'https does not answer'],
  ['hsts', 'hsts-invalid-cert', -20, 'fail', 'certificate not valid'],
  ['sri', 'sri-implemented-and-all-scripts-loaded-securely', 5, 'pass', 'same-origin script with integrity'],
  [
    'sri',
    'sri-implemented-and-external-scripts-loaded-securely',
    5,
    'pass',
    'all external scripts https with integrity',
  ],
  ['sri', 'sri-not-implemented-response-not-html', 0, 'pass', 'not html'],
  ['sri', 'sri-not-implemented-but-no-scripts-loaded', 0, 'pass', 'no script element'],
  [
    'sri',
    'sri-not-implemented-but-all-scripts-loaded-from-secure-origin',
    0,
    'pass',
    'only own registrable domain or relative',
  ],
  [
    'sri',
    'sri-not-implemented-but-external-scripts-loaded-securely',
    -5,
    'fail',
    'external https script without integrity',
  ],
  [
    'sri',
    'sri-implemented-but-external-scripts-not-loaded-securely',
    -20,
    'fail',
    'external http or protocol-relative script with integrity',
  ],
  [
    'sri',
    'sri-not-implemented-and-external-scripts-not-loaded-securely',
    -50,
    'fail',
    'external http or protocol-relative script without integrity',
  ],
  ['xcto', 'x-content-type-options-nosniff', 0, 'pass', 'nosniff'],
  ['xcto', 'x-content-type-options-not-implemented', -5, 'fail', 'absent'],
  ['xcto', 'x-content-type-options-header-invalid', -5, 'fail', 'other value'],
  ['xfo', 'x-frame-options-implemented-via-csp', 5, 'pass', 'frame-ancestors in a header policy'],
  ['xfo', 'x-frame-options-sameorigin-or-deny', 5, 'pass', 'SAMEORIGIN or DENY'],
  ['xfo', 'x-frame-options-allow-from-origin', 0, 'pass', 'ALLOW-FROM'],
  ['xfo', 'x-frame-options-not-implemented', -20, 'fail', 'absent'],
  ['xfo', 'x-frame-options-header-invalid', -20, 'fail', 'other value'],
  ['corp', 'corp-implemented-with-same-origin', 10, 'pass', 'same-origin'],
  ['corp', 'corp-implemented-with-same-site', 10, 'pass', 'same-site'],
  ['corp', 'corp-implemented-with-cross-origin', 0, 'pass', 'cross-origin'],
  ['corp', 'corp-not-implemented', 0, 'pass', 'absent'],
  ['corp', 'corp-header-invalid', -5, 'fail', 'other value'],
  ['coop', 'coop-implemented-with-same-origin', 10, 'pass', 'same-origin'],
  ['coop', 'coop-implemented-with-same-origin-allow-popups', 10, 'pass', 'same-origin-allow-popups'],
  ['coop', 'coop-implemented-with-noopener-allow-popups', 10, 'pass', 'noopener-allow-popups'],
  ['coop', 'coop-implemented-with-unsafe-none', 0, 'pass', 'unsafe-none'],
  ['coop', 'coop-not-implemented', 0, 'pass', 'absent'],
  ['coop', 'coop-header-invalid', -5, 'fail', 'not a known structured-field token or sent twice'],
  ['coep', 'coep-implemented-with-require-corp', 10, 'pass', 'require-corp'],
  ['coep', 'coep-implemented-with-credentialless', 10, 'pass', 'credentialless'],
  ['coep', 'coep-implemented-with-unsafe-none', 0, 'pass', 'unsafe-none'],
  ['coep', 'coep-not-implemented', 0, 'pass', 'absent'],
  ['coep', 'coep-header-invalid', -5, 'fail', 'not a known structured-field token or sent twice'],
  ['html', 'html-not-parseable', -20, 'fail', 'body cannot be parsed'],
];

export const HEADER_GRADE_RULES: readonly HeaderGradeRule[] = ROWS.map(([test, result, modifier, mark, condition]) => ({
  test,
  result,
  modifier,
  isPass: mark === 'pass',
  condition,
}));
