import '@shopify/shopify-api/adapters/node';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiVersion, LogSeverity, shopifyApi, type Shopify } from '@shopify/shopify-api';

import type { Sandbox } from '../start.ts';
import { askAdmin, callShop, TEST_CLIENT_ID, TEST_SECRET } from '../testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import type { SessionTokenOverrides } from './session-token.ts';
import { verifySessionToken } from './verify-session-token.ts';

const EXCHANGE = {
  client_id: TEST_CLIENT_ID,
  client_secret: TEST_SECRET,
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
  expiring: '1',
};
const REFRESH = { client_id: TEST_CLIENT_ID, client_secret: TEST_SECRET, grant_type: 'refresh_token' };

let sandbox: Sandbox;
let library: Shopify;

beforeAll(async () => {
  sandbox = await testSandbox();
  sandbox.core.install(PLANTED);
  library = shopifyApi({
    apiKey: TEST_CLIENT_ID,
    apiSecretKey: TEST_SECRET,
    apiVersion: ApiVersion.October26,
    hostName: 'app.example',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
  });
});
afterAll(() => sandbox.close());

const post = (shop: string, body: Record<string, unknown>) =>
  callShop(sandbox, `https://${shop}/admin/oauth/access_token`, { body });
const exchange = (over: Record<string, unknown> = {}) =>
  post(PLANTED, { ...EXCHANGE, subject_token: sandbox.sessionToken(PLANTED), ...over });

describe('session tokens', () => {
  it('are what the official library reads', async () => {
    const payload = await library.session.decodeSessionToken(sandbox.sessionToken(PLANTED));
    expect(payload).toMatchObject({
      iss: `https://${PLANTED}/admin`,
      dest: `https://${PLANTED}`,
      aud: TEST_CLIENT_ID,
      sub: sandbox.shops[0]?.people[0]?.id,
    });
    expect(payload.exp - payload.iat).toBe(60);
    expect(payload.nbf).toBe(payload.iat);
    expect([payload.jti, payload.sid].every((id) => id.length > 0)).toBe(true);
  });

  it('of one person carry one session id and fresh token ids', async () => {
    const read = () => library.session.decodeSessionToken(sandbox.sessionToken(PLANTED, '551000012'));
    const [first, second] = [await read(), await read()];
    expect(first.sid).toBe(second.sid);
    expect(first.jti).not.toBe(second.jti);
  });

  it.each<[string, SessionTokenOverrides]>([
    ['another audience', { aud: 'another-app' }],
    ['another shop', { dest: 'https://other.myshopify.com' }],
    ['another issuer', { iss: 'https://other.myshopify.com/admin' }],
    ['no person', { sub: '' }],
    ['a time long over', { exp: 1_000 }],
    ['a time to come', { nbf: 4_000_000_000 }],
    ['another secret', { secret: 'guessed' }],
    ['no signature', { alg: 'none' }],
    ['another algorithm', { alg: 'HS512' }],
  ])('with %s are refused at the exchange', async (_what, overrides) => {
    const answer = await exchange({ subject_token: sandbox.sessionToken(PLANTED, undefined, overrides) });
    expect([answer.status, answer.json()['error']]).toEqual([400, 'invalid_subject_token']);
  });

  it.each(['', 'a.b', 'a.b.c.d', 'bm90.anNvbg.eA'])('%j is none', (token) => {
    const expected = { shop: PLANTED, clientId: TEST_CLIENT_ID, clientSecret: TEST_SECRET, nowMs: 0 };
    expect(verifySessionToken(token, expected)).toBeNull();
  });
});

describe('token exchange', () => {
  it('gives an expiring offline token with its refresh token', async () => {
    const answer = await exchange();
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      access_token: expect.stringMatching(/^shpat_[0-9a-f]{32}$/),
      refresh_token: expect.stringMatching(/^shprt_[0-9a-f]{32}$/),
      scope: sandbox.core.describe(PLANTED)?.scopes.granted.join(','),
      expires_in: 3_600,
      refresh_token_expires_in: 7_776_000,
    });
  });

  it('gives a token without an end when none was asked for', async () => {
    expect(Object.keys((await exchange({ expiring: '0' })).json())).toEqual(['access_token', 'scope']);
  });

  it.each([
    ['551000011', { account_owner: true, collaborator: false }],
    ['551000012', { account_owner: false, collaborator: false }],
    ['551000013', { account_owner: false, collaborator: true }],
  ])('gives an online token that says who %s is', async (userId, rights) => {
    const answer = await exchange({
      subject_token: sandbox.sessionToken(PLANTED, userId),
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    });
    expect(answer.json()).toMatchObject({ expires_in: 86_399, associated_user: { id: Number(userId), ...rights } });
  });

  it('changes a token without an end into an expiring one, once', async () => {
    const { access_token: old } = (await exchange({ expiring: '0' })).json();
    const migration = { subject_token: old, subject_token_type: EXCHANGE.requested_token_type };
    expect((await exchange(migration)).json()).toHaveProperty('refresh_token');
    expect((await exchange(migration)).json()['error']).toBe('invalid_subject_token');
  });

  it.each([
    ['a wrong secret', { client_secret: 'guessed' }, 401, 'invalid_client'],
    ['a wrong client', { client_id: 'another' }, 401, 'invalid_client'],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['an unknown subject', { subject_token_type: 'x' }, 400, 'invalid_request'],
    ['an unknown wish', { requested_token_type: 'x' }, 400, 'invalid_request'],
    ['nothing to exchange', { subject_token: undefined }, 400, 'invalid_subject_token'],
  ])('refuses %s', async (_what, over, status, error) => {
    const answer = await exchange(over);
    expect([answer.status, answer.json()['error']]).toEqual([status, error]);
  });

  it('refuses where the app is not installed', async () => {
    const answer = await post(CLEAN, { ...EXCHANGE, subject_token: sandbox.sessionToken(CLEAN) });
    expect([answer.status, answer.json()['error']]).toEqual([400, 'invalid_request']);
  });
});

describe('the life of a token', () => {
  it('ends after an hour and goes on by refreshing', async () => {
    const { access_token: first, refresh_token } = (await exchange()).json();
    sandbox.clock.advance(3_600_000);
    expect((await askAdmin(sandbox, PLANTED, String(first), '{ shop { name } }')).status).toBe(401);
    const before = sandbox.refreshes(PLANTED);
    const { access_token: second } = (await post(PLANTED, { ...REFRESH, refresh_token })).json();
    expect((await askAdmin(sandbox, PLANTED, String(second), '{ shop { name } }')).status).toBe(200);
    expect(sandbox.refreshes(PLANTED)).toBe(before + 1);
  });

  it.each(['shprt_unknown', '', undefined])('does not go on with %j', async (refresh_token) => {
    const answer = await post(PLANTED, { ...REFRESH, refresh_token });
    expect([answer.status, answer.json()['error']]).toEqual([400, 'invalid_grant']);
  });

  it('takes a form as well as JSON', async () => {
    const { refresh_token } = (await exchange()).json();
    const form = new URLSearchParams({ ...REFRESH, refresh_token: String(refresh_token) }).toString();
    const answer = await callShop(sandbox, `https://${PLANTED}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      text: form,
    });
    expect(answer.status).toBe(200);
  });
});
