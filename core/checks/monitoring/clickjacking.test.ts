import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { clickjacking } from './clickjacking.ts';

const judged = (headers: [string, string][], over: Parameters<typeof aHostProbe>[0] = { isPlatformHosted: false }) =>
  assess(clickjacking, { storefront: aStorefront({ hosts: [aHostProbe({ headers, ...over })] }) });
const csp = (policy: string): [string, string] => ['Content-Security-Policy', policy];
const xfo = (value: string): [string, string] => ['X-Frame-Options', value];

describe('security/clickjacking', () => {
  it.each([
    ['DENY', [xfo('DENY')], 'pass'],
    ['sameorigin', [xfo(' sameorigin ')], 'pass'],
    ['ALLOW-FROM, which browsers dropped', [xfo('ALLOW-FROM https://a.example')], 'fail'],
    ['none', [], 'fail'],
    ['frame-ancestors', [csp("default-src *; frame-ancestors 'self' https://a.example")], 'pass'],
    ['frame-ancestors for everybody', [csp('frame-ancestors *')], 'fail'],
    ['for everybody, and DENY, which counts no more', [csp('frame-ancestors https:'), xfo('DENY')], 'fail'],
    ['another policy', [csp("default-src 'self'")], 'fail'],
  ])('%s: %s', (_, headers, outcome) => {
    expect(judged(headers).outcome).toBe(outcome);
  });

  it('takes no meta element, and only shows what Shopify sets', () => {
    const over = { metaPolicies: ["frame-ancestors 'none'"] };
    expect(judged([], over)).toMatchObject({ outcome: 'pass', findings: [{ messageId: 'open', severity: 'info' }] });
  });
});
