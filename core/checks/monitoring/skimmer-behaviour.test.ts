import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aDomain, aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../../test/security-factories.ts';
import { BEHAVIOURS, type BehaviourSeen } from '../../evidence/code.ts';
import { skimmerBehaviour as check } from './skimmer-behaviour.ts';

const seen = (over: Partial<BehaviourSeen> = {}): BehaviourSeen => ({
  behaviour: 'reads-payment-fields-and-sends',
  line: 3,
  host: 'collect.example',
  ...over,
});
const themeWith = (...behaviours: BehaviourSeen[]) =>
  aTheme({ files: [aThemeFile({ filename: 'assets/theme.js', code: noCode({ behaviours }) })] });

describe('security/skimmer-behaviour', () => {
  it.each(BEHAVIOURS)('fails %s', (behaviour) => {
    const { outcome, findings } = assess(check, { theme: themeWith(seen({ behaviour })) });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([{ subject: 'assets/theme.js', messageId: behaviour, data: { line: 3 } }]);
  });

  it('tells of one place its gravest', () => {
    const theme = themeWith(
      seen({ behaviour: 'dense-obfuscation', host: null }),
      seen({ behaviour: 'decoded-eval', host: null }),
      seen(),
    );
    expect(assess(check, { theme }).findings).toMatchObject([
      { messageId: 'reads-payment-fields-and-sends', severity: 'high' },
    ]);
  });

  it('leaves the shop its own hosts', () => {
    const domains = [aDomain({ host: 'www.invented-shop.example' })];
    const theme = themeWith(seen({ host: 'forms.invented-shop.example' }));
    expect(assess(check, { theme, domains }).outcome).toBe('pass');
    expect(assess(check, { theme: themeWith(seen({ host: 'notinvented-shop.example' })), domains }).outcome).toBe(
      'fail',
    );
  });

  it('finds a host that imitates another, loaded by the theme or a page', () => {
    const host = 'www.googie-analytics.com';
    const theme = aTheme({ files: [aThemeFile({ resources: [aResource({ host, line: 9 })] })] });
    expect(assess(check, { theme }).findings).toMatchObject([
      { messageId: 'look-alike-host', data: { host, line: 9 } },
    ]);
    const page = aPage({ path: '/cart', scripts: [aPageScript({ host })] });
    const storefront = aStorefront({ hosts: [aHostProbe({ pages: [page] })] });
    expect(assess(check, { storefront }).findings).toMatchObject([{ subject: '/cart', messageId: 'look-alike-host' }]);
  });

  it('does not tell of a page what a theme file wrote there', () => {
    const code = noCode({ behaviours: [seen()] });
    const page = aPage({
      path: '/cart',
      scripts: [aPageScript({ address: null, host: null, hash: 'sha256-x', code })],
    });
    const storefront = aStorefront({ hosts: [aHostProbe({ pages: [page] })] });
    expect(assess(check, { storefront }).findings).toMatchObject([{ subject: '/cart' }]);
    expect(assess(check, { storefront, theme: themeWith(seen()) }).findings).toMatchObject([
      { subject: 'assets/theme.js' },
    ]);
  });

  it('passes the clean shop', () => {
    expect(assess(check)).toMatchObject({ outcome: 'pass', findings: [] });
  });
});
