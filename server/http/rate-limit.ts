import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import type { Middleware } from './state.ts';

const PER_MINUTE = 600;
const WRITES_PER_MINUTE = 60;
const BUCKETS_AT_MOST = 10_000;

/** A bucket of so many tokens a minute; answers how long to wait when it is empty. */
export class TokenBuckets {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds to wait; 0 when a token was taken. */
  take(key: string, nowMs: number): number {
    const perMs = this.#perMinute / 60_000;
    const old = this.#buckets.get(key) ?? { tokens: this.#perMinute, at: nowMs };
    const tokens = Math.min(this.#perMinute, old.tokens + Math.max(0, nowMs - old.at) * perMs);
    // The oldest used bucket goes first; a full one that comes back is as good as new.
    this.#buckets.delete(key);
    if (this.#buckets.size >= BUCKETS_AT_MOST) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    this.#buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: nowMs });
    return tokens < 1 ? (1 - tokens) / perMs / 1_000 : 0;
  }
}

/** One shop cannot crowd out the others. In this process only: two web processes allow twice as much. */
export function rateLimit({ clock }: { clock: Clock }): Middleware {
  const all = new TokenBuckets(PER_MINUTE);
  const writes = new TokenBuckets(WRITES_PER_MINUTE);
  return async (ctx, next) => {
    const { shop } = ctx.state.merchant;
    const now = clock.now().getTime();
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(ctx.method);
    const waitS = all.take(shop, now) || (isWrite ? writes.take(shop, now) : 0);
    if (waitS > 0) throw new TooManyRequestsError('That was a lot at once. Please wait a moment.', waitS);
    await next();
  };
}
