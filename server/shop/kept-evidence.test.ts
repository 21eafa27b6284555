import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { aSnapshot } from '../../test/factories.ts';
import { anOrder, anOrderBook } from '../../test/gst-factories.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { TooLargeToKeepError } from './packed.ts';
import { scanStore, type ScanStore } from './scans.ts';
import { shopStore } from './shops.ts';
import { snapshotStore, type SnapshotStore } from './snapshots.ts';

const SHOP = 'marigold.myshopify.com';

let system: TestProduct;
let snapshots: SnapshotStore;
let scans: ScanStore;
beforeAll(async () => {
  system = await testProduct();
  const { clock, cipher } = system;
  const { connection } = system.store;
  const shops = shopStore({ connection, clock });
  snapshots = snapshotStore({ connection, cipher });
  scans = scanStore({ connection, cipher, shops, clock });
  await shops.install(SHOP, ['read_themes']);
});
afterAll(() => system.close());

const manyOrders = anOrderBook(Array.from({ length: 2_000 }, (_, index) => anOrder({ name: `#${index}` })));

describe('evidence as it is kept', () => {
  it('a snapshot of many orders is short in the store and whole when it is read', async () => {
    const id = new Types.ObjectId().toHexString();
    const snapshot = aSnapshot({ orders: manyOrders }, { shop: SHOP });
    await snapshots.keep(id, snapshot);
    expect(await snapshots.find(SHOP, id)).toEqual(snapshot);
    const record = await snapshotModel(system.store.connection).findOne({ shop: SHOP, _id: id }).lean().orFail();
    expect(record.evidenceSealed.length).toBeLessThan(JSON.stringify(snapshot.evidence).length / 10);
  });

  it('a snapshot that was kept before there was packing still opens', async () => {
    const id = new Types.ObjectId();
    const snapshot = aSnapshot({}, { shop: SHOP });
    const place = { collection: 'snapshots', field: 'evidence', id: id.toHexString() };
    await snapshotModel(system.store.connection).create({
      _id: id,
      shop: SHOP,
      takenAt: new Date(snapshot.takenAt),
      evidenceSealed: await system.cipher.seal(SHOP, place, JSON.stringify(snapshot.evidence)),
    });
    expect(await snapshots.find(SHOP, id.toHexString())).toEqual(snapshot);
  });

  it('a kind that would not fit into the scan is refused, and the scan goes on', async () => {
    const started = await scans.start(SHOP, { cause: 'test', trigger: 'event' });
    if (!started.started) throw new Error(started.why);
    const collectedAt = system.clock.now().toISOString();
    const noise = randomBytes(300_000).toString('base64');
    const collected = { status: 'collected', value: [noise], collectedAt, rung: 'platform' } as const;
    await expect(scans.record(started.scan, 'domains', collected)).rejects.toBeInstanceOf(TooLargeToKeepError);
    expect(await scans.record(started.scan, 'orders', { ...collected, value: manyOrders })).toBe(true);
    expect(await scans.beginEvaluating(started.scan)).toEqual({ orders: { ...collected, value: manyOrders } });
  });
});
