import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { ensureIndexes } from '../store/connect.ts';
import { vendorSightingModel } from '../models/vendor-sighting.ts';
import { foldVendors, MOST_SIGHTINGS, seenAgain, vendorSightings } from './vendor-sightings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-22T06:30:00.000Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();
const seen = (key: string, first: number, last: number) => ({
  ...{ key, firstSeenAt: daysAgo(first), lastSeenAt: daysAgo(last) },
});

describe('what checks saw', () => {
  it.each([
    ['for the first time', [], ['app:a'], [seen('app:a', 0, 0)]],
    ['again', [seen('app:a', 30, 7)], ['app:a'], [seen('app:a', 30, 0)]],
    ['no more', [seen('app:a', 30, 7)], [], [seen('app:a', 30, 7)]],
    ['400 days ago', [seen('app:a', 900, 400)], [], [seen('app:a', 900, 400)]],
    ['longer ago than anything is remembered', [seen('app:a', 900, 401)], [], []],
    ['by an older check that ended late', [seen('app:a', 0, -1)], ['app:a'], [seen('app:a', 0, -1)]],
  ])('%s', (_, before, keys, after) => expect(seenAgain(before, new Set(keys), NOW)).toEqual(after));

  it('is remembered of two thousand traces: those seen now, and of the rest the newest', () => {
    const before = Array.from({ length: MOST_SIGHTINGS }, (_, at) => seen(`host:h${at}.example`, 300, at / 10));
    const after = seenAgain(before, new Set(['app:new', 'host:h1999.example']), NOW);
    expect(after).toHaveLength(MOST_SIGHTINGS);
    expect(after.slice(0, 3).map(({ key }) => key)).toEqual(['host:h0.example', 'host:h1999.example', 'app:new']);
    expect(after.map(({ key }) => key)).not.toContain('host:h1998.example');
  });
});

describe('what is kept of it', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
    vendorSightingModel(store.connection);
    await ensureIndexes(store.connection);
  });
  afterAll(() => store.close());
  const fold = (shop: string, keys: readonly string[], takenAt = NOW) =>
    store.connection.transaction((session) => foldVendors(store.connection, { shop, takenAt, session }, [{ keys }]));

  it('is of one shop, and the same when a snapshot is folded twice', async () => {
    await fold('a.myshopify.com', ['app:a']);
    await fold('a.myshopify.com', ['app:a']);
    await fold('b.myshopify.com', ['app:b']);
    expect(await vendorSightings(store.connection, 'a.myshopify.com')).toEqual([seen('app:a', 0, 0)]);
    expect(await vendorSightings(store.connection, 'nobody.myshopify.com')).toEqual([]);
  });

  it('goes with the transaction that judges', async () => {
    const broken = store.connection.transaction(async (session) => {
      await foldVendors(store.connection, { shop: 'c.myshopify.com', takenAt: NOW, session }, [{ keys: ['app:c'] }]);
      throw new Error('the judgement broke off');
    });
    await expect(broken).rejects.toThrow('broke off');
    expect(await vendorSightings(store.connection, 'c.myshopify.com')).toEqual([]);
  });
});
