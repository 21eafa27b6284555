import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createAdminApi, digitsOf } from './admin-api.ts';
import type { Answer } from './admin-api.ts';

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As much of a browser's answer as is read; jsdom has none of its own. */
function responseOf({ status = 200, headers = {}, body = '{}' }: FakeAnswer): Response {
  const held = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const fake = {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => held.get(name.toLowerCase()) ?? null },
    text: async () => body,
  };
  return fake as unknown as Response;
}

function apiWith(...answers: readonly FakeAnswer[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const api = createAdminApi({
    fetch: async (url, init) => {
      asked.push({ url, init });
      return responseOf(left.shift() ?? { status: 500 });
    },
    timeoutMs: 10_000,
  });
  return { api, asked };
}

const problem = (status: number) => JSON.stringify({ type: 'a-reason', title: 'So it is.', status });

describe('the way to our server', () => {
  it('leaves the host and the token to the admin', async () => {
    const { api, asked } = apiWith({ body: '{"id":"1"}' });
    expect(await api.put('/products/1/gst', { hsn: '6109' })).toEqual({ kind: 'ok', value: { id: '1' } });
    expect(asked.map(({ url, init }) => [url, init.method, init.body])).toEqual([
      ['/api/products/1/gst', 'PUT', '{"hsn":"6109"}'],
    ]);
    expect(JSON.stringify(asked[0]?.init.headers)).not.toMatch(/authorization/i);
  });

  it.each([
    [400, 'refused'],
    [401, 'signed-out'],
    [403, 'denied'],
    [404, 'gone'],
    [409, 'refused'],
    [410, 'gone'],
    [429, 'busy'],
    [500, 'fault'],
    [502, 'fault'],
    [503, 'busy'],
    [302, 'fault'],
  ])('%i is %s, and its reason is kept', async (status, kind) => {
    const { api } = apiWith({ status, body: problem(status) });
    expect(await api.get('/orders/1/gst')).toMatchObject({ kind, problem: { type: 'a-reason', status } });
  });

  it.each([
    ['a page of a gateway', '<html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a word', '"ok"'],
    ['half an answer', '{"id":'],
  ])('%s is no answer', async (_, body) => {
    const { api } = apiWith({ body }, { status: 502, body });
    const empty = { kind: 'fault', retryAfterS: null, problem: null };
    expect([await api.get('/a'), await api.get('/b')]).toEqual([empty, empty]);
  });

  it.each([
    ['30', 30],
    ['1.2', 2],
    ['0', null],
    ['-5', null],
    ['999999', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
  ])('is told to come back after %s', async (header, retryAfterS) => {
    const { api } = apiWith({ status: 429, headers: { 'Retry-After': header } });
    expect(await api.post('/orders/1/check')).toMatchObject({ kind: 'busy', retryAfterS });
  });

  it('asks once more where the server names the token as the reason, and once only', async () => {
    const old = { status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' } };
    expect(await apiWith(old, { body: '{"a":1}' }).api.get('/a')).toEqual({ kind: 'ok', value: { a: 1 } });
    const { api, asked } = apiWith(old, old, { body: '{}' });
    expect((await api.get('/a')).kind).toBe('signed-out');
    expect(asked).toHaveLength(2);
    expect((await apiWith({ status: 401 }, { body: '{}' }).api.get('/a')).kind).toBe('signed-out');
  });

  it('is offline where nothing answers', async () => {
    const api = createAdminApi({ fetch: () => Promise.reject(new TypeError('Failed to fetch')), timeoutMs: 10_000 });
    expect((await api.get('/a')).kind).toBe('offline');
    const broken = createAdminApi({
      fetch: () => {
        throw new Error('no fetch here');
      },
      timeoutMs: 10_000,
    });
    expect((await broken.get('/a')).kind).toBe('offline');
  });
});

describe('an answer that does not come', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['at all', () => new Promise<Response>(() => undefined)],
    ['whole', async () => ({ ...responseOf({}), text: () => new Promise<string>(() => undefined) })],
  ])('%s is not waited for beyond the time-out', async (_, fetch) => {
    jest.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    const api = createAdminApi({
      fetch: (_url, init) => {
        ({ signal } = init);
        return fetch();
      },
      timeoutMs: 10_000,
    });
    let answer: Answer<unknown> | null = null;
    const asked = api.get('/a').then((it) => (answer = it));
    await jest.advanceTimersByTimeAsync(9_999);
    expect(answer).toBeNull();
    await jest.advanceTimersByTimeAsync(1);
    expect((await asked).kind).toBe('offline');
    expect(signal?.aborted).toBe(true);
  });

  it('is waited for longer where the server asks others for it', async () => {
    jest.useFakeTimers();
    const fetch = () => new Promise<Response>(() => undefined);
    const api = createAdminApi({ fetch, timeoutMs: 10_000, deedTimeoutMs: 30_000 });
    const kinds: string[] = [];
    for (const asked of [api.get('/a'), api.post('/a'), api.put('/a', {})]) {
      void asked.then(({ kind }) => kinds.push(kind));
    }
    await jest.advanceTimersByTimeAsync(29_999);
    expect(kinds).toEqual(['offline']);
    await jest.advanceTimersByTimeAsync(1);
    expect(kinds).toEqual(['offline', 'offline', 'offline']);
  });
});

describe('ids of Shopify', () => {
  it.each([
    ['gid://shopify/Order/1001', '1001'],
    ['gid://shopify/Order/', null],
    ['gid://shopify/Order/1/../2', null],
    ['gid://shopify/Order/1?x', null],
    ['1001', null],
    [undefined, null],
  ])('%s is %s', (gid, digits) => {
    expect(digitsOf(gid)).toBe(digits);
  });
});
