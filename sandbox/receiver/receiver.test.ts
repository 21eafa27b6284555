import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RECEIVE_TRIGGER } from '../../server/flow/flow-document.ts';
import { createGuardedFetch, type Outbound } from '../../server/http/guarded-fetch.ts';
import { flowOf } from '../flow/flow-state.ts';
import { accessTokenOf, askAdmin } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { RECEIVER_HOST } from './webhook-receiver.ts';

let sandbox: Awaited<ReturnType<typeof testSandbox>>;
let guardedFetch: Outbound;
beforeAll(async () => {
  sandbox = await testSandbox();
  const [host = '', port] = sandbox.connectTo.split(':');
  guardedFetch = createGuardedFetch({ connectTo: { host, port: Number(port) }, caFile: sandbox.caFile });
});
afterAll(async () => {
  await guardedFetch.close();
  await sandbox.close();
});
afterEach(() => {
  sandbox.receiver.misbehave(null, 0);
  sandbox.receiver.forget();
});

const post = (body: string) => guardedFetch(`https://${RECEIVER_HOST}/team`, { method: 'POST', body });
const control = (path: string, body?: unknown) =>
  fetch(`${sandbox.adminUrl}/sandbox${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });

describe('the receiver of posts', () => {
  it('keeps what came and shows it, as text', async () => {
    expect((await post('{"title":"<script>alert(1)</script>"}')).status).toBe(200);
    const { posts } = (await (await control('/posts.json')).json()) as { posts: { path: string; isSigned: unknown }[] };
    expect(posts).toMatchObject([{ path: '/team', isSigned: null, answered: 200 }]);
    const page = await (await control('/posts')).text();
    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toContain('<script>alert');
  });

  it('misbehaves for as many hours of its clock as it is told', async () => {
    expect((await control('/posts', { fault: 'error', hours: 24 })).status).toBe(200);
    expect((await post('{}')).status).toBe(500);
    sandbox.clock.advance(24 * 3_600_000);
    expect((await post('{}')).status).toBe(200);
  });

  it('misbehaves on one path alone', async () => {
    await control('/posts', { fault: 'error', path: '/other-team' });
    expect((await post('{}')).status).toBe(200);
    await control('/posts', { fault: 'error', path: '/team' });
    expect((await post('{}')).status).toBe(500);
  });

  it.each([{ fault: 'explode' }, { hours: -1 }, { secrets: { path: 'no', secrets: [] } }, { other: 1 }])(
    'refuses %j',
    async (change) => expect((await control('/posts', change)).status).toBe(400),
  );
});

describe('workflows', () => {
  const FIELDS = ['News', 'Severity', 'Area', 'Check', 'Title', 'What was found', 'Fix by', 'Link', 'Notice'];
  const payload = {
    ...Object.fromEntries(FIELDS.map((field) => [field, 'x'])),
    ...{ 'Rupees at stake': 1, 'More alerts': 0 },
  };
  const receive = async (variables: object) => {
    const token = await accessTokenOf(sandbox, CLEAN);
    const given = { handle: 'alert-raised', payload, ...variables };
    const answer = await askAdmin(sandbox, CLEAN, token, RECEIVE_TRIGGER, given);
    const { data } = answer.json() as { data: { flowTriggerReceive: { userErrors: { message: string }[] } } };
    return data.flowTriggerReceive.userErrors.map(({ message }) => message);
  };

  it('keep with what they were started', async () => {
    expect(await receive({})).toEqual([]);
    const shop = sandbox.shops.find(({ domain }) => domain === CLEAN);
    expect(shop && flowOf(shop).runs).toMatchObject([{ handle: 'alert-raised', payload }]);
    expect(await (await control(`/shops/${CLEAN}/flow`)).json()).toMatchObject({ isRefusing: false });
  });

  it.each<[string, object, RegExp]>([
    ['a trigger of nobody’s', { handle: 'other' }, /not found/],
    ['a payload without a field', { payload: { ...payload, Link: undefined } }, /missing Link/],
    ['a field of nobody’s', { payload: { ...payload, Extra: 1 } }, /unknown field Extra/],
    ['50,000 bytes', { payload: { ...payload, Title: 'x'.repeat(50_000) } }, /too large/],
    ['no object', { payload: 'text' }, /object/],
  ])('are refused %s', async (_name, variables, words) => {
    expect(await receive(variables)).toEqual([expect.stringMatching(words)]);
  });

  it('are refused altogether when told', async () => {
    await control(`/shops/${CLEAN}/flow`, { isRefusing: true });
    expect(await receive({})).toEqual([expect.stringMatching(/not found/)]);
    await control(`/shops/${CLEAN}/flow`, { isRefusing: false });
  });
});
