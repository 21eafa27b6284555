import type { ChannelName } from './channel.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How one way out tries again: after `firstMs`, then after as long as it was tried already, `mostMs` at most; `forMs` in all. */
export interface RetryPolicy {
  readonly firstMs: number;
  readonly mostMs: number;
  readonly forMs: number;
}

/** Mail stands in a queue of its own behind the first server, so a day is enough; a receiver may be away over a weekend. */
export const RETRY_POLICIES: Readonly<Record<ChannelName, RetryPolicy>> = {
  mail: { firstMs: MINUTE_MS, mostMs: 4 * HOUR_MS, forMs: 24 * HOUR_MS },
  webhook: { firstMs: MINUTE_MS, mostMs: 6 * HOUR_MS, forMs: 72 * HOUR_MS },
  flow: { firstMs: MINUTE_MS, mostMs: 4 * HOUR_MS, forMs: 24 * HOUR_MS },
};

/** The moments that decide about the next try. */
export interface TriesSoFar {
  readonly triedSince: Date;
  readonly now: Date;
  /** The receiver asked to be left alone for so long. */
  readonly afterMs?: number | undefined;
  /** 0 to 1, without 1: spreads those who failed together. */
  readonly chance: number;
}

/** When it is tried next; null: it was tried long enough. */
export function nextTryAt(
  { firstMs, mostMs, forMs }: RetryPolicy,
  { triedSince, now, afterMs = 0, chance }: TriesSoFar,
): Date | null {
  const giveUpAt = triedSince.getTime() + forMs;
  if (now.getTime() >= giveUpAt) return null;
  const soFarMs = now.getTime() - triedSince.getTime();
  const backoffMs = Math.min(Math.max(firstMs, soFarMs), mostMs) * (0.75 + chance / 2);
  // The last try is made at the end of the time, however long the next pause would be.
  return new Date(Math.min(now.getTime() + Math.max(backoffMs, afterMs), giveUpAt));
}
