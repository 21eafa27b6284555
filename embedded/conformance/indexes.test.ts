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

  it('does not make a unique index over duplicates', async () => {
    const docs = under.collection();
    await docs.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await codeOf(docs.createIndex({ a: 1 }, { unique: true }))).toBe(11000);
    expect(await docs.indexes()).toHaveLength(1);
  });

  it('makes and lists indexes', async () => {
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
        { _id: 5, at: ago(99) },
      ]);
      expect(await under.store?.sweep(now)).toBe(2);
      expect((await docs.find().toArray()).map(({ _id }) => _id)).toEqual([2, 3, 4]);
    });
  }
});
