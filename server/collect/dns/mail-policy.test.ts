import { describe, expect, it } from '@jest/globals';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { mailPolicyMode } from './mail-policy.ts';

const URL_OF_FILE = 'https://mta-sts.shop.example/.well-known/mta-sts.txt';
const signal = new AbortController().signal;
const serving =
  (text: string, { status = 200, url = URL_OF_FILE } = {}): GuardedFetch =>
  async () => ({ status, headers: new Headers(), bytes: Buffer.from(text), url, text: () => text });
const modeOf = (guardedFetch: GuardedFetch) =>
  mailPolicyMode('shop.example', { guardedFetch, signal, ends: AbortSignal.timeout(60_000) });

describe('the mode of an MTA-STS file', () => {
  it.each([
    ['version: STSv1\r\nmode: enforce\r\nmx: mx.example\r\nmax_age: 86400\r\n', 'enforce'],
    ['version: STSv1\nmode: testing\nmx: mx.example\n', 'testing'],
    ['version:STSv1\nmode:none\n', 'none'],
    ['mode: enforce\n', 'unreadable'], // no version
    ['version: STSv2\nmode: enforce\n', 'unreadable'],
    ['version: STSv1\nmode: Enforce\n', 'unreadable'],
    ['<!doctype html><title>mode: enforce</title>', 'unreadable'],
    ['', 'unreadable'],
  ])('%j: %s', async (text, mode) => expect(await modeOf(serving(text))).toBe(mode));

  it.each<[string, GuardedFetch]>([
    ['is not there', serving('version: STSv1\nmode: enforce\n', { status: 404 })],
    ['comes from elsewhere', serving('version: STSv1\nmode: enforce\n', { url: 'https://other.example/' })],
    ['is refused', () => Promise.reject(new Error('no way'))],
  ])('%s: unreadable', async (_, guardedFetch) => expect(await modeOf(guardedFetch)).toBe('unreadable'));

  it('stops when the collector stops', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    const never: GuardedFetch = () => Promise.reject(new Error('no way'));
    await expect(
      mailPolicyMode('shop.example', { guardedFetch: never, signal: stopped, ends: signal }),
    ).rejects.toThrow('stopped');
  });
});
