import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { httpsRedirect } from './https-redirect.ts';

const chain = (...urls: string[]) => urls.map((url, at) => ({ url, status: at === urls.length - 1 ? 200 : 301 }));
const judged = (over: Parameters<typeof aHostProbe>[0]) =>
  assess(httpsRedirect, { storefront: aStorefront({ hosts: [aHostProbe({ isPlatformHosted: false, ...over })] }) });

describe('security/https-redirect', () => {
  it.each([
    ['at once', chain('http://a.example/', 'https://a.example/'), []],
    ['at once, then on', chain('http://a.example/', 'https://a.example/', 'https://www.a.example/'), []],
    ['never', chain('http://a.example/'), ['stays medium']],
    ['back to http', chain('http://a.example/', 'https://a.example/', 'http://a.example/in'), ['stays medium']],
    ['by a detour', chain('http://a.example/', 'http://www.a.example/', 'https://www.a.example/'), ['detour low']],
    ['to another host', chain('http://a.example/', 'https://www.a.example/'), ['otherHost low']],
    ['nothing over http', [], []],
  ])('%s', (_, httpChain, wanted) => {
    const { outcome, findings } = judged({ httpChain });
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
    expect(outcome).toBe(wanted.length > 0 ? 'fail' : 'pass');
  });

  it('only shows where Shopify leads', () => {
    const httpChain = chain('http://a.example/', 'https://www.a.example/');
    expect(judged({ httpChain, isPlatformHosted: true })).toMatchObject({
      outcome: 'pass',
      findings: [{ severity: 'info' }],
    });
  });

  it('does not judge a way whose end nobody saw', () => {
    const httpChain = [{ url: 'http://a.example/', status: 301 }];
    expect(judged({ httpChain })).toMatchObject({ outcome: 'notAssessed', findings: [] });
    expect(judged({ httpChain: [], outcome: 'timed-out', pages: [] })).toMatchObject({
      notAssessed: [{ reason: 'timed-out' }],
    });
  });
});
