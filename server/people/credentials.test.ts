import { describe, expect, it } from '@jest/globals';
import { identityProviders } from '../../test/identity-providers.ts';
import { CREDENTIALS, keyEnding } from './credentials.ts';

const world = identityProviders(() => new Date('2026-11-22T06:30:00.000Z'));

describe('the address of an organisation at Okta', () => {
  const parsed = (orgUrl: string) => CREDENTIALS.okta.safeParse({ orgUrl, apiToken: '00invented-token' }).data?.orgUrl;

  it.each(['https://shop.okta.com', 'shop.okta.com', ' https://Shop.OKTA.com/ ', 'https://shop.okta.com/admin/users'])(
    '%j is taken',
    (orgUrl) => expect(parsed(orgUrl)).toBe('https://shop.okta.com'),
  );

  it.each([
    ...['http://shop.okta.com', 'https://okta.com', 'https://shop.okta.com.example', 'https://shop.okta.com:8443'],
    ...[
      'https://evil.example/shop.okta.com',
      'https://shop.okta.com@evil.example',
      'https://a.b.okta.com',
      'file:///etc',
    ],
    ...['https://169.254.169.254', 'https://evil.example#.okta.com', 'https://evil.example?.okta.com', ''],
  ])('%j is refused', (orgUrl) => expect(parsed(orgUrl)).toBeUndefined());
});

describe('a key file of Google', () => {
  const file = JSON.parse(world.keyOf('google', 'marigold')['serviceAccountKey'] ?? '') as Record<string, unknown>;
  const isTaken = (over: object) =>
    CREDENTIALS.google.safeParse({ serviceAccountKey: JSON.stringify({ ...file, ...over }), adminEmail: 'a@s.example' })
      .success;

  it('is taken whole', () => expect(isTaken({})).toBe(true));

  it.each<[string, object]>([
    ['of a person', { type: 'authorized_user' }],
    ['whose key is none', { private_key: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n' }],
    ['without an address', { client_email: 'nobody' }],
    ['as long as a book', { filler: 'x'.repeat(10_000) }],
  ])('%s is refused', (_name, over) => expect(isTaken(over)).toBe(false));
});

describe('what is shown of a key', () => {
  it.each(['google', 'microsoft', 'okta'] as const)('of %s is four characters', (provider) => {
    expect(keyEnding(provider, world.keyOf(provider, 'marigold'))).toMatch(/^….{4}$/);
  });

  it('is never part of what signs', () => {
    const key = world.keyOf('microsoft', 'marigold');
    expect(key['clientSecret']?.endsWith(keyEnding('microsoft', key).slice(1))).toBe(false);
  });
});
