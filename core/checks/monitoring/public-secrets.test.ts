import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aTheme, aThemeFile } from '../../../test/factories.ts';
import { aHostProbe, aPage, aPageScript, aStorefront, noCode } from '../../../test/security-factories.ts';
import type { SecretSeen } from '../../evidence/code.ts';
import { publicSecrets as check } from './public-secrets.ts';

const aSecret = (over: Partial<SecretSeen> = {}): SecretSeen => ({
  type: 'stripe-secret-key',
  level: 'critical',
  line: 7,
  lastFour: 'a1B2',
  ...over,
});
const fileWith = (filename: string, ...secrets: SecretSeen[]) => aThemeFile({ filename, code: noCode({ secrets }) });
const pageWith = (...secrets: SecretSeen[]) =>
  aStorefront({
    hosts: [
      aHostProbe({
        pages: [
          aPage({ scripts: [aPageScript({ address: null, host: null, hash: 'sha256-x', code: noCode({ secrets }) })] }),
        ],
      }),
    ],
  });

describe('security/public-secrets', () => {
  it('fails a private key, once a type and place', () => {
    const theme = aTheme({
      files: [
        fileWith('snippets/pay.liquid', aSecret(), aSecret({ lastFour: 'zzzz' })),
        fileWith('assets/a.js', aSecret({ lastFour: 'yyyy' })),
      ],
    });
    const { outcome, findings } = assess(check, { theme });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([
      {
        subject: 'stripe-secret-key: snippets/pay.liquid',
        severity: 'critical',
        data: { name: 'Stripe secret key', place: 'snippets/pay.liquid', line: 7 },
      },
      { subject: 'stripe-secret-key: assets/a.js' },
    ]);
  });

  it('shows a key that is made to be public, and fails nobody for it', () => {
    const key = aSecret({ type: 'razorpay-key-id', level: 'info' });
    const { outcome, findings } = assess(check, { theme: aTheme({ files: [fileWith('a.liquid', key)] }) });
    expect([outcome, findings[0]?.messageId, findings[0]?.severity]).toEqual(['pass', 'public', 'info']);
  });

  it('says nothing of four last characters where there are none', () => {
    const key = aSecret({ type: 'private-key', lastFour: '' });
    const { findings } = assess(check, { theme: aTheme({ files: [fileWith('a.liquid', key)] }) });
    expect(findings).toMatchObject([{ data: { lastFour: '–' } }]);
  });

  it('finds one on a page, and not again what a theme file wrote there', () => {
    expect(assess(check, { storefront: pageWith(aSecret()) }).findings).toMatchObject([{ data: { place: '/' } }]);
    const theme = aTheme({ files: [fileWith('layout/theme.liquid', aSecret())] });
    expect(assess(check, { theme, storefront: pageWith(aSecret()) }).findings).toHaveLength(1);
  });

  it('passes the clean shop', () => {
    expect(assess(check)).toMatchObject({ outcome: 'pass', findings: [] });
  });
});
