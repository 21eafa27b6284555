import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aHostProbe, aPage, aStorefront } from '../../../test/security-factories.ts';
import { legacyScripts as check } from './legacy-scripts.ts';

const loaded = (path: string) => aPage({ path, hasLegacyLoader: true });

describe('security/legacy-scripts', () => {
  it('fails pages with the old loader, once a host', () => {
    const storefront = aStorefront({
      hosts: [aHostProbe({ pages: [aPage(), loaded('/cart'), loaded('/products/a')] })],
    });
    const { outcome, findings } = assess(check, { storefront });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([
      { subject: 'invented-shop.example', data: { path: '/cart', count: 2 }, severity: 'medium' },
    ]);
  });

  it('passes pages without it', () => {
    expect(assess(check)).toMatchObject({ outcome: 'pass', findings: [] });
  });

  it.each([
    ['blocked', 'blocked'],
    ['locked', 'too-little'],
    ['unreachable', 'too-little'],
  ] as const)('of a storefront that is %s it does not know', (outcome, reason) => {
    const storefront = aStorefront({ hosts: [aHostProbe({ outcome, pages: [] })] });
    expect(assess(check, { storefront })).toMatchObject({ outcome: 'notAssessed', notAssessed: [{ reason }] });
  });

  it('does not know where nobody visited', () => {
    expect(assessWithout('storefront', check).outcome).toBe('notAssessed');
  });
});
