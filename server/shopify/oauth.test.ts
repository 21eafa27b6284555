import { describe, expect, it } from '@jest/globals';
import { mintSessionToken } from '../../sandbox/oauth/session-token.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { OutboundFailedError } from '../http/outbound-errors.ts';
import { createOAuth } from './oauth.ts';
import { createShopify } from './shopify.ts';

const SHOP = 'invented.myshopify.com';
const APP = { clientId: 'prahari-test-client', clientSecret: 'an-invented-client-secret' };
const WHOLE = {
  access_token: 'a',
  scope: 'read_themes,read_locations',
  expires_in: 3600,
  refresh_token: 'r',
  refresh_token_expires_in: 7776000,
};

/** The token endpoint, answering one thing; remembers what it was sent. */
function setUp(reply: { status?: number; body?: unknown; text?: string } | Error) {
  const sent: { url: string; body: unknown }[] = [];
  const guardedFetch: GuardedFetch = async (url, init = {}) => {
    sent.push({ url, body: JSON.parse(init.body ?? '{}') });
    if (reply instanceof Error) throw reply;
    const text = reply.text ?? JSON.stringify(reply.body ?? {});
    return { status: reply.status ?? 200, headers: new Headers(), bytes: Buffer.from(text), url, text: () => text };
  };
  return { sent, oauth: createOAuth(createShopify({ ...APP, appUrl: 'https://prahari.example', guardedFetch })) };
}

const sessionToken = (): string => mintSessionToken({ shop: SHOP, userId: '7', ...APP, nowMs: Date.now() });
const named = (name: string): unknown => expect.objectContaining({ name });

describe('token endpoint', () => {
  it('asks for an expiring offline pair, at the shop and by the guarded fetch', async () => {
    const { oauth, sent } = setUp({ body: WHOLE });
    expect(await oauth.exchange(SHOP, sessionToken())).toMatchObject({
      accessToken: 'a',
      refreshToken: 'r',
      scopes: ['read_themes', 'read_locations'],
    });
    expect(sent).toMatchObject([
      {
        url: `https://${SHOP}/admin/oauth/access_token`,
        body: { expiring: '1', requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token' },
      },
    ]);
  });

  it.each(['access_token', 'expires_in', 'refresh_token', 'refresh_token_expires_in'])(
    'A7: takes no pair without %s',
    async (missing) => {
      const { oauth } = setUp({ body: { ...WHOLE, [missing]: undefined } });
      await expect(oauth.refresh(SHOP, 'r')).rejects.toEqual(named('EvidenceShapeError'));
    },
  );

  it.each<[string, Parameters<typeof setUp>[0], string]>([
    ['a stale session token', { status: 400, body: { error: 'invalid_subject_token' } }, 'SessionTokenError'],
    ['a spent refresh token', { status: 400, body: { error: 'invalid_grant' } }, 'TokenRefusedError'],
    ['no right to the shop', { status: 401, body: { error: 'invalid_client' } }, 'TokenRefusedError'],
    ['too many requests', { status: 429, body: {} }, 'AdminUnreachableError'],
    ['an error of theirs', { status: 502, body: {} }, 'AdminUnreachableError'],
    ['HTML', { text: '<html>' }, 'EvidenceShapeError'],
    ['no connection', new OutboundFailedError('unreachable'), 'AdminUnreachableError'],
  ])('tells %s apart', async (_name, reply, kind) => {
    await expect(setUp(reply).oauth.exchange(SHOP, sessionToken())).rejects.toEqual(named(kind));
  });

  it.each([
    ['the owner', { id: 7, account_owner: true }, true],
    ['staff', { id: 7, account_owner: false }, false],
    ['an owner who is somebody else', { id: 8, account_owner: true }, false],
  ])('knows %s', async (_name, user, isOwner) => {
    const { oauth } = setUp({
      body: { access_token: 'online', scope: '', expires_in: 60, associated_user_scope: '', associated_user: user },
    });
    expect(await oauth.isAccountOwner(SHOP, '7', sessionToken())).toBe(isOwner);
  });
});
