import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin, callShop, TEST_CLIENT_ID, TEST_SECRET } from '../testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import { NO_FAULTS } from './settings.ts';

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  token = await accessTokenOf(sandbox, PLANTED);
});
afterEach(() => sandbox.core.setFaults(PLANTED, NO_FAULTS));
afterAll(() => sandbox.close());

const ask = () => askAdmin(sandbox, PLANTED, token, '{ shop { name } }');
const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('faults', () => {
  it('answers as ever with none', async () => {
    expect((await ask()).json()['data']).toEqual({ shop: { name: 'Vastra Niketan (invented)' } });
  });

  it.each([
    ['a number of failures, then none', 2, [503, 503, 200, 200]],
    ['a share of failures, spread evenly', 0.5, [200, 503, 200, 503]],
  ])('%s', async (_what, fail5xx, statuses) => {
    sandbox.core.setFaults(PLANTED, { fail5xx });
    const answers = [];
    for (const status of statuses) answers.push([status, (await ask()).status]);
    expect(answers).toEqual(statuses.map((status) => [status, status]));
  });

  it('says when to come back, in seconds', async () => {
    sandbox.core.setFaults(PLANTED, { fail5xx: 1 });
    expect((await ask()).headers['retry-after']).toBe('1');
  });

  it('throttles over HTTP 200', async () => {
    sandbox.core.setFaults(PLANTED, { throttle: true });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'THROTTLED' } }],
      extensions: { cost: { actualQueryCost: null, throttleStatus: { currentlyAvailable: 0, restoreRate: 100 } } },
    });
  });

  it.each(['html', 'truncated'] as const)('answers a body that is no JSON: %s', async (badBody) => {
    sandbox.core.setFaults(PLANTED, { badBody });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(isJson(answer.text)).toBe(false);
  });

  it.each([
    ['frozen', 402],
    ['locked', 423],
  ] as const)('is closed to apps while %s: %i', async (closed, status) => {
    sandbox.core.setFaults(PLANTED, { closed });
    expect((await ask()).status).toBe(status);
    sandbox.core.setFaults(PLANTED, NO_FAULTS);
    expect((await ask()).status).toBe(200);
  });

  it.each([{ revokedToken: true }, { uninstalled: true }])('refuses the token: %j', async (fault) => {
    sandbox.core.setFaults(PLANTED, fault);
    expect((await ask()).status).toBe(401);
    sandbox.core.setFaults(PLANTED, NO_FAULTS);
    expect((await ask()).status).toBe(200);
  });

  it.each([
    ['a revoked token', { revokedToken: true }, 'invalid_grant', 200],
    ['an uninstall that nobody told', { uninstalled: true }, 'invalid_request', 400],
  ])('after %s refreshing ends, and exchanging answers', async (_what, fault, refreshError, exchangeStatus) => {
    sandbox.core.setFaults(PLANTED, fault);
    const client = { client_id: TEST_CLIENT_ID, client_secret: TEST_SECRET };
    const post = (body: object) => callShop(sandbox, `https://${PLANTED}/admin/oauth/access_token`, { body });
    const refreshed = await post({ ...client, grant_type: 'refresh_token', refresh_token: 'shprt_any' });
    expect(refreshed.json()['error']).toBe(refreshError);
    const exchanged = await post({
      ...client,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: sandbox.sessionToken(PLANTED),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    });
    expect(exchanged.status).toBe(exchangeStatus);
  });

  it('leaves expires_in out when told', async () => {
    sandbox.core.setFaults(PLANTED, { omitExpiresIn: true });
    const answer = await callShop(sandbox, `https://${PLANTED}/admin/oauth/access_token`, {
      body: {
        client_id: TEST_CLIENT_ID,
        client_secret: TEST_SECRET,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: sandbox.sessionToken(PLANTED),
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
      },
    });
    expect(Object.keys(answer.json()).toSorted()).toEqual(['access_token', 'refresh_token', 'scope']);
  });

  it('takes a request and never answers it', async () => {
    sandbox.core.setFaults(PLANTED, { hang: true });
    const signal = AbortSignal.timeout(300);
    const hanging = callShop(sandbox, `https://${PLANTED}/admin/api/2026-10/graphql.json`, { body: {}, signal });
    await expect(hanging).rejects.toThrow('aborted');
  });

  it('waits before it answers', async () => {
    sandbox.core.setFaults(PLANTED, { slowMs: 400 });
    await expect(
      callShop(sandbox, `https://${PLANTED}/admin/api/2026-10/graphql.json`, {
        body: {},
        signal: AbortSignal.timeout(50),
      }),
    ).rejects.toThrow('aborted');
    expect((await ask()).status).toBe(200);
  });

  it('concern one shop, and its API only', async () => {
    sandbox.core.setFaults(PLANTED, { badBody: 'html', fail5xx: 5 });
    const other = await accessTokenOf(sandbox, CLEAN);
    expect((await askAdmin(sandbox, CLEAN, other, '{ shop { name } }')).status).toBe(200);
    expect((await callShop(sandbox, 'https://www.vastra-niketan.example/password')).status).toBe(200);
  });
});
