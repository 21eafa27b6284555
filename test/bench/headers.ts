import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { cookiesFrom } from '../../core/headers/cookies.ts';
import { gradeOf } from '../../core/headers/grade-of.ts';
import type { HostProbe } from '../../core/evidence/storefront.ts';
import { cspFindings } from '../../server/csp/csp-findings.ts';
import { aHostProbe, aPage, aPageScript } from '../security-factories.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const GOAL_MS = 5;
const SCRIPTS = 300;
const COOKIES = 20;
const SOURCES = 20;

const HEADER_POLICY = "block-all-mixed-content; frame-ancestors 'none'; upgrade-insecure-requests;";
const SOURCE_LIST = Array.from({ length: SOURCES }, (_, n) => `https://cdn-${n}.example`).join(' ');
const META_POLICY = ['default-src', 'script-src', 'style-src', 'img-src', 'connect-src']
  .map((directive) => `${directive} 'self' 'unsafe-inline' ${SOURCE_LIST}`)
  .join('; ');

/**
 * The verdict on headers and policies of one page, from the raw lines to the grade. The peer is csp_evaluator alone on
 * the same policies: a part of that work, and what anybody would take for it.
 */
export async function benchHeaders(): Promise<BenchLine[]> {
  const verdict = () => [
    gradeOf({ ...PROBE, cookies: cookiesFrom(SET_COOKIE, PROBE.host) }),
    cspFindings([HEADER_POLICY, META_POLICY]),
  ];
  // csp_evaluator is a part of both: whoever came first would pay for its compilation.
  await medianMs(100, verdict);
  const whole = await medianMs(300, verdict);
  const grade = await medianMs(300, () => gradeOf({ ...PROBE, cookies: cookiesFrom(SET_COOKIE, PROBE.host) }));
  const peer = await medianMs(300, () =>
    [HEADER_POLICY, META_POLICY].map((policy) => new CspEvaluator(new CspParser(policy).csp).evaluate()),
  );
  return [
    {
      what: `header and CSP verdict of a page, ${SCRIPTS} scripts, ${COOKIES} cookies, ${5 * SOURCES} CSP sources`,
      ours: ms(whole),
      peer: `csp_evaluator 1.1.8, the CSP alone ${ms(peer)}`,
      ratio: times(whole / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: whole < GOAL_MS,
    },
    {
      what: 'the grade of its twelve header tests, CSP among them',
      ours: ms(grade),
      peer: `csp_evaluator 1.1.8, the CSP alone ${ms(peer)}`,
      ratio: times(grade / peer),
      goal: 'at most 1×',
      isMet: grade <= peer,
    },
  ];
}

const PROBE: HostProbe = aHostProbe({
  headers: [
    ['content-security-policy', HEADER_POLICY],
    ['strict-transport-security', 'max-age=7889238'],
    ['x-content-type-options', 'nosniff'],
    ['content-type', 'text/html; charset=utf-8'],
    ...Array.from({ length: 26 }, (_, n): [string, string] => [`x-invented-${n}`, `value ${n}`]),
  ],
  metaPolicies: [META_POLICY],
  pages: [
    aPage({
      scripts: Array.from({ length: SCRIPTS }, (_, n) =>
        aPageScript({ host: `cdn-${n % SOURCES}.example`, hasIntegrity: n % 3 === 0 }),
      ),
    }),
  ],
});
const SET_COOKIE = Array.from(
  { length: COOKIES },
  (_, n) => `_invented_${n}=${'0'.repeat(64)}; Path=/; Expires=Mon, 22 Nov 2027 06:30:00 GMT; Secure; SameSite=Lax`,
);
