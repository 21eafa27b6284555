import { describe, expect, it } from '@jest/globals';
import type { AdminApi, Answer } from '../../shared/admin-api.ts';
import { askState } from './order-state.ts';

const OPEN: Answer<unknown> = { kind: 'ok', value: { gstin: null, mayGive: true } };
const CLOSED: Answer<unknown> = { kind: 'ok', value: { gstin: '27AAPFUXXXXF1ZV', mayGive: false } };
const GONE: Answer<unknown> = { kind: 'gone', retryAfterS: null, problem: null };
const OFFLINE: Answer<unknown> = { kind: 'offline', retryAfterS: null, problem: null };

const ORDER = { orderId: 'gid://shopify/Order/12', confirmation: 'ABC 1&2' };

/** A server that answers in this order, the last answer for good. */
function serverOf(...answers: Answer<unknown>[]) {
  const paths: string[] = [];
  const waited: number[] = [];
  const get = async (path: string) => {
    paths.push(path);
    return answers[Math.min(paths.length, answers.length) - 1];
  };
  const pause = async (ms: number) => {
    waited.push(ms);
  };
  return { api: { get: get as AdminApi['get'] }, pause, paths, waited };
}

describe('whether a number may be given', () => {
  it.each([
    ['open', OPEN, true],
    ['closed', CLOSED, false],
    ['nobody knows', OFFLINE, false],
    ['no order of his', GONE, false],
  ])('%s', async (_, answer, isShown) => {
    const { api, pause } = serverOf(answer);
    expect((await askState(api, ORDER, { isNew: false, pause })) !== null).toBe(isShown);
  });

  it('asks again for an order that is still being made', async () => {
    const { api, pause, waited } = serverOf(GONE, GONE, OPEN);
    expect(await askState(api, ORDER, { isNew: true, pause })).toEqual({ gstin: null, mayGive: true });
    expect(waited).toEqual([2_000, 5_000]);
  });

  it('gives up on one that does not come', async () => {
    const { api, pause, waited } = serverOf(GONE);
    expect(await askState(api, ORDER, { isNew: true, pause })).toBeNull();
    expect(waited).toEqual([2_000, 5_000, 10_000]);
  });

  it('writes into the address nothing that could change it', async () => {
    const { api, pause, paths } = serverOf(OPEN);
    await askState(api, ORDER, { isNew: false, pause });
    await askState(api, { ...ORDER, confirmation: null }, { isNew: false, pause });
    expect(paths).toEqual([
      '/orders/gstin?order=gid%3A%2F%2Fshopify%2FOrder%2F12&confirmation=ABC+1%262',
      '/orders/gstin?order=gid%3A%2F%2Fshopify%2FOrder%2F12',
    ]);
  });
});
