import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, database, KINDS, startUnderTest, type UnderTest } from './store-under-test.ts';

describe.each(KINDS)('indexes and collections on %s', (kind) => {
  let under: UnderTest;
  beforeAll(async () => {
    under = await startUnderTest(kind);
  });
  afterAll(() => under.stop());

  it('keeps a unique compound index, missing as null', async () => {
    const docs = under.collection();
    await docs.createIndex({ shop: 1, key: -1 }, { unique: true });
    await docs.insertMany([
      { _id: 1, shop: 'a', key: 1 },
      { _id: 2, shop: 'a' },
      { _id: 3, shop: 'b', key: 1 },
    ]);
    const again = docs.insertOne({ _id: 4, shop: 'a', key: 1 });
    await expect(again).rejects.toMatchObject({
      code: 11000,
      keyPattern: { shop: 1, key: -1 },
      keyValue: { shop: 'a', key: 1 },
      message: `E11000 duplicate key error collection: ${docs.namespace} index: shop_1_key_-1 dup key: { shop: "a", key: 1 }`,
    });
    expect(await codeOf(docs.insertOne({ _id: 5, shop: 'a', key: null }))).toBe(11000);
    expect(await codeOf(docs.updateOne({ _id: 3 }, { $set: { shop: 'a' } }))).toBe(11000);
    await docs.deleteOne({ _id: 1 });
    await docs.updateOne({ _id: 3 }, { $set: { shop: 'a' } });
    expect(await docs.countDocuments({ shop: 'a', key: 1 })).toBe(1);
  });

  it('keeps unique elements of arrays', async () => {
    const docs = under.collection();
    await docs.createIndex({ tags: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, tags: ['a', 'b', 'a'] });
    expect(await codeOf(docs.insertOne({ _id: 2, tags: ['c', 'b'] }))).toBe(11000);
    await docs.insertOne({ _id: 3, tags: [] });
    expect(await docs.find({ tags: { $gte: 'a' } }).toArray()).toHaveLength(1);
  });

  it('refuses keys from two arrays at once, and changes nothing', async () => {
    const docs = under.collection();
    await docs.createIndex({ a: 1, b: 1 });
    expect(await codeOf(docs.insertOne({ _id: 1, a: [1], b: [2] }))).toBe(171);
    expect(await docs.countDocuments()).toBe(0);
  });

  it('holds a partial unique index only where its filter does', async () => {
    const docs = under.collection();
    await docs.createIndex({ shop: 1 }, { unique: true, partialFilterExpression: { state: 'open' } });
    await docs.insertMany([
      { _id: 1, shop: 'a', state: 'open' },
      { _id: 2, shop: 'a', state: 'done' },
      { _id: 3, shop: 'a' },
    ]);
    expect(await codeOf(docs.insertOne({ _id: 4, shop: 'a', state: 'open' }))).toBe(11000);
    expect(await codeOf(docs.updateOne({ _id: 2 }, { $set: { state: 'open' } }))).toBe(11000);
    await docs.updateOne({ _id: 1 }, { $set: { state: 'done' } });
    await docs.updateOne({ _id: 2 }, { $set: { state: 'open' } });
    expect(await docs.countDocuments({ shop: 'a' })).toBe(3);
    expect(await docs.countDocuments({ shop: 'a', state: 'open' })).toBe(1);
  });

  it('leaves documents without the field out of a sparse index, not out of answers', async () => {
    const docs = under.collection();
    await docs.createIndex({ mail: 1 }, { unique: true, sparse: true });
    await docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, mail: 'a@shop.example' }]);
    expect(await codeOf(docs.insertOne({ _id: 4, mail: 'a@shop.example' }))).toBe(11000);
    expect(await docs.countDocuments({ mail: null })).toBe(2);
    expect((await docs.find().sort({ mail: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3]);
  });

  it('does not make a unique index over duplicates', async () => {
    const docs = under.collection();
    await docs.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await codeOf(docs.createIndex({ a: 1 }, { unique: true }))).toBe(11000);
    expect(await docs.indexes()).toHaveLength(1);
  });

  it('makes, lists and drops indexes', async () => {
    const docs = under.collection();
    expect(await docs.createIndex({ a: 1 })).toBe('a_1');
    expect(await docs.createIndex({ a: 1 })).toBe('a_1');
    await docs.createIndex({ at: 1 }, { expireAfterSeconds: 60, name: 'ttl' });
    expect(await codeOf(docs.createIndex({ a: 1 }, { unique: true }))).toBe(86);
    expect(await codeOf(docs.createIndex({ a: 1 }, { name: 'other' }))).toBe(85);
    expect((await docs.indexes()).map(({ name, key, expireAfterSeconds }) => [name, key, expireAfterSeconds])).toEqual([
      ['_id_', { _id: 1 }, undefined],
      ['a_1', { a: 1 }, undefined],
      ['ttl', { at: 1 }, 60],
    ]);
    await docs.dropIndex('a_1');
    expect(await codeOf(docs.dropIndex('a_1'))).toBe(27);
    expect(await codeOf(docs.dropIndex('_id_'))).toBe(72);
    await docs.dropIndexes();
    expect(await docs.indexes()).toHaveLength(1);
  });

  it('makes, lists and drops collections', async () => {
    const db = database(under.connection);
    await db.createCollection('made');
    expect(await codeOf(db.createCollection('made'))).toBe(48);
    expect((await db.listCollections({ name: 'made' }).toArray()).map(({ name }) => String(name))).toEqual(['made']);
    expect(await codeOf(db.collection('absent').indexes())).toBe(26);
    expect(await db.collection('absent').find().toArray()).toEqual([]);
    expect(await db.collection('made').drop()).toBe(true);
    expect(await db.listCollections({ name: 'made' }).toArray()).toEqual([]);
    expect((await db.admin().ping())['ok']).toBe(1);
  });

  if (kind === 'embedded') {
    it('deletes what a TTL index says is over', async () => {
      const docs = under.collection();
      await docs.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
      const now = new Date('2026-11-22T12:00:00Z');
      const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
      await docs.insertMany([
        { _id: 1, at: ago(61) },
        { _id: 2, at: ago(59) },
        { _id: 3 },
        { _id: 4, at: 'long ago' },
        { _id: 5, at: [ago(1), ago(99)] },
      ]);
      expect(await under.store?.sweep(now)).toBe(2);
      expect((await docs.find().toArray()).map(({ _id }) => _id)).toEqual([2, 3, 4]);
    });

    it('refuses kinds and options of indexes that it does not keep', async () => {
      const docs = under.collection();
      expect(await codeOf(docs.createIndex({ a: 'text' }))).toBe(67);
      expect(await codeOf(docs.createIndex({ a: '2dsphere' }))).toBe(67);
      expect(await codeOf(docs.createIndex({ '$**': 1 }))).toBe(67);
      expect(await codeOf(docs.createIndex({ a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }))).toBe(67);
      expect(await codeOf(docs.createIndex({ a: 1 }, { partialFilterExpression: { a: { $exists: false } } }))).toBe(67);
      expect(await codeOf(docs.createIndex({ a: 1 }, { collation: { locale: 'en' } }))).toBe(197);
      expect(await codeOf(database(under.connection).createCollection('cap', { capped: true, size: 1_000 }))).toBe(
        40415,
      );
    });
  }
});
