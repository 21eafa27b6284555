import { describe, expect, it } from '@jest/globals';
import { buyerClaims, FORMER_SECRET, GUEST_CLIENT_ID, GUEST_SECRET, signedToken } from '../../test/guest-page.ts';
import { BuyerTokenError, buyerTokens } from './buyer-token.ts';

const SHOP = 'marigold.myshopify.com';
const CUSTOMER = 'gid://shopify/Customer/77';
const now = new Date('2026-11-23T06:30:00.000Z');
const nowS = now.getTime() / 1_000;
const verify = buyerTokens({ clientId: GUEST_CLIENT_ID, secrets: [GUEST_SECRET, FORMER_SECRET], now: () => now });
const claims = (over: object = {}) => buyerClaims(SHOP, now, over);
const read = (token: string) => verify(`Bearer ${token}`);
const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
const [head = '', body = '', mac = ''] = signedToken(claims()).split('.');

describe('a token of a buyer’s page', () => {
  it.each([
    ['of a guest', signedToken(claims()), null],
    ['of a customer', signedToken(claims({ sub: CUSTOMER })), CUSTOMER],
    ['with the shop as an address', signedToken(claims({ dest: `https://${SHOP}` })), null],
    ['with an issuer that is no admin', signedToken(claims({ iss: `https://${SHOP}/account` })), null],
    ['signed with the secret before', signedToken(claims(), { secret: FORMER_SECRET }), null],
    ['ended nine seconds ago by our clock', signedToken(claims({ exp: nowS - 9 })), null],
    ['that begins in nine seconds', signedToken(claims({ nbf: nowS + 9 })), null],
  ])('%s names shop and customer', (_how, token, customer) => {
    expect(read(token)).toEqual({ shop: SHOP, customer });
  });

  it.each<[string, string]>([
    ['of the admin', signedToken(claims({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, sub: '1001' }))],
    ['of the admin without a person', signedToken(claims({ iss: `https://${SHOP}/admin` }))],
    ['of a member of the staff', signedToken(claims({ sub: '1001' }))],
    ['of a company’s contact', signedToken(claims({ sub: 'gid://shopify/CompanyContact/1' }))],
    ['with an empty subject', signedToken(claims({ sub: '' }))],
    ['of another app', signedToken(claims({ aud: 'another app' }))],
    ['for two apps', signedToken(claims({ aud: [GUEST_CLIENT_ID, 'another app'] }))],
    ['that ended', signedToken(claims({ exp: nowS - 11 }))],
    ['that has not begun', signedToken(claims({ nbf: nowS + 11 }))],
    ['without an end', signedToken(without('exp'))],
    ['with an end in words', signedToken(claims({ exp: 'tomorrow' }))],
    ['without a shop', signedToken(without('dest'))],
    ['of a host that is no shop', signedToken(claims({ dest: 'evil.example' }))],
    ['of a shop with a path', signedToken(claims({ dest: `https://${SHOP}/admin` }))],
    ['of a shop after another name', signedToken(claims({ dest: `https://evil.example@${SHOP}` }))],
    ['signed by nobody', signedToken(claims(), { header: { alg: 'none' } })],
    ['under another algorithm', signedToken(claims(), { header: { alg: 'HS512' } })],
    ['under RS256 with our secret as key', signedToken(claims(), { header: { alg: 'RS256', kid: '../key' } })],
    ['with another secret', signedToken(claims(), { secret: 'another secret' })],
    ['with an empty secret', signedToken(claims(), { secret: '' })],
    [
      'with another body',
      `${head}.${Buffer.from(JSON.stringify(claims({ sub: CUSTOMER }))).toString('base64url')}.${mac}`,
    ],
    ['without a signature', `${head}.${body}.`],
    ['with half a signature', `${head}.${body}.${mac.slice(0, 20)}`],
    ['that is a list', signedToken([claims()])],
    ['that is null', signedToken(null)],
    ['of five parts', `${head}.${body}.${mac}.${head}.${body}`],
    ['of 5,000 characters', signedToken(claims({ jti: 'x'.repeat(5_000) }))],
  ])('A1, A2: %s is refused', (_how, token) => {
    expect(() => read(token)).toThrow(BuyerTokenError);
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    `Basic ${body}`,
    `bearer ${head}.${body}.${mac}`,
    `Bearer ${head}.${body}.${mac} x`,
  ])('A1: "%s" is no way to sign in', (authorization) => {
    expect(() => verify(authorization)).toThrow(BuyerTokenError);
  });

  it('A3: is in no error', () => {
    const token = signedToken(claims({ aud: 'another app' }));
    const told = (() => {
      try {
        return read(token);
      } catch (error) {
        return `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
      }
    })();
    expect(told).toContain('open too long');
    expect(told).not.toContain(token.split('.')[1]);
  });
});
