import type { LookUpService, UnknownReason } from '../../core/evidence/registry.ts';
import type { Clock } from '../clock.ts';

/** No service publishes a limit: these are ours, mild enough for a sandbox account. Calls at once, then calls a second. */
const BURST = 5;
const CALLS_A_SECOND = 1;
/** A service that is down is left alone by the whole process this long. */
export const BREAKER_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
const MOST_BUCKETS = 10_000;

/** Reasons after which a service is left alone: by this process, and by the shop for longer and longer. */
const DOWN: ReadonlySet<UnknownReason> = new Set(['unreachable', 'source-down']);

export interface Pace {
  /** How long a call must still wait; 0 takes the turn. */
  waitMs(shop: string, service: LookUpService): number;
  /** Until when the service is left alone by this process; null when it is not. */
  closedUntil(service: LookUpService): Date | null;
  /** Notes how a call went, and says how long this shop should leave the service alone; 0: not at all. */
  pauseMs(service: LookUpService, reason: UnknownReason, retryAfterMs: number | null, failuresInRow: number): number;
}

/**
 * Token buckets by shop and service, and a breaker by service, both in this process's memory. What several processes may
 * ask together is counted in Redis (server/rhythm/budgets.ts), and the day's budget in the store holds them all.
 */
export function pace({ clock, random = Math.random }: { clock: Clock; random?: () => number }): Pace {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const closed = new Map<LookUpService, number>();

  return {
    waitMs(shop, service) {
      const now = clock.now().getTime();
      const key = `${shop} ${service}`;
      if (buckets.size >= MOST_BUCKETS && !buckets.has(key)) buckets.clear();
      const bucket = buckets.get(key) ?? { tokens: BURST, at: now };
      const passedS = Math.max(0, now - bucket.at) / 1000;
      const tokens = Math.min(BURST, bucket.tokens + passedS * CALLS_A_SECOND);
      const isOpen = tokens >= 1;
      buckets.set(key, { tokens: isOpen ? tokens - 1 : tokens, at: now });
      return isOpen ? 0 : Math.ceil(((1 - tokens) / CALLS_A_SECOND) * 1000);
    },

    closedUntil(service) {
      const until = closed.get(service) ?? 0;
      return until > clock.now().getTime() ? new Date(until) : null;
    },

    pauseMs(service, reason, retryAfterMs, failuresInRow) {
      const isDown = DOWN.has(reason);
      if (!isDown && reason !== 'limited') return 0;
      if (isDown) closed.set(service, clock.now().getTime() + BREAKER_MS);
      const backOffMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failuresInRow, 10), LONGEST_PAUSE_MS);
      // Half of it by chance, so that shops do not come back all at once.
      return Math.max(retryAfterMs ?? 0, isDown ? BREAKER_MS : 0, Math.round(backOffMs * (0.5 + random() / 2)));
    },
  };
}
