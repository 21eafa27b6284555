import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { openTestStore, type TestStore } from '../../test/store.ts';
import type { Audit } from '../audit/audit.ts';
import { shopModel } from '../models/shop.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { standingModel } from '../models/standing.ts';
import { ensureIndexes } from '../store/connect.ts';
import { thinSnapshots, type ThinSnapshots } from './thin-snapshots.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
/** Weeks end on Monday 09:00 of the shop's zone: 03:30 UTC in India. 2026-10-05 is a Monday. */
const NOW = '2026-11-23T04:00:00.000Z';

let store: TestStore;
let now: Date;
let thin: ThinSnapshots;
let told: object[] = [];
beforeAll(async () => {
  store = await openTestStore();
  const audit: Audit = {
    append: async (shop, { action, details }) => told.push({ shop, action, ...details }),
  };
  thin = thinSnapshots({ connection: store.connection, audit, clock: { now: () => now } });
  standingModel(store.connection);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
afterEach(async () => {
  told = [];
  for (const shop of [SHOP, OTHER]) {
    await snapshotModel(store.connection).deleteMany({ shop });
    await shopModel(store.connection).deleteMany({ shop });
  }
});

interface Whose {
  readonly shop?: string;
  readonly zone?: string | null;
}

async function taken(moments: readonly string[], { shop = SHOP, zone = 'Asia/Kolkata' }: Whose = {}) {
  now = new Date(NOW);
  const bare = { status: 'installed' as const, install: 1, installedAt: now, scopes: [], nextCheckAt: now };
  await shopModel(store.connection).create({ shop, ...bare, ...(zone !== null && { timeZone: zone }) });
  for (const moment of moments) {
    const record = { _id: new Types.ObjectId(), shop, takenAt: new Date(moment), evidenceSealed: 'sealed' };
    await snapshotModel(store.connection).create(record);
  }
}
const kept = async (shop = SHOP) =>
  (await snapshotModel(store.connection).find({ shop }).sort({ takenAt: 1 }).lean()).map(({ takenAt }) =>
    takenAt.toISOString(),
  );

describe('snapshots older than five weeks', () => {
  it.each<[string, readonly string[], readonly string[], string | null]>([
    [
      'of one week: the last stays',
      ['2026-10-05T04:00:00.000Z', '2026-10-08T00:00:00.000Z', '2026-10-12T03:29:59.999Z'],
      ['2026-10-12T03:29:59.999Z'],
      'Asia/Kolkata',
    ],
    [
      'on both sides of Monday 09:00 in India: one of each week',
      ['2026-10-12T03:29:59.999Z', '2026-10-12T03:30:00.000Z'],
      ['2026-10-12T03:29:59.999Z', '2026-10-12T03:30:00.000Z'],
      'Asia/Kolkata',
    ],
    [
      'of a shop in another zone, where that is one week',
      ['2026-10-12T03:29:59.999Z', '2026-10-12T03:30:00.000Z'],
      ['2026-10-12T03:30:00.000Z'],
      'Asia/Dubai', // 09:00 there is 05:00 UTC
    ],
    [
      'of a shop whose zone is not known: India counts',
      ['2026-10-12T03:29:59.999Z', '2026-10-12T03:30:00.000Z'],
      ['2026-10-12T03:29:59.999Z', '2026-10-12T03:30:00.000Z'],
      null,
    ],
    [
      'over the turn of the year: that week is one',
      ['2025-12-29T04:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-05T03:00:00.000Z'],
      ['2026-01-05T03:00:00.000Z'],
      'Asia/Kolkata',
    ],
    ['alone in its week: it stays', ['2026-10-06T00:00:00.000Z'], ['2026-10-06T00:00:00.000Z'], 'Asia/Kolkata'],
  ])('%s', async (_name, moments, stay, zone) => {
    await taken(moments, { zone });
    await thin(100);
    expect(await kept()).toEqual(stay);
  });

  it('are those alone: five weeks to the millisecond', async () => {
    const young = ['2026-10-19T04:00:00.001Z', '2026-10-20T00:00:00.000Z'];
    await taken(['2026-10-19T03:59:00.000Z', '2026-10-19T04:00:00.000Z', ...young]);
    await thin(100);
    expect(await kept()).toEqual(young); // both old ones are followed by others of their week
  });

  it('are told in the log of their shop, one line for all of them, and nothing is told of nothing', async () => {
    await taken(['2026-10-05T04:00:00.000Z', '2026-10-06T00:00:00.000Z', '2026-10-08T00:00:00.000Z']);
    await taken(['2026-10-05T04:00:00.000Z', '2026-10-08T00:00:00.000Z'], { shop: OTHER });
    await thin(100);
    await thin(100);
    const action = 'retention.thinned';
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({ shop: SHOP, action, snapshots: 2 });
    expect(told).toContainEqual({ shop: OTHER, action, snapshots: 1 });
  });

  it('go the same way in small pieces, again and again, and side by side', async () => {
    const days = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2026, 7, 31 + day, 12)).toISOString());
    await taken(days);
    await taken(days, { shop: OTHER });
    for (let round = 0; round < 12; round += 1) await Promise.all([thin(3), thin(3)]);
    await thin(1_000);
    const sundaysAndLast = ['2026-09-06', '2026-09-13', '2026-09-20', '2026-09-27'];
    // The week from Monday 09:00 ends with what was taken on Monday before nine, or on Sunday.
    expect((await kept()).map((moment) => moment.slice(0, 10))).toEqual(sundaysAndLast);
    expect(await kept(OTHER)).toEqual(await kept());
    expect(await thin(1_000)).toBe(0);
  });

  it('leave their standing', async () => {
    await taken(['2026-10-05T04:00:00.000Z', '2026-10-08T00:00:00.000Z']);
    const [first] = await snapshotModel(store.connection).find({ shop: SHOP }).sort({ takenAt: 1 }).lean();
    const standing = {
      shop: SHOP,
      takenAt: new Date(0),
      assessed: 1,
      applicable: 1,
      resultsJson: '[]',
      partsJson: '[]',
    };
    await standingModel(store.connection).create({ ...standing, _id: first?._id ?? new Types.ObjectId() });
    expect(await thin(100)).toBe(1);
    expect(await standingModel(store.connection).countDocuments({ shop: SHOP })).toBe(1);
  });
});
