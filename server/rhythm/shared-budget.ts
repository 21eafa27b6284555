import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Clock } from '../clock.ts';
import { QUEUE_PREFIX } from '../redis.ts';

/** So much in each span of time, over all processes. */
export interface SharedBudget {
  /** Null: one was taken. Otherwise when there is room again. */
  take(whose: string): Promise<Date | null>;
  /** What was taken was not needed after all. */
  giveBack(whose: string): Promise<void>;
  /** Nothing of it stays in Redis, where its key names a shop. */
  forget(whose: string): Promise<void>;
}

/**
 * A budget in Redis, counted anew in each span of our clock. While Redis is away each process keeps to the budget by
 * itself; a Redis that was wiped starts the span again. `whose` is a shop, or names what all shops share.
 */
export function sharedBudget({
  redis,
  name,
  points,
  spanMs,
  clock,
}: {
  redis: Redis;
  name: string;
  points: number;
  spanMs: number;
  clock: Clock;
}): SharedBudget {
  const limits = { points, duration: Math.ceil(spanMs / 1_000), keyPrefix: QUEUE_PREFIX };
  const limiter = new RateLimiterRedis({
    ...limits,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
  // The span stands in the key, so that a clock that is moved moves on.
  const spanOf = () => Math.floor(clock.now().getTime() / spanMs);
  const keyOf = (whose: string, span: number) => `${whose}:${name}:${span}`;

  return {
    async take(whose) {
      const span = spanOf();
      try {
        await limiter.consume(keyOf(whose, span));
        return null;
      } catch (error) {
        if (error instanceof RateLimiterRes) return new Date((span + 1) * spanMs);
        throw error;
      }
    },
    async giveBack(whose) {
      await limiter.reward(keyOf(whose, spanOf()));
    },
    async forget(whose) {
      const span = spanOf();
      // While Redis is away nothing can be taken out; it goes by itself when the span is over.
      for (const one of [span - 1, span]) await limiter.delete(keyOf(whose, one)).catch(() => undefined);
    },
  };
}
