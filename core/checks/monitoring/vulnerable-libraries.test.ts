import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode, noFlaws } from '../../../test/security-factories.ts';
import type { VulnerableLibrary } from '../../evidence/code.ts';
import { vulnerableLibraries as check } from './vulnerable-libraries.ts';

const jquery = { component: 'jquery', version: '1.12.4', by: 'content' } as const;
const flaw = (over: Partial<VulnerableLibrary> = {}): VulnerableLibrary => ({
  component: 'jquery',
  version: '1.12.4',
  worst: 'medium',
  cves: ['CVE-2020-11022', 'CVE-2020-11023', 'CVE-2019-11358'],
  isEndOfLife: true,
  ...over,
});
const themeWith = (flaws: readonly VulnerableLibrary[]) =>
  aTheme({
    files: [aThemeFile({ filename: 'assets/lib.js', code: noCode({ libraries: [jquery] }) })],
    libraries: noFlaws({ flaws }),
  });

describe('security/vulnerable-libraries', () => {
  it.each([
    ['critical', 'high'],
    ['high', 'high'],
    ['medium', 'medium'],
    ['low', 'low'],
  ] as const)('a %s flaw fails with %s', (worst, severity) => {
    const { outcome, findings } = assess(check, { theme: themeWith([flaw({ worst })]) });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([
      {
        subject: 'jquery 1.12.4',
        messageId: 'flawed',
        severity,
        data: {
          library: 'jquery',
          version: '1.12.4',
          place: 'assets/lib.js',
          day: '2026-08-20',
          cves: 'CVE-2020-11022, CVE-2020-11023 +1',
        },
      },
    ]);
  });

  it('only informs of a library that nobody maintains', () => {
    const { outcome, findings } = assess(check, { theme: themeWith([flaw({ worst: 'low', cves: [] })]) });
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'ended', severity: 'info' }]);
  });

  it('passes a library without flaws, and the clean shop', () => {
    expect(assess(check, { theme: themeWith([]) }).outcome).toBe('pass');
    expect(assess(check).outcome).toBe('pass');
  });

  it('finds one on a page, once with the theme', () => {
    const script = aPageScript({
      address: 'https://widgets.example/v1/app.js',
      host: 'widgets.example',
      code: noCode({ libraries: [jquery] }),
    });
    const storefront = aStorefront({
      hosts: [
        aHostProbe({
          pages: [aPage({ scripts: [script] }), aPage({ kind: 'cart', path: '/cart', scripts: [script] })],
        }),
      ],
      libraries: noFlaws({ flaws: [flaw()] }),
    });
    expect(assess(check, { storefront }).findings).toMatchObject([{ data: { place: 'widgets.example/v1/app.js' } }]);
    expect(assess(check, { storefront, theme: themeWith([flaw()]) }).findings).toHaveLength(1);
  });

  it('judges by the theme alone where no page was visited', () => {
    expect(assessWithout('storefront', check, { theme: themeWith([]) }).outcome).toBe('pass');
    expect(assessWithout('theme', check).outcome).toBe('notAssessed');
  });

  it.each([
    [
      'a file too large to read',
      { theme: aTheme({ files: [aThemeFile({ isRead: false, code: null })] }) },
      'too-little',
    ],
    ['files beyond the list', { theme: aTheme({ moreFiles: 3 }) }, 'too-little'],
    [
      'a storefront that refuses us',
      { storefront: aStorefront({ hosts: [aHostProbe({ outcome: 'blocked' })] }) },
      'blocked',
    ],
    [
      'one that does not answer',
      { storefront: aStorefront({ hosts: [aHostProbe({ outcome: 'timed-out' })] }) },
      'too-little',
    ],
  ])('does not pass by %s', (_what, evidence, reason) => {
    expect(assess(check, evidence)).toMatchObject({ outcome: 'notAssessed', notAssessed: [{ reason }] });
  });
});
