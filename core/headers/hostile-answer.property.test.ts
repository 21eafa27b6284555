import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cookiesFrom } from './cookies.ts';
import { gradeHeaders } from './grade.ts';

const NAMES = [
  'Content-Security-Policy',
  'strict-transport-security',
  'x-frame-options',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  '__proto__',
];
const word = fc.oneof(
  fc.constantFrom("default-src 'self'", "script-src 'strict-dynamic'", ';', ',', 'max-age=', '99999999999999999999'),
  fc.constantFrom(
    'same-origin',
    '; a="',
    'DENY',
    'no-referrer',
    "'nonce-",
    'SameSite=',
    'Secure',
    '__Host-sess=1',
    '\r\n',
  ),
  fc.string({ maxLength: 12 }),
);
const value = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const scripts = fc.array(
  fc.record({
    scheme: fc.constantFrom('https', 'http', 'relative', 'protocol-relative', 'data', 'blob', 'inline'),
    hasIntegrity: fc.boolean(),
    isSameSite: fc.boolean(),
  }),
  { maxLength: 4 },
);

describe('an answer that somebody hostile sent', () => {
  it('always gets a grade that is the sum of its tests', () => {
    fc.assert(
      fc.property(
        fc.record({
          host: value,
          contentType: fc.option(value),
          headers: fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 }),
          cookies: fc.array(value, { maxLength: 4 }).map((lines) => cookiesFrom(lines, 'a.example')),
          metaPolicies: fc.array(value, { maxLength: 2 }),
          metaReferrers: fc.array(value, { maxLength: 2 }),
          scripts: fc.option(scripts),
          httpChain: fc.array(fc.record({ url: value, status: fc.integer() }), { maxLength: 3 }),
          isHttpReachable: fc.boolean(),
          isHttpsReachable: fc.boolean(),
          isTlsTrusted: fc.boolean(),
          cors: fc.constant(null),
          hstsPreload: fc.constant({}),
        }),
        (input) => {
          const { score, tests } = gradeHeaders(input);
          const sum = (modifiers: number[]) => modifiers.reduce((total, modifier) => total + modifier, 100);
          const all = tests.map(({ modifier }) => modifier);
          const losses = sum(all.filter((modifier) => modifier < 0));
          expect(tests).toHaveLength(12);
          expect(score).toBe(Math.max(0, losses >= 90 ? sum(all) : losses));
        },
      ),
      { numRuns: 500 },
    );
  });
});
