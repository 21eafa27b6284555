import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { redisOptions } from '../../server/redis.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { anEvent, eventSender } from './event-sender.ts';
import { CLEAN_SHOP, MerchantCalls } from './merchant-calls.ts';

describe('Q4: while Redis', () => {
  let system: System;
  let merchant: MerchantCalls;

  beforeAll(async () => {
    system = await startSystem();
    merchant = new MerchantCalls(system, CLEAN_SHOP);
    await merchant.install();
    await merchant.scanEnded();
  }, 60_000);
  afterAll(() => system?.stop());

  it('is full, events and people are served', async () => {
    await configured('maxmemory', '1', expectServed);
  }, 60_000);

  it('takes no writes, events and people are served', async () => {
    await configured('min-replicas-to-write', '1', expectServed);
  }, 60_000);

  it('is gone, events and people are served, and web is ready again when it is back', async () => {
    await system.kill('redis');
    await expectServed();
    expect(await system.readiness('web')).toBe(503);
    await system.start('redis');
    await until('web is ready', async () => (await system.readiness('web')) === 200);
  }, 60_000);

  it('throws keys away when it is full, the worker names the policy at start', async () => {
    await configured('maxmemory-policy', 'allkeys-lru', async () => {
      await system.kill('worker');
      await system.start('worker');
      await until('it is named', async () => system.logOf('worker').includes('"policy":"allkeys-lru"'));
    });
  }, 60_000);

  async function expectServed(): Promise<void> {
    const sender = eventSender(system);
    const events = ['shop/update', 'themes/publish', 'locations/create'].map((topic) => anEvent(CLEAN_SHOP, topic));
    expect(await Promise.all(events.map((event) => sender.post(event)))).toEqual(events.map(() => 200));
    expect((await merchant.home()).shop).toBe(CLEAN_SHOP);
    expect([200, 201, 202, 409]).toContain((await merchant.api('POST', '/api/scans', {})).status);
  }

  async function configured(name: string, value: string, then: () => Promise<void>): Promise<void> {
    const redis = new Redis(redisOptions(system.redisUrl));
    const [, before = ''] = await redis.config('GET', name);
    try {
      await redis.config('SET', name, value);
      await then();
    } finally {
      await redis.config('SET', name, before);
      redis.disconnect();
    }
  }
});
