import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { database, startUnderTest, type UnderTest } from '../../embedded/conformance/store-under-test.ts';

type Loose = Record<string, unknown>;

/** Always the embedded one: a real MongoDB may run what ours refuses. */
let store: UnderTest;
let docs: mongoose.mongo.Collection;
beforeAll(async () => {
  store = await startUnderTest('embedded');
  docs = database(store.connection).collection('docs');
  await docs.insertOne({ shop: 'a.myshopify.com', n: 1 });
});
afterAll(() => store.stop());

const CODE = 'function () { globalThis.polluted = true; return true; }';
const call = { $function: { body: CODE, args: [], lang: 'js' } };
const accumulate = { $accumulator: { init: CODE, accumulate: CODE, accumulateArgs: [], merge: CODE, lang: 'js' } };
const field = (value: unknown): Loose => ({ n: value });

describe('I3: code from strings in the embedded store', () => {
  it.each<[string, Loose]>([
    ['$where', { $where: CODE }],
    ['$where as code', { $where: new mongoose.mongo.Code(CODE) }],
    ['$where inside $and', { $and: [{ shop: 'a.myshopify.com' }, { $where: 'true' }] }],
    ['$where inside $or', { $or: [{ n: 1 }, { $where: 'true' }] }],
    ['$where inside $nor', { $nor: [{ $where: 'true' }] }],
    ['$where below a field', field({ $where: 'true' })],
    ['$where inside $elemMatch', field({ $elemMatch: { $where: 'true' } })],
    ['$expr with $function', { $expr: call }],
  ])('a filter with %s', async (_name, filter) => {
    for (const asked of [
      () => docs.find(filter).toArray(),
      () => docs.countDocuments(filter),
      () => docs.deleteMany(filter),
      () => docs.updateMany(filter, { $set: { n: 2 } }),
      () => docs.aggregate([{ $match: filter }]).toArray(),
    ]) {
      await expect(asked()).rejects.toBeInstanceOf(mongoose.mongo.MongoServerError);
    }
  });

  it.each<[string, Loose]>([
    ['$addFields', { $addFields: field(call) }],
    ['$project', { $project: field(call) }],
    ['$group by', { $group: { _id: call } }],
    ['$group with $accumulator', { $group: { _id: null, n: accumulate } }],
    ['$group with $sum', { $group: { _id: null, n: { $sum: call } } }],
    ['$match', { $match: { $expr: call } }],
  ])('a stage: %s', async (_name, stage) => {
    await expect(docs.aggregate([stage]).toArray()).rejects.toBeInstanceOf(mongoose.mongo.MongoServerError);
  });

  it('an update by a pipeline, a projection, and map-reduce', async () => {
    const filter = { n: 1 };
    for (const asked of [
      () => docs.updateOne(filter, [{ $set: field(call) }]),
      () => docs.find(filter, { projection: field(call) }).toArray(),
      () => database(store.connection).command({ mapReduce: 'docs', map: CODE, reduce: CODE, out: { inline: 1 } }),
      () => database(store.connection).command({ eval: CODE }),
    ]) {
      await expect(asked()).rejects.toBeInstanceOf(mongoose.mongo.MongoServerError);
    }
  });

  it('and after all that the document is what it was, and nothing ran', async () => {
    expect(await docs.find().toArray()).toMatchObject([{ shop: 'a.myshopify.com', n: 1 }]);
    expect('polluted' in globalThis).toBe(false);
  });
});

describe('I2: names of prototypes as names of fields in the store', () => {
  it.each(['__proto__.polluted', 'constructor.prototype.polluted', '__proto__'])('%s', async (name) => {
    const before = Reflect.ownKeys(Object.prototype);
    await docs.updateOne({ n: 1 }, { $set: JSON.parse(`{"${name}":true}`) as Loose }).catch(() => undefined);
    await docs.insertOne(JSON.parse(`{"n":7,"${name}":{"polluted":true}}`) as Loose).catch(() => undefined);
    await docs
      .find(JSON.parse(`{"${name}":true}`) as Loose)
      .toArray()
      .catch(() => undefined);
    await docs
      .aggregate([{ $group: { _id: `$${name}` } }])
      .toArray()
      .catch(() => undefined);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as Loose)['polluted']).toBeUndefined();
    expect(await docs.countDocuments({ n: 1 })).toBe(1);
  });
});
