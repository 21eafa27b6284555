import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../../test/security-factories.ts';
import { badHosts as check } from './bad-hosts.ts';

const inTheme = (host: string) => ({ theme: aTheme({ files: [aThemeFile({ resources: [aResource({ host })] })] }) });
const onPage = (page: Parameters<typeof aPage>[0]) => ({
  storefront: aStorefront({ hosts: [aHostProbe({ pages: [aPage(page)] })] }),
});

describe('security/bad-hosts', () => {
  it.each([
    'polyfill.io',
    'cdn.polyfill.io',
    'CDN.Polyfill.IO',
    'cdn.bootcss.com',
    'cdn.staticfile.net',
    'union.macoms.la',
  ])('%s is one', (host) => {
    const { outcome, findings } = assess(check, inTheme(host));
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([
      { subject: host.toLowerCase(), severity: 'critical', data: { since: '2024-06-25' } },
    ]);
  });

  it.each([
    'cdn.shopify.com',
    'polyfill.io.example',
    'my-polyfill.io.example',
    'notpolyfill.io',
    'polyfill-fastly.io',
    'macoms.la',
    'cdnjs.cloudflare.com',
  ])('%s is none', (host) => {
    expect(assess(check, inTheme(host)).outcome).toBe('pass');
  });

  it.each([
    ['a script of a page', { scripts: [aPageScript({ host: 'cdn.polyfill.io' })] }],
    ['a frame', { frameHosts: ['cdn.polyfill.io'] }],
    ['a form', { forms: [{ host: 'cdn.polyfill.io', scheme: 'https', asks: [] }] }],
    ['the code of a script', { scripts: [aPageScript({ code: noCode({ hosts: ['cdn.polyfill.io'] }) })] }],
  ] as const)('is found in %s', (_where, page) => {
    expect(assess(check, onPage(page)).findings).toMatchObject([{ subject: 'cdn.polyfill.io' }]);
  });

  it('is told once a host', () => {
    const evidence = { ...inTheme('cdn.polyfill.io'), ...onPage({ frameHosts: ['cdn.polyfill.io'] }) };
    expect(assess(check, evidence).findings).toMatchObject([{ data: { place: 'layout/theme.liquid' } }]);
  });
});
