import { describe, expect, it } from '@jest/globals';
import { createBuyerApi, orderGid } from './buyer-api.ts';

const TOKEN = 'invented-token';

function recorded(status: number, body: string) {
  const calls: { readonly url: string; readonly init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    calls.push({ url, init });
    return { ok: status < 300, status, headers: new Headers(), text: async () => body } as Response;
  };
  return { calls, fetch };
}

describe('the way of a buyer to our server', () => {
  it('has a door of its own, and carries the token in a header alone', async () => {
    const { calls, fetch } = recorded(200, '{"gstin":null,"mayGive":true}');
    const api = createBuyerApi({ token: async () => TOKEN, fetch });
    expect(await api.post('/orders/gstin', { gstin: 'x' })).toEqual({
      kind: 'ok',
      value: { gstin: null, mayGive: true },
    });
    const [{ url, init } = { url: '', init: {} }] = calls;
    expect(url).toBe('https://prahari.example/buyer/orders/gstin');
    expect(new Headers(init.headers).get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(init.credentials).toBe('omit');
  });

  it.each([
    ['a host without a token', async () => Promise.reject(new Error('no session'))],
    ['a host that never gives one', () => new Promise<string>(() => undefined)],
  ])('says "offline" for %s', async (_, token) => {
    const { fetch } = recorded(200, '{}');
    expect(await createBuyerApi({ token, fetch, timeoutMs: 5 }).get('/company')).toMatchObject({ kind: 'offline' });
  });

  it.each([
    [409, '{"type":"not-open","title":"invented"}', 'refused'],
    [404, '<html>', 'gone'],
    [200, '<html>', 'fault'],
    [200, '[]', 'fault'],
    [500, '', 'fault'],
    [429, '{}', 'busy'],
  ])('%i %s: %s', async (status, body, kind) => {
    const api = createBuyerApi({ token: async () => TOKEN, fetch: recorded(status, body).fetch });
    expect(await api.get('/company')).toMatchObject({ kind });
  });
});

describe('ids of orders', () => {
  it.each([
    ['gid://shopify/OrderIdentity/12', 'gid://shopify/Order/12'],
    ['gid://shopify/Order/12', 'gid://shopify/Order/12'],
    ['gid://shopify/DraftOrder/12', null],
    ['gid://shopify/Order/12?x=1', null],
    ['12', null],
    ['', null],
    [undefined, null],
  ])('%s: %s', (id, gid) => {
    expect(orderGid(id)).toBe(gid);
  });
});
