import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { hsts } from './hsts.ts';

const judged = (value: string | null, over: Parameters<typeof aHostProbe>[0] = { isPlatformHosted: false }) => {
  const headers: [string, string][] = value === null ? [] : [['strict-transport-security', value]];
  return assess(hsts, { storefront: aStorefront({ hosts: [aHostProbe({ headers, ...over })] }) });
};

describe('security/hsts', () => {
  it.each([
    ['max-age=15552000', []],
    ['max-age=63072000; includeSubDomains; preload', []],
    ['max-age=15551999', ['short']],
    ['max-age=0', ['short']],
    ['max-age=abc', ['unreadable']],
    ['includeSubDomains', ['unreadable']],
    ['', ['missing']],
    [null, ['missing']],
  ])('%s', (value, wanted) => {
    const { findings, outcome } = judged(value);
    expect(findings.map(({ messageId }) => messageId)).toEqual(wanted);
    expect(outcome).toBe(wanted.length > 0 ? 'fail' : 'pass');
  });

  it('shows the 91 days of Shopify and does not score them', () => {
    const { outcome, findings } = judged('max-age=7889238', {});
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'short', severity: 'info', data: { days: 91 } }]);
  });

  it('judges no host that only leads to another one', () => {
    const main = aHostProbe({ headers: [['strict-transport-security', 'max-age=31536000']] });
    const hosts = [main, aHostProbe({ host: 'old.example', headers: [], pages: [] })];
    expect(assess(hsts, { storefront: aStorefront({ hosts }) })).toMatchObject({ outcome: 'pass', findings: [] });
  });

  it.each([
    ['blocked', 'blocked'],
    ['locked', 'too-little'],
    ['timed-out', 'timed-out'],
  ] as const)('a main host that is %s leaves it open: %s', (outcome, reason) => {
    const hosts = [aHostProbe({ outcome, pages: [] }), aHostProbe({ host: 'b.example' })];
    expect(assess(hsts, { storefront: aStorefront({ hosts }) })).toMatchObject({
      outcome: 'notAssessed',
      notAssessed: [{ kind: 'storefront', reason }],
    });
  });
});
