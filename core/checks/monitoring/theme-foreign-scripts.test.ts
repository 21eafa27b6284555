import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aDomain, aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
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
    ['a file too large to read', { files: [aThemeFile({ isRead: false, resources: [] })], moreFiles: 0 }, 1],
    ['files beyond the list', { files: [], moreFiles: 7 }, 7],
  ])('says that it does not know %s, and fails nobody for it', (_what, theme, count) => {
    const { outcome, findings } = assess(themeForeignScripts, { theme: aTheme(theme), domains });
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'unread', severity: 'info', data: { count } }]);
  });
});
