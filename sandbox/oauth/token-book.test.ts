import { beforeEach, describe, expect, it } from '@jest/globals';

import { tokenBook, type TokenBook } from './token-book.ts';

const SHOP = 'one.myshopify.com';
const DAY_MS = 86_400_000;

let nowMs: number;
let book: TokenBook;

beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 22);
  const clock = { nowMs: () => nowMs, now: () => new Date(nowMs), advance: (ms: number) => void (nowMs += ms) };
  book = tokenBook({ access: [], refresh: [] }, clock, () => undefined);
});

/** The pair that a refresh must give. */
function refreshed(refreshToken: string) {
  const pair = book.refresh(SHOP, refreshToken);
  if (!pair) throw new Error('the refresh token was refused');
  return pair;
}

describe('access tokens', () => {
  it.each([
    ['an expiring one', () => book.issueExpiring(SHOP).accessToken, 3_599_000, true],
    ['an expiring one', () => book.issueExpiring(SHOP).accessToken, 3_600_000, false],
    ['a non-expiring one', () => book.issueNonExpiring(SHOP), 1_000 * DAY_MS, true],
    ['an online one', () => book.issueOnline(SHOP).accessToken, 86_398_000, true],
    ['an online one', () => book.issueOnline(SHOP).accessToken, 86_399_000, false],
  ])('%s (%#) is good until its time is over', (_what, issue, laterMs, good) => {
    const token = issue();
    nowMs += laterMs;
    expect(book.isGood(SHOP, token)).toBe(good);
  });

  it('are good in their own shop only', () => {
    expect(book.isGood('other.myshopify.com', book.issueExpiring(SHOP).accessToken)).toBe(false);
  });

  it('are all gone once the shop is forgotten, and refreshing too', () => {
    const pair = book.issueExpiring(SHOP);
    book.forget(SHOP);
    expect(book.isGood(SHOP, pair.accessToken)).toBe(false);
    expect(book.refresh(SHOP, pair.refreshToken)).toBeNull();
  });
});

describe('refreshing', () => {
  it('gives a new pair each time, and counts', () => {
    const first = book.issueExpiring(SHOP);
    const second = refreshed(first.refreshToken);
    const third = refreshed(second.refreshToken);
    expect(new Set([first, second, third].flatMap((pair) => [pair.accessToken, pair.refreshToken])).size).toBe(6);
    expect(third).toMatchObject({ expiresInS: 3_600, refreshExpiresInS: 7_776_000 });
    expect(book.refreshes(SHOP)).toBe(2);
  });

  it('takes the same token again while its successor is unused: a lost answer loses nothing', () => {
    const { refreshToken } = book.issueExpiring(SHOP);
    refreshed(refreshToken);
    refreshed(refreshToken);
    expect(book.refresh(SHOP, refreshToken)).not.toBeNull();
  });

  it('refuses the token once its successor was used', () => {
    const { refreshToken } = book.issueExpiring(SHOP);
    refreshed(refreshed(refreshToken).refreshToken);
    expect(book.refresh(SHOP, refreshToken)).toBeNull();
  });

  it('settles on the successor that is used first', () => {
    const { refreshToken } = book.issueExpiring(SHOP);
    const lost = refreshed(refreshToken);
    const kept = refreshed(refreshToken);
    refreshed(kept.refreshToken);
    expect(book.refresh(SHOP, lost.refreshToken)).toBeNull();
  });

  it.each([
    ['90 days after it was given', 90 * DAY_MS, false],
    ['just before', 90 * DAY_MS - 1, true],
  ])('%s', (_when, laterMs, works) => {
    const { refreshToken } = book.issueExpiring(SHOP);
    nowMs += laterMs;
    expect(book.refresh(SHOP, refreshToken) !== null).toBe(works);
  });

  it.each([
    ['30 days after its first use', 30 * DAY_MS, false],
    ['just before', 30 * DAY_MS - 1, true],
  ])('a used token, %s', (_when, laterMs, works) => {
    const { refreshToken } = book.issueExpiring(SHOP);
    refreshed(refreshToken);
    nowMs += laterMs;
    expect(book.refresh(SHOP, refreshToken) !== null).toBe(works);
  });

  it.each(['', 'shprt_unknown'])('refuses %j', (refreshToken) => {
    expect(book.refresh(SHOP, refreshToken)).toBeNull();
  });

  it('refuses the token of another shop', () => {
    expect(book.refresh('other.myshopify.com', book.issueExpiring(SHOP).refreshToken)).toBeNull();
  });
});
