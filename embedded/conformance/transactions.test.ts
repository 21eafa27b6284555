import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { codeOf, KINDS, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

describe.each(KINDS)('transactions on %s', (kind) => {
  let under: UnderTest;
  beforeAll(async () => {
    under = await startUnderTest(kind);
  });
  afterAll(() => under.stop());

  const seeded = async (): Promise<mongoose.mongo.Collection<Loose>> => {
    const docs = under.collection();
    await docs.createIndex({ u: 1 }, { unique: true });
    await docs.insertMany([
      { _id: 1, u: 'a', n: 10 },
      { _id: 2, u: 'b', n: 0 },
    ]);
    return docs;
  };
  const session = (): Promise<mongoose.ClientSession> => under.connection.startSession();

  it('shows its own writes to itself alone, until it commits', async () => {
    const docs = await seeded();
    const mine = await session();
    mine.startTransaction();
    await docs.updateOne({ _id: 1 }, { $inc: { n: -5 } }, { session: mine });
    await docs.insertOne({ _id: 3, u: 'c', n: 5 }, { session: mine });
    await docs.deleteOne({ _id: 2 }, { session: mine });
    expect((await docs.find({}, { session: mine }).sort({ n: 1, _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      1, 3,
    ]);
    expect(await docs.countDocuments({ u: 'c' }, { session: mine })).toBe(1);
    expect(await docs.countDocuments({ n: 5 })).toBe(0);
    await mine.commitTransaction();
    expect((await docs.find().sort({ _id: 1 }).toArray()).map(({ n }): unknown => n)).toEqual([5, 5]);
    await mine.commitTransaction();
    await mine.endSession();
  });

  it('leaves nothing behind when it aborts', async () => {
    const docs = await seeded();
    const mine = await session();
    mine.startTransaction();
    await docs.insertOne({ _id: 3, u: 'c' }, { session: mine });
    await docs.updateMany({}, { $set: { n: 99 } }, { session: mine });
    await mine.abortTransaction();
    await mine.endSession();
    expect(await docs.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, u: 'a', n: 10 },
      { _id: 2, u: 'b', n: 0 },
    ]);
  });

  it('reads the store as it was when it began', async () => {
    const docs = await seeded();
    const mine = await session();
    mine.startTransaction({ readConcern: { level: 'snapshot' } });
    expect(await docs.countDocuments({}, { session: mine })).toBe(2);
    await docs.updateOne({ _id: 1 }, { $set: { n: 11 } });
    await docs.insertOne({ _id: 3, u: 'c' });
    await docs.deleteOne({ _id: 2 });
    expect(await docs.find({}, { session: mine }).sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, u: 'a', n: 10 },
      { _id: 2, u: 'b', n: 0 },
    ]);
    await mine.commitTransaction();
    await mine.endSession();
  });

  it('gives the document to the first writer; the other may try again', async () => {
    const docs = await seeded();
    const [mine, yours] = [await session(), await session()];
    mine.startTransaction();
    yours.startTransaction();
    await docs.findOne({ _id: 1 }, { session: yours });
    await docs.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: mine });
    const lost = docs.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: yours });
    await expect(lost).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
    await mine.commitTransaction();
    expect((await docs.findOne({ _id: 1 }))?.['n']).toBe(11);
    await Promise.all([mine.endSession(), yours.endSession()]);
  });

  it('loses nothing when a plain write and a transaction want the same document', async () => {
    const docs = await seeded();
    const mine = await session();
    let tries = 0;
    let plain: Promise<unknown> = Promise.resolve();
    await mine.withTransaction(async () => {
      await docs.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: mine });
      if (++tries === 1) plain = docs.updateOne({ _id: 1 }, { $inc: { n: 100 } });
      await docs.findOne({ _id: 2 }); // gives the other its turn
    });
    await plain;
    expect((await docs.findOne({ _id: 1 }))?.['n']).toBe(111);
    await mine.endSession();
  });

  it('commits none of its changes when one of its unique keys was taken meanwhile', async () => {
    const docs = await seeded();
    const mine = await session();
    mine.startTransaction();
    await docs.updateOne({ _id: 2 }, { $set: { n: 7 } }, { session: mine });
    await docs.insertOne({ _id: 3, u: 'c' }, { session: mine });
    const other = docs.insertOne({ _id: 4, u: 'c' });
    if (kind === 'embedded') {
      await other;
      await expect(mine.commitTransaction()).rejects.toMatchObject({ code: 112 });
      expect((await docs.findOne({ _id: 2 }))?.['n']).toBe(0);
    } else {
      await mine.abortTransaction();
      await other;
    }
    expect((await docs.find({ u: 'c' }).toArray()).map(({ _id }) => _id)).toEqual([4]);
    await mine.endSession();
  });

  it('may swap unique keys inside', async () => {
    const docs = await seeded();
    const mine = await session();
    await mine.withTransaction(async () => {
      await docs.updateOne({ _id: 1 }, { $set: { u: 'x' } }, { session: mine });
      await docs.updateOne({ _id: 2 }, { $set: { u: 'a' } }, { session: mine });
      await docs.updateOne({ _id: 1 }, { $set: { u: 'b' } }, { session: mine });
    });
    expect((await docs.find().sort({ u: 1 }).toArray()).map(({ _id }) => _id)).toEqual([2, 1]);
    expect(await docs.countDocuments({ u: 'x' })).toBe(0);
    await mine.endSession();
  });

  it('refuses a duplicate inside, and aborts', async () => {
    const docs = await seeded();
    const mine = await session();
    mine.startTransaction();
    await docs.insertOne({ _id: 3, u: 'c' }, { session: mine });
    expect(await codeOf(docs.insertOne({ _id: 4, u: 'c' }, { session: mine }))).toBe(11000);
    expect(await codeOf(docs.findOne({}, { session: mine }))).toBe(251);
    await mine.endSession();
    expect(await docs.countDocuments()).toBe(2);
  });

  it('keeps sums under contention: withTransaction retries by itself', async () => {
    const docs = await seeded();
    const transfer = async (from: number, to: number): Promise<void> => {
      const mine = await session();
      await mine.withTransaction(async () => {
        await docs.updateOne({ _id: from }, { $inc: { n: -1 } }, { session: mine });
        await docs.updateOne({ _id: to }, { $inc: { n: 1 } }, { session: mine });
      });
      await mine.endSession();
    };
    await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 4 === 3 ? transfer(2, 1) : transfer(1, 2))));
    expect((await docs.find().sort({ _id: 1 }).toArray()).map(({ n }): unknown => n)).toEqual([6, 4]);
  });

  if (kind === 'embedded') {
    it('refuses to change the catalogue inside', async () => {
      const docs = await seeded();
      const mine = await session();
      mine.startTransaction();
      expect(await codeOf(docs.createIndex({ n: 1 }, { session: mine }))).toBe(263);
      await mine.abortTransaction();
      await mine.endSession();
    });
  }
});
