import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, someDomainRecords } from '../../../test/security-factories.ts';
import { headerGrade } from './header-grade.ts';

const judged = (over: Parameters<typeof aHostProbe>[0], dns = [someDomainRecords()]) =>
  assess(headerGrade, { storefront: aStorefront({ hosts: [aHostProbe(over)] }), dns });
const script = (host: string) => aPage({ scripts: [aPageScript({ host, address: `https://${host}/a.js` })] });

describe('security/header-grade', () => {
  it('takes what Shopify serves with one script from elsewhere: B-', () => {
    expect(judged({ pages: [script('cdn.app.example')] })).toMatchObject({ outcome: 'pass', findings: [] });
  });

  it('tells the dearest losses first, and only shows them on a host of Shopify’s', () => {
    const loose = aPage({ scripts: [aPageScript({ scheme: 'protocol-relative', host: 'cdn.app.example' })] });
    const data = {
      host: 'invented-shop.example',
      grade: 'F',
      score: 20,
      headers: 'script integrity, Content-Security-Policy, Strict-Transport-Security',
    };
    expect(judged({ pages: [loose] })).toMatchObject({ outcome: 'pass', findings: [{ severity: 'info', data }] });
    expect(judged({ pages: [loose], isPlatformHosted: false })).toMatchObject({
      outcome: 'fail',
      findings: [{ severity: 'low', data }],
    });
  });

  it('knows the hosts of one domain for each other’s', () => {
    const headers: [string, string][] = [
      ['content-security-policy', "default-src 'self'"],
      ['strict-transport-security', 'max-age=300'],
    ];
    const over = { host: 'shop.brand.example', headers, isPlatformHosted: false };
    const domain = someDomainRecords({ domain: 'brand.example', hosts: ['shop.brand.example'] });
    const from = (host: string) => judged({ ...over, pages: [script(host)] }, [domain]).outcome;
    expect([from('cdn.brand.example'), from('cdn.notbrand.example')]).toEqual(['pass', 'fail']);
  });

  it('grades no host without a page', () => {
    expect(judged({ outcome: 'blocked', pages: [] })).toMatchObject({ notAssessed: [{ reason: 'blocked' }] });
  });
});
