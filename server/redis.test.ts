import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { testRedis, type TestRedis } from '../test/redis.ts';
import { redisOptions, warnOfEviction } from './redis.ts';

describe('the address of Redis', () => {
  it.each([
    ['unix:/run/prahari/r.sock', { path: '/run/prahari/r.sock' }],
    ['redis://cache.example', { host: 'cache.example', port: 6379 }],
    ['redis://cache.example:6380/3', { host: 'cache.example', port: 6380, db: 3 }],
    ['redis://us%40er:p%2Fw@cache.example', { username: 'us@er', password: 'p/w' }],
    ['rediss://:secret@cache.example', { password: 'secret', tls: { servername: 'cache.example' } }],
    ['redis://[::1]:7000', { host: '::1', port: 7000 }],
  ])('%s', (url, options) => {
    expect(redisOptions(url)).toMatchObject({ ...options, maxRetriesPerRequest: null });
  });
});

describe('a Redis that drops keys', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await testRedis();
  });
  afterAll(() => redis.close());

  it('is named, with its policy', async () => {
    const log = pino({ level: 'silent' });
    const client = new Redis(redisOptions(redis.url));
    const [, policy = ''] = await client.config('GET', 'maxmemory-policy');
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await warnOfEviction(redis.url, log)).toBe('allkeys-lru');
    await client.config('SET', 'maxmemory-policy', policy);
    expect(await warnOfEviction(redis.url, log)).toBeNull();
    client.disconnect();
  });

  it('is not asked when it is not there', async () => {
    expect(await warnOfEviction('unix:/nowhere/r.sock', pino({ level: 'silent' }))).toBeNull();
  });
});
