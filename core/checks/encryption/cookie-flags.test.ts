import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { cookiesFrom } from '../../headers/cookies.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { cookieFlags } from './cookie-flags.ts';

const judged = (lines: string[], isPlatformHosted = false) => {
  const cookies = cookiesFrom(lines, 'invented-shop.example');
  return assess(cookieFlags, { storefront: aStorefront({ hosts: [aHostProbe({ cookies, isPlatformHosted })] }) });
};

describe('security/cookie-flags', () => {
  it.each([
    [[], undefined],
    [['cart=1'], undefined], // signs nobody in
    [['sess=1; Secure; HttpOnly; SameSite=Lax'], undefined],
    [['sess=1; Secure; HttpOnly; SameSite=None'], undefined],
    [['PHPSESSID=1'], 'Secure, HttpOnly, SameSite'],
    [['customer_login=1; Secure; SameSite=Strict'], 'HttpOnly'],
    [['sess=1; HttpOnly; SameSite=None'], 'Secure, SameSite'],
    [['sess=1; Secure; HttpOnly; SameSite=often'], 'SameSite'],
  ])('%j: %s', (lines, flags) => {
    const { findings, outcome } = judged(lines);
    expect(findings[0]?.data['flags']).toBe(flags);
    expect(outcome).toBe(flags === undefined ? 'pass' : 'fail');
  });

  it('makes one finding of a cookie, and only shows those of Shopify', () => {
    const { outcome, findings } = judged(['_secure_session_id=1', 'chat_sess=1'], true);
    expect(outcome).toBe('fail');
    expect(findings.map(({ subject, severity }) => `${subject} ${severity}`)).toEqual([
      'invented-shop.example _secure_session_id info',
      'invented-shop.example chat_sess low',
    ]);
    expect(judged(['_secure_session_id=1'], true).outcome).toBe('pass');
    expect(judged(['_secure_session_id=1']).outcome).toBe('fail'); // no such cookie is Shopify's elsewhere
  });
});
