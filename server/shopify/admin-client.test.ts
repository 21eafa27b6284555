import { describe, expect, it } from '@jest/globals';
import type { GuardedFetch, OutboundRequest } from '../http/guarded-fetch.ts';
import { OutboundFailedError } from '../http/outbound-errors.ts';
import { createAdminClient } from './admin-client.ts';
import { AdminUnreachableError, EvidenceShapeError, ThrottledError, TokenRefusedError } from './admin-errors.ts';

const SHOP = 'invented.myshopify.com';
const DOCUMENT = 'query Shop { shop { id } }';

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; text?: string } | Error;

const cost = (currentlyAvailable: number, requestedQueryCost = 100) => ({
  cost: { requestedQueryCost, throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 } },
});
const good: Reply = { body: { data: { shop: { id: 'gid://shopify/Shop/1' } }, extensions: cost(1900) } };
const throttled: Reply = {
  body: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: cost(20, 120) },
};

/** A shop that answers by a script, a token that can be renewed, and time that passes only by sleeping. */
function setUp(replies: Reply[], { renewable = true } = {}) {
  const requests: OutboundRequest[] = [];
  const slept: number[] = [];
  const outcomes: string[] = [];
  const clock = { at: 0, now: () => new Date(clock.at) };
  const access = { token: 'token-1', isRefused: false, isLost: false };

  const guardedFetch: GuardedFetch = async (url, init = {}) => {
    requests.push(init);
    const reply = replies.shift();
    if (!reply) throw new Error('asked once too often');
    if (reply instanceof Error) throw reply;
    const text = reply.text ?? JSON.stringify(reply.body ?? {});
    return {
      status: reply.status ?? 200,
      headers: new Headers(reply.headers),
      bytes: Buffer.from(text),
      url,
      text: () => text,
    };
  };
  const tokens = {
    accessToken: async () => {
      if (access.isRefused && !renewable) throw new TokenRefusedError();
      if (access.isRefused) Object.assign(access, { token: 'token-2', isRefused: false });
      return access.token;
    },
    refuse: async () => void (access.isRefused = true),
    lose: async () => void (access.isLost = true),
  };
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
    clock.at += ms;
  };
  const admin = createAdminClient({
    guardedFetch,
    openStream: async () => ({ status: 404, body: (async function* () {})() }),
    tokens,
    clock,
    sleep,
    random: () => 1,
    observe: (outcome) => outcomes.push(outcome),
  });
  return {
    query: (signal?: AbortSignal) => admin(SHOP).query(DOCUMENT, {}, signal ? { signal } : {}),
    requests,
    slept,
    outcomes,
    access,
  };
}

describe('Admin client', () => {
  it('answers with the data', async () => {
    const { query, requests, outcomes } = setUp([good]);
    expect(await query()).toEqual({ data: { shop: { id: 'gid://shopify/Shop/1' } }, denied: [] });
    expect(requests[0]?.headers?.['x-shopify-access-token']).toBe('token-1');
    expect(outcomes).toEqual(['answered']);
  });

  it('hands on a denial as data, beside what was granted', async () => {
    const denial = {
      message: 'Access denied for shopPolicies field.',
      path: ['shop', 'shopPolicies'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_legal_policies` access scope.' },
    };
    const bare = { message: 'Access denied', path: ['themes', 0, 'files'], extensions: { code: 'ACCESS_DENIED' } };
    const { query, outcomes } = setUp([{ body: { data: { shop: null }, errors: [denial, bare] } }]);
    expect(await query()).toEqual({
      data: { shop: null },
      denied: [
        { path: 'shop.shopPolicies', requiredAccess: '`read_legal_policies` access scope.' },
        { path: 'themes.0.files', requiredAccess: null },
      ],
    });
    expect(outcomes).toEqual(['denied']);
  });

  it('waits for the bucket to fill after THROTTLED over HTTP 200', async () => {
    const { query, slept } = setUp([throttled, good]);
    await query();
    expect(slept).toEqual([1_000]); // 100 points lacking at 100 a second
  });

  it('waits before it asks when the bucket is known to be too low', async () => {
    const { query, slept } = setUp([{ body: { data: {}, extensions: cost(50, 300) } }, good]);
    await query();
    await query();
    expect(slept).toEqual([2_500]);
  });

  it.each<[string, Reply, number]>([
    ['429 with Retry-After in seconds', { status: 429, headers: { 'retry-after': '2.5' } }, 2_500],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '3' } }, 3_000],
    ['500', { status: 500 }, 1_000],
    ['a broken connection', new OutboundFailedError('unreachable'), 1_000],
    ['a timeout', new OutboundFailedError('timed-out'), 1_000],
  ])('asks again after %s', async (_name, reply, ms) => {
    const { query, slept } = setUp([reply, good]);
    await query();
    expect(slept).toEqual([ms]);
  });

  it.each<[string, Reply, new (...args: never[]) => Error, string]>([
    ['502 five times', { status: 502 }, AdminUnreachableError, 'unreachable'],
    ['THROTTLED five times', throttled, ThrottledError, 'throttled'],
    ['429 with an hour to wait', { status: 429, headers: { 'retry-after': '3600' } }, ThrottledError, 'throttled'],
    ['a frozen shop', { status: 402 }, AdminUnreachableError, 'unreachable'],
    ['HTML instead of JSON', { text: '<html>oops' }, EvidenceShapeError, 'unexpected'],
    ['cut JSON', { text: '{"data":{"sho' }, EvidenceShapeError, 'unexpected'],
    ['a list', { body: [] }, EvidenceShapeError, 'unexpected'],
    ['no data and no errors', { body: {} }, EvidenceShapeError, 'unexpected'],
    [
      'an unknown error',
      { body: { data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] } },
      EvidenceShapeError,
      'unexpected',
    ],
    [
      'an error without a code',
      { body: { errors: [{ message: "Field 'x' doesn't exist" }] } },
      EvidenceShapeError,
      'unexpected',
    ],
    ['errors as a text', { body: { errors: 'Not found' } }, EvidenceShapeError, 'unexpected'],
    ['too much', new OutboundFailedError('too-large'), EvidenceShapeError, 'unexpected'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example/' } },
      EvidenceShapeError,
      'unexpected',
    ],
  ])('says what kind of failure it was: %s', async (_name, reply, kind, outcome) => {
    const { query, outcomes } = setUp([reply, reply, reply, reply, reply]);
    await expect(query()).rejects.toBeInstanceOf(kind);
    expect(outcomes).toEqual([outcome]);
  });

  it('renews the token once after a 401, and goes on', async () => {
    const { query, requests } = setUp([{ status: 401 }, good]);
    await query();
    expect(requests.map(({ headers }) => headers?.['x-shopify-access-token'])).toEqual(['token-1', 'token-2']);
  });

  it('gives the shop up when the renewed token is refused too', async () => {
    const { query, access } = setUp([{ status: 401 }, { status: 401 }]);
    await expect(query()).rejects.toBeInstanceOf(TokenRefusedError);
    expect(access.isLost).toBe(true);
  });

  it('says so when the token cannot be renewed', async () => {
    const { query } = setUp([{ status: 401 }], { renewable: false });
    await expect(query()).rejects.toBeInstanceOf(TokenRefusedError);
  });

  it('stops when its caller gives up', async () => {
    const { query } = setUp([]);
    await expect(query(AbortSignal.abort(new Error('deadline')))).rejects.toThrow('deadline');
  });
});
