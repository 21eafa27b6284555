import { describe, expect, it } from '@jest/globals';
import { TooManyRequestsError } from '../errors.ts';
import { rateLimit, TokenBuckets } from './rate-limit.ts';
import type { AppContext } from './state.ts';

describe('rate limit', () => {
  it('lets a bucket through, then says how long to wait, then refills', () => {
    const buckets = new TokenBuckets(60);
    expect(Array.from({ length: 60 }, () => buckets.take('a', 0))).toEqual(Array.from({ length: 60 }, () => 0));
    expect(buckets.take('a', 0)).toBe(1);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 500)).toBe(0.5);
    expect(buckets.take('a', 1_000)).toBe(0);
  });

  it('does not grow when the clock steps back', () => {
    const buckets = new TokenBuckets(1);
    buckets.take('a', 10_000);
    expect(buckets.take('a', 0)).toBeGreaterThan(0);
  });

  const call = async (limit: ReturnType<typeof rateLimit>, shop: string, method: string): Promise<string> => {
    try {
      await limit({ method, state: { merchant: { shop } } } as unknown as AppContext, async () => undefined);
      return 'through';
    } catch (error) {
      return error instanceof TooManyRequestsError ? `wait ${error.headers['Retry-After']}` : 'broken';
    }
  };

  it.each([
    ['POST', 60, 'wait 1'],
    ['GET', 600, 'wait 1'],
  ])(
    'takes %s requests of one shop %d times a minute, and leaves the other shop alone',
    async (method, times, then) => {
      const limit = rateLimit({ clock: { now: () => new Date(0) } });
      const answers: string[] = [];
      for (let n = 0; n <= times; n++) answers.push(await call(limit, 'a.myshopify.com', method));
      expect(answers).toEqual([...Array.from({ length: times }, () => 'through'), then]);
      expect(await call(limit, 'b.myshopify.com', method)).toBe('through');
    },
  );
});
