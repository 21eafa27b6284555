import { describe, expect, it } from '@jest/globals';
import { aHostProbe, aPage, aPageScript, noCode, noFlaws } from '../../../test/security-factories.ts';
import { aStorefrontBoard } from '../../test/storefront-factories.ts';
import { behaviourRows, libraryRows, scriptRows, secretRows } from './script-rows.ts';

const inline = aPageScript({ address: null, host: null, scheme: 'inline', hash: 'sha256-abc' });
const open = aPageScript({ address: 'http://plain.example/x.js', host: 'plain.example', scheme: 'http' });
const checked = aPageScript({ address: 'https://app.example/y.js', host: 'app.example', hasIntegrity: true });
const host = aHostProbe({
  pages: [
    aPage({ scripts: [checked, inline, open, checked] }),
    aPage({ kind: 'cart', path: '/cart', scripts: [inline] }),
  ],
});

describe('scripts of a host', () => {
  it.each([
    ['host', ['app.example', 'plain.example', null]],
    ['pages', [null, 'app.example', 'plain.example']],
    ['protection', ['plain.example', 'app.example', null]],
  ] as const)('each once, by %s', (order, hosts) => {
    expect(scriptRows(host, order).map((row) => row.host)).toEqual(hosts);
  });

  it('says on which pages', () => {
    expect(scriptRows(host, 'host').map(({ pages }) => pages)).toEqual([['home'], ['home'], ['home', 'cart']]);
  });
});

describe('what the code shows', () => {
  const jquery = { component: 'jquery', version: '1.8.3', by: 'content' } as const;
  const lodash = { component: 'lodash', version: '4.17.21', by: 'address' } as const;
  const secret = { type: 'stripe-secret-key', level: 'critical', line: 3, lastFour: 'x7Qa' } as const;
  const shown = { type: 'analytics-id', level: 'info', line: 1, lastFour: '0001' } as const;
  const behaviour = { behaviour: 'decoded-eval', line: 9, host: null } as const;
  const file = {
    filename: 'assets/old.js',
    libraries: [jquery],
    secrets: [shown, secret],
    behaviours: [behaviour],
    isPartial: false,
  };
  const board = aStorefrontBoard({
    theme: [file],
    hosts: [
      {
        ...aHostProbe({
          host: 'shop.example',
          pages: [
            aPage({
              scripts: [
                aPageScript({ address: null, code: noCode({ libraries: [jquery, lodash], secrets: [secret] }) }),
              ],
            }),
            aPage({ kind: 'cart', scripts: [aPageScript({ code: null })] }),
          ],
        }),
        grade: null,
      },
    ],
    libraries: noFlaws({
      flaws: [{ component: 'jquery', version: '1.8.3', worst: 'medium', cves: ['CVE-2020-11022'], isEndOfLife: false }],
    }),
  });

  it('puts libraries with flaws first, each version once with its places', () => {
    expect(libraryRows(board).map(({ component, places, flaw }) => [component, places, flaw?.worst])).toEqual([
      ['jquery', ['assets/old.js', 'shop.example/'], 'medium'],
      ['lodash', ['shop.example/'], undefined],
    ]);
  });

  it('knows no flaw where there is no list', () => {
    expect(libraryRows({ ...board, libraries: null }).map(({ flaw }) => flaw)).toEqual([null, null]);
  });

  it('puts keys that are meant to be public last, and repeats none', () => {
    const twice = { ...board, theme: [file, file] };
    expect(secretRows(twice).map(({ place, seen }) => `${place} ${seen.type}`)).toEqual([
      'assets/old.js stripe-secret-key',
      'shop.example/ stripe-secret-key',
      'assets/old.js analytics-id',
    ]);
    expect(behaviourRows(twice).map(({ place }) => place)).toEqual(['assets/old.js']);
  });
});
