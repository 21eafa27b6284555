import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aDomain, aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aScriptBook, aScriptDecision } from '../../../test/vendor-factories.ts';
import { themeForeignScripts } from './theme-foreign-scripts.ts';

const domains = [
  aDomain({ host: 'www.invented-shop.example' }),
  aDomain({ host: 'invented.myshopify.com', isPrimary: false }),
];
const hostsFound = (...hosts: string[]) => {
  const theme = aTheme({ files: [aThemeFile({ resources: hosts.map((host) => aResource({ host })) })] });
  return assess(themeForeignScripts, { theme, domains }).findings.map(({ subject }) => subject);
};

describe('security/theme-foreign-scripts', () => {
  it.each([
    'cdn.shopify.com',
    'CDN.Shopify.com',
    'monorail-edge.shopifysvc.com',
    'shop.app',
    'www.invented-shop.example',
    'invented-shop.example',
    'static.invented-shop.example',
    'invented.myshopify.com',
  ])('%s is no foreign host', (host) => {
    expect(hostsFound(host)).toEqual([]);
  });

  it.each([
    'widgets.example',
    'myshopify.com',
    'another.myshopify.com',
    'cdn.shopify.com.widgets.example',
    'notshopify.com',
    'my-invented-shop.example',
  ])('%s is one', (host) => {
    expect(hostsFound(host)).toEqual([host]);
  });

  it('asks about scripts only, once a host', () => {
    const files = [
      aThemeFile({
        resources: [aResource({ host: 'widgets.example', line: 4 }), aResource({ host: 'widgets.example' })],
      }),
      aThemeFile({ filename: 'b.liquid', resources: [aResource({ host: 'pictures.example', element: 'image' })] }),
    ];
    expect(assess(themeForeignScripts, { theme: aTheme({ files }), domains }).findings).toMatchObject([
      { subject: 'widgets.example', data: { file: 'layout/theme.liquid', line: 4, count: 2 } },
    ]);
  });

  it.each([
    ['a script of it was approved', { identity: 'https://widgets.example/v1/x.js' }, []],
    [
      'a script of it was refused',
      { identity: 'https://widgets.example/v1/x.js', verdict: 'rejected' },
      ['widgets.example'],
    ],
    ['one of another host was approved', { identity: 'https://other.example/x.js' }, ['widgets.example']],
    ['a frame of it was approved', { identity: 'frame:widgets.example' }, ['widgets.example']],
  ] as const)('a host of which %s', (_what, decision, hosts) => {
    const theme = aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'Widgets.example' })] })] });
    const scriptBook = aScriptBook({ decisions: [aScriptDecision(decision)] });
    const { findings } = assess(themeForeignScripts, { theme, domains, scriptBook });
    expect(findings.map(({ subject }) => subject)).toEqual(hosts);
  });

  it('needs no book of scripts', () => {
    const theme = aTheme({ files: [aThemeFile({ resources: [aResource({ host: 'widgets.example' })] })] });
    expect(assessWithout('scriptBook', themeForeignScripts, { theme, domains }).outcome).toBe('fail');
  });

  it.each([
    ['a file too large to read', { files: [aThemeFile({ isRead: false, resources: [] })], moreFiles: 0 }, 1],
    ['files beyond the list', { files: [], moreFiles: 7 }, 7],
  ])('says that it does not know %s, and fails nobody for it', (_what, theme, count) => {
    const { outcome, findings } = assess(themeForeignScripts, { theme: aTheme(theme), domains });
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'unread', severity: 'info', data: { count } }]);
  });
});
