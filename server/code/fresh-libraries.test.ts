import { afterEach, describe, expect, it } from '@jest/globals';
import type { GuardedFetch, OutboundAnswer } from '../http/guarded-fetch.ts';
import { OutboundFailedError, OutboundRefusedError } from '../http/outbound-errors.ts';
import { keepLibrariesFresh, LIBRARY_LIST_URL, type FreshLibraries } from './fresh-libraries.ts';
import type { ListText } from './library-list.ts';

const clock = { now: () => new Date('2026-11-22T20:00:00.000Z') }; // the 23rd in India
const url = LIBRARY_LIST_URL;
const answer = (status: number, text: string): OutboundAnswer => ({
  status,
  headers: new Headers(),
  bytes: Buffer.from(text),
  url,
  text: () => text,
});

let fresh: FreshLibraries | undefined;
afterEach(() => fresh?.stop());

function following(guardedFetch: GuardedFetch, renew: (list: ListText) => void = () => undefined) {
  const said: unknown[] = [];
  const log = {
    info: (...words: unknown[]) => void said.push(words),
    warn: (...words: unknown[]) => void said.push(words),
  };
  fresh = keepLibrariesFresh({ scanner: { renew }, guardedFetch, clock, url, log: log as never });
  return { fresh, said };
}

describe('the list of flaws', () => {
  it('is read anew, and carries the day', async () => {
    const lists: ListText[] = [];
    const { fresh: own } = following(
      async () => answer(200, '{"a":1}'),
      (list) => lists.push(list),
    );
    expect(await own.refresh()).toBe('renewed');
    expect(lists.at(-1)).toEqual({ day: '2026-11-23', text: '{"a":1}' });
  });

  it.each<[string, GuardedFetch]>([
    ['is gone', async () => answer(404, 'no')],
    ['is throttled', async () => answer(429, 'later')],
    ['does not come', () => Promise.reject(new OutboundFailedError('timed-out'))],
    ['is too large', () => Promise.reject(new OutboundFailedError('too-large'))],
    ['leads inside', () => Promise.reject(new OutboundRefusedError('not-a-public-address'))],
  ])('stays as it was when the new one %s', async (_what, guardedFetch) => {
    const lists: ListText[] = [];
    const { fresh: own, said } = following(guardedFetch, (list) => lists.push(list));
    expect(await own.refresh()).toBe('kept');
    expect(lists).toEqual([]);
    expect(JSON.stringify(said)).toContain('stays as it was');
  });

  it('stays as it was when the new one is none', async () => {
    const { fresh: own, said } = following(
      async () => answer(200, 'secret words of somebody'),
      () => {
        throw new SyntaxError('secret words of somebody');
      },
    );
    expect(await own.refresh()).toBe('kept');
    expect(JSON.stringify(said)).not.toContain('secret');
  });
});
