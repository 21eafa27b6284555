import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../../test/security-factories.ts';
import { aBeaconBook, anApiTrace, aScriptBook, someVendorTraces } from '../../../test/vendor-factories.ts';
import type { BeaconSighting } from '../../evidence/scripts.ts';
import { badHosts as check } from './bad-hosts.ts';

const inTheme = (host: string) => ({ theme: aTheme({ files: [aThemeFile({ resources: [aResource({ host })] })] }) });
const onPage = (page: Parameters<typeof aPage>[0]) => ({
  storefront: aStorefront({ hosts: [aHostProbe({ pages: [aPage(page)] })] }),
});
const seenInBrowsers = (host: string): BeaconSighting => ({
  ...{ identity: `https://${host}/v3/polyfill.js`, host, pageKind: 'cart', reports: 3 },
  ...{ firstSeenAt: '2026-11-20T00:00:00.000Z', lastSeenAt: '2026-11-21T00:00:00.000Z' },
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

  it.each([
    [
      'an address that Shopify calls for an app',
      {
        vendorTraces: someVendorTraces({
          traces: [anApiTrace({ source: 'carrier-services', host: 'cdn.polyfill.io' })],
        }),
      },
      'Invented Parcel',
    ],
    [
      'what real browsers met',
      { scriptBook: aScriptBook({ beacon: aBeaconBook({ seen: [seenInBrowsers('cdn.polyfill.io')] }) }) },
      'cart',
    ],
  ])('is found in %s', (_where, evidence, place) => {
    expect(assess(check, evidence).findings).toMatchObject([{ subject: 'cdn.polyfill.io', data: { place } }]);
  });

  it('is told once a host', () => {
    const evidence = { ...inTheme('cdn.polyfill.io'), ...onPage({ frameHosts: ['cdn.polyfill.io'] }) };
    expect(assess(check, evidence).findings).toMatchObject([{ data: { place: 'layout/theme.liquid' } }]);
  });
});
