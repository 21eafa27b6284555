import { describe, expect, it } from '@jest/globals';
import { nextTryAt, RETRY_POLICIES } from './retry-policy.ts';

const HOUR_MS = 3_600_000;
const start = new Date('2026-11-23T03:30:00.000Z');
const after = (ms: number) => new Date(start.getTime() + ms);

/** All tries after the first, in minutes after it, when each fails at once. */
function triesOf(channel: 'mail' | 'webhook' | 'flow', chance: number): number[] {
  const tries: number[] = [];
  for (let now: Date | null = start; now;) {
    now = nextTryAt(RETRY_POLICIES[channel], { triedSince: start, now, chance });
    if (now) tries.push((now.getTime() - start.getTime()) / 60_000);
  }
  return tries;
}

describe('tries', () => {
  it('pause about twice as long each time', () => {
    expect(triesOf('mail', 0.5).slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
  });

  it.each([
    ['mail', 24],
    ['webhook', 72],
    ['flow', 24],
  ] as const)('of %s end after %i hours, with one at the very end', (channel, hours) => {
    for (const chance of [0, 0.5, 0.999]) expect(triesOf(channel, chance).at(-1)).toBe(hours * 60);
  });

  it.each([
    [0, 0.75],
    [0.999, 1.2495],
  ])('of those who failed together spread (chance %f)', (chance, minutes) => {
    expect(triesOf('mail', chance)[0]).toBeCloseTo(minutes, 3);
  });

  it('wait as long as the receiver asks, and not beyond the end', () => {
    const tries = { triedSince: start, now: start, chance: 0.5 };
    expect(nextTryAt(RETRY_POLICIES.webhook, { ...tries, afterMs: HOUR_MS })).toEqual(after(HOUR_MS));
    expect(nextTryAt(RETRY_POLICIES.webhook, { ...tries, afterMs: 1_000 * HOUR_MS })).toEqual(after(72 * HOUR_MS));
  });

  it('are over when the time is', () => {
    expect(nextTryAt(RETRY_POLICIES.mail, { triedSince: start, now: after(24 * HOUR_MS), chance: 0 })).toBeNull();
  });

  it('go on after the clock jumped back', () => {
    const now = after(-HOUR_MS);
    expect(nextTryAt(RETRY_POLICIES.mail, { triedSince: start, now, chance: 0.5 })).toEqual(after(60_000 - HOUR_MS));
  });
});
