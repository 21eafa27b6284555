import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { codeOf, database, KINDS, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

type Given = mongoose.mongo.Document;
const NOW = new Date('2026-11-22T00:00:00Z');

/** Document before, update, document after; all without _id. */
const UPDATES: readonly [before: Given, update: Given, after: Given][] = [
  [{ a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
  [{ a: 1 }, { $set: { z: 1, b: 1 } }, { a: 1, b: 1, z: 1 }],
  [{ a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', nothing: '' } }, { b: { d: 2 } }],
  [{ n: 1 }, { $inc: { n: 2, m: 5 } }, { n: 3, m: 5 }],
  [{ n: 3, s: 'b' }, { $min: { n: 2, s: 'c', m: 1 } }, { n: 2, s: 'b', m: 1 }],
  [{ n: 3, s: 'b' }, { $max: { n: 2, s: 'c', m: 1 } }, { n: 3, s: 'c', m: 1 }],
  [{ n: null }, { $max: { n: 2 } }, { n: 2 }],
  [{}, { $push: { a: 1 } }, { a: [1] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2, 5], $slice: -3 } } }, { a: [1, 2, 5] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $slice: 2 } } }, { a: [3, 1] }],
  [{}, { $push: { 'a.b': { $each: [], $slice: 0 } } }, { a: { b: [] } }],
  [{ a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
  [{ a: [1, 1, 2] }, { $addToSet: { a: 1 } }, { a: [1, 1, 2] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: [1, 2, 3, 2] }, { $pull: { a: 2 } }, { a: [1, 3] }],
  [{ a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  [{ a: { b: 1 } }, { $set: { 'a.c': NOW } }, { a: { b: 1, c: NOW } }],
];

const UPDATE_ERRORS: readonly [before: Given, update: Given, code: number][] = [
  [{ s: 'x' }, { $inc: { s: 1 } }, 14],
  [{ n: 1 }, { $inc: { n: 'x' } }, 14],
  [{ s: 'x' }, { $push: { s: 1 } }, 2],
  [{ s: 'x' }, { $addToSet: { s: 1 } }, 2],
  [{ s: 'x' }, { $pull: { s: 1 } }, 2],
  [{ s: 'x' }, { $set: { 's.t': 1 } }, 28],
  [{ s: null }, { $set: { 's.t': 1 } }, 28],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 1 } }, 40],
  [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  [{ a: 1 }, { $nonsense: { a: 1 } }, 9],
  [{ a: 1 }, { $set: { _id: 99 } }, 66],
];

describe.each(KINDS)('writes on %s', (kind) => {
  let under: UnderTest;
  let docs: mongoose.mongo.Collection<Loose>;
  let id = 0;
  beforeAll(async () => {
    under = await startUnderTest(kind);
    docs = under.collection();
  });
  afterAll(() => under.stop());

  const seeded = async (doc: Given): Promise<number> => {
    await docs.insertOne({ _id: ++id, ...doc });
    return id;
  };

  it.each(UPDATES)('%j with %j is %j', async (before, update, after) => {
    const _id = await seeded(before);
    const { matchedCount } = await docs.updateOne({ _id }, update);
    const found = await docs.findOne({ _id });
    expect(matchedCount).toBe(1);
    expect(found).toEqual({ _id, ...after });
    expect(Object.keys(found ?? {})).toEqual(['_id', ...Object.keys(after)]);
    const other = await seeded(before);
    expect(await docs.findOneAndUpdate({ _id: other }, update, { returnDocument: 'after' })).toEqual({
      _id: other,
      ...after,
    });
  });

  it.each(UPDATE_ERRORS)('%j with %j is refused with %d, and nothing changes', async (before, update, code) => {
    const _id = await seeded(before);
    expect(await codeOf(docs.updateOne({ _id }, update))).toBe(code);
    expect(await docs.findOne({ _id })).toEqual({ _id, ...before });
  });

  it('tells matched from modified', async () => {
    const _id = await seeded({ a: 1 });
    expect(await docs.updateOne({ _id }, { $set: { a: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
    expect(await docs.updateOne({ _id: -1 }, { $set: { a: 1 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
  });

  it('upserts from the equalities of the filter', async () => {
    const { upsertedId, upsertedCount } = await docs.updateOne(
      { _id: 'up', 'k.x': 1, $and: [{ t: { $eq: 'y' } }], n: { $gt: 5 } },
      { $set: { v: 1 }, $setOnInsert: { first: true }, $inc: { c: 2 } },
      { upsert: true },
    );
    expect([upsertedId, upsertedCount]).toEqual(['up', 1]);
    expect(await docs.findOne({ _id: 'up' })).toEqual({ _id: 'up', k: { x: 1 }, t: 'y', v: 1, first: true, c: 2 });
    await docs.updateOne({ _id: 'up' }, { $setOnInsert: { first: false } }, { upsert: true });
    expect((await docs.findOne({ _id: 'up' }))?.['first']).toBe(true);
  });

  it('replaces', async () => {
    const _id = await seeded({ a: 1 });
    await docs.replaceOne({ _id }, { b: 2 });
    expect(await docs.findOne({ _id })).toEqual({ _id, b: 2 });
    expect(await codeOf(docs.replaceOne({ _id }, { _id: -7, b: 2 }))).toBe(66);
    await docs.replaceOne({ _id: 'new' }, { b: 3 }, { upsert: true });
    expect(await docs.findOne({ _id: 'new' })).toEqual({ _id: 'new', b: 3 });
  });

  it('finds and modifies', async () => {
    const own = under.collection();
    await own.insertMany([3, 1, 2].map((n) => ({ _id: n, n })));
    expect(await own.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    expect(await own.findOneAndDelete({ taken: true }, { projection: { n: 1, _id: 0 } })).toEqual({ n: 1 });
    expect(await own.findOneAndUpdate({ n: 99 }, { $set: { a: 1 } })).toBeNull();
    expect(await own.findOneAndReplace({ n: 2 }, { m: 2 }, { returnDocument: 'after' })).toEqual({ _id: 2, m: 2 });
    expect(
      await own.findOneAndUpdate({ _id: 9 }, { $setOnInsert: { a: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).toEqual({ _id: 9, a: 1 });
  });

  it('goes on after an error in an unordered bulk, stops in an ordered one', async () => {
    const own = under.collection();
    const three = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    await expect(own.insertMany(three, { ordered: true })).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
    expect(await own.countDocuments()).toBe(1);
    await own.deleteMany({});
    await expect(own.insertMany(three, { ordered: false })).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    const result = await own.bulkWrite([
      { insertOne: { document: { _id: 3 } } },
      { updateMany: { filter: { _id: { $gte: 2 } }, update: { $set: { a: 1 } } } },
      { updateOne: { filter: { _id: 8 }, update: { $set: { a: 2 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
      { replaceOne: { filter: { _id: 3 }, replacement: { b: 1 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 3, upsertedCount: 1, deletedCount: 1 });
  });

  it('refuses a document that is too large, or an _id that is an array', async () => {
    expect(await codeOf(docs.insertOne({ _id: 'big', s: 'x'.repeat(17 * 1024 * 1024) }))).not.toBe('nothing');
    await docs.insertOne({ _id: 'grows', s: 'x'.repeat(10 * 1024 * 1024) });
    expect(await codeOf(docs.updateOne({ _id: 'grows' }, { $set: { t: 'x'.repeat(9 * 1024 * 1024) } }))).not.toBe(
      'nothing',
    );
    expect((await docs.findOne({ _id: 'grows' }))?.['t']).toBeUndefined();
    expect(
      await codeOf(
        database(under.connection)
          .collection('c')
          .insertOne({ _id: [1] as unknown as mongoose.mongo.ObjectId }),
      ),
    ).toBe(53);
  });

  it('speaks mongoose: validation, versions, timestamps, lean, populate-free finds', async () => {
    const schema = new mongoose.Schema(
      { shop: { type: String, required: true }, tags: [String], at: Date },
      { timestamps: true, strict: 'throw', optimisticConcurrency: true },
    );
    schema.index({ shop: 1 }, { unique: true });
    const Thing = under.connection.model('Thing', schema);
    await Thing.init();
    const thing = await Thing.create({ shop: 'a.example', tags: ['x'] });
    thing.tags.push('y');
    await thing.save();
    const stale = await Thing.findOne({ shop: 'a.example' }).orFail();
    thing.tags = ['y'];
    await thing.save();
    stale.tags.push('z');
    await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
    expect((await Thing.findById(thing._id).lean())?.tags).toEqual(['y']);
    await expect(Thing.create({ shop: 'a.example' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { shop: 'a.example' },
    });
    expect(await Thing.exists({ shop: 'b.example' })).toBeNull();
    await Thing.createIndexes();
    expect(await Thing.countDocuments()).toBe(1);
  });
});
