import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront, aTlsReport } from '../../../test/security-factories.ts';
import { oldTls } from './old-tls.ts';

const NOW = { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true } as const;
const judged = (versions: Partial<Record<keyof typeof NOW, boolean | null>>, isPlatformHosted = false) => {
  const tls = aTlsReport({ versions: { ...NOW, ...versions } });
  return assess(oldTls, { storefront: aStorefront({ hosts: [aHostProbe({ tls, isPlatformHosted })] }) });
};

describe('security/old-tls', () => {
  it.each([
    ['new alone', {}, 'pass', []],
    ['1.2 alone', { 'TLSv1.3': false }, 'pass', []],
    ['1.1', { 'TLSv1.1': true }, 'fail', [{ messageId: 'old', data: { versions: 'TLS 1.1' } }]],
    ['1.0 and 1.1', { TLSv1: true, 'TLSv1.1': true }, 'fail', [{ data: { versions: 'TLS 1.0, TLS 1.1' } }]],
    ['nothing new', { TLSv1: true, 'TLSv1.2': false, 'TLSv1.3': false }, 'fail', [{ messageId: 'noNew' }]],
    ['not tried', { TLSv1: null }, 'notAssessed', []],
    ['every version refused', { 'TLSv1.2': false, 'TLSv1.3': false }, 'notAssessed', []],
    ['one not tried, one accepted', { TLSv1: null, 'TLSv1.1': true }, 'fail', [{ messageId: 'old' }]],
  ])('%s', (_, versions, outcome, findings) => {
    const result = judged(versions);
    expect(result).toMatchObject({ outcome, findings });
    expect(result.findings).toHaveLength(findings.length);
  });

  it('only shows what Shopify sets', () => {
    expect(judged({ TLSv1: true }, true)).toMatchObject({ outcome: 'pass', findings: [{ severity: 'info' }] });
  });
});
