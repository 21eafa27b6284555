/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { createApi } from './client.ts';
import { ApiProblem, isWorthRetrying, OfflineProblem } from './problems.ts';

const PROBLEM = { 'Content-Type': 'application/problem+json' };

/** A server that answers from a list, and keeps what it was asked. */
function serverOf(...answers: readonly (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  let tokens = 0;
  const api = createApi({
    fetch: async (url, init) => {
      asked.push({ url, init });
      const answer = answers[asked.length - 1];
      if (!answer || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    },
    idToken: async () => `token-${(tokens += 1)}`,
  });
  return { api, asked };
}

const bearerOf = (init: RequestInit | undefined) => new Headers(init?.headers).get('Authorization');

describe('the api client', () => {
  it('carries a session token and reads JSON', async () => {
    const { api, asked } = serverOf(Response.json({ score: 72 }));
    expect(await api.get('/home')).toEqual({ score: 72 });
    expect(asked[0]?.url).toBe('/api/home');
    expect(bearerOf(asked[0]?.init)).toBe('Bearer token-1');
  });

  it('renews a stale token once, when the server asks for it', async () => {
    const stale = () =>
      new Response(null, { status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' } });
    const { api, asked } = serverOf(stale(), Response.json({ ok: true }));
    expect(await api.post('/scans')).toEqual({ ok: true });
    expect(asked.map(({ init }) => bearerOf(init))).toEqual(['Bearer token-1', 'Bearer token-2']);

    const twice = serverOf(stale(), stale());
    await expect(twice.api.get('/home')).rejects.toMatchObject({ problem: { status: 401 } });
    expect(twice.asked).toHaveLength(2);
  });

  it('hands on the reason that the server gives', async () => {
    const problem = { type: 'too-many-requests', title: 'The budget is spent.', status: 429 };
    const { api } = serverOf(
      new Response(JSON.stringify(problem), { status: 429, headers: { ...PROBLEM, 'Retry-After': '90' } }),
    );
    await expect(api.post('/scans')).rejects.toMatchObject({ problem, retryAfterS: 90 });
  });

  it('keeps nothing of an answer that is not ours', async () => {
    const { api } = serverOf(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const error: unknown = await api.get('/home').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ problem: { type: 'unknown', status: 502 }, retryAfterS: null });
    expect(isWorthRetrying(error)).toBe(true);
  });

  it('tells a missing network from a refusal, and from being called off', async () => {
    const { api } = serverOf(new TypeError('Failed to fetch'));
    await expect(api.get('/home')).rejects.toBeInstanceOf(OfflineProblem);

    const stop = new AbortController();
    stop.abort();
    const stopped = serverOf(new DOMException('stopped', 'AbortError'));
    await expect(stopped.api.get('/home', stop.signal)).rejects.not.toBeInstanceOf(OfflineProblem);
  });

  it('takes an answer without a body', async () => {
    const { api } = serverOf(new Response(null, { status: 204 }));
    expect(await api.remove('/registrations/1')).toBeNull();
  });
});
