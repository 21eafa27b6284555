import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { codeOf, database, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

const { Binary, Decimal128, Long, MaxKey, Timestamp } = mongoose.mongo.BSON;
type Given = mongoose.mongo.Document;

/** The document that every refused thing meets. */
const SEED = { n: 1, s: 'x', a: [1, 2], list: [{ k: 1 }], at: new Date(0), inner: { x: 1 } };

const FILTERS: readonly Given[] = [
  { n: { $type: 'number' } },
  { n: { $mod: [2, 0] } },
  { n: { $bitsAllSet: 1 } },
  { n: { $gte: null } },
  { n: { $gt: Number.NaN } },
  { n: Number.NaN },
  { n: { $lt: [1] } },
  { n: Decimal128.fromString('1') },
  { n: Long.fromString('9007199254740993') },
  { n: { $in: [/x/] } },
  { n: { $nonsense: 1 } },
  { n: { $gt: 1, x: 1 } },
  { n: {} },
  { s: /x/ },
  { s: { $regex: 'x' } },
  { s: { $regex: '^x.*' } },
  { s: { $regex: '^x', $options: 'i' } },
  { s: { $gt: '\uffee' } },
  { a: [1, 2] },
  { a: { $all: [1] } },
  { a: { $size: 2 } },
  { a: { $elemMatch: { $gt: 1 } } },
  { a: { $regex: '^x' } },
  { 'a.0': 1 },
  { 'list.k': 1 },
  { 'at.getTime': null },
  { inner: { x: 1 } },
  { inner: new Binary(Buffer.from('x')) },
  { at: { $near: [0, 0] } },
  { '': 1 },
  { constructor: 1 },
  { $where: 'true' },
  { $text: { $search: 'x' } },
  { $expr: { $gt: ['$n', 1] } },
  { $jsonSchema: {} },
  { $comment: 'x' },
  { $or: [] },
  { $and: [{ $nor: [{ n: { $type: 1 } }] }] },
];

const UPDATES: readonly [update: Given, code: number][] = [
  [{ $rename: { a: 'b' } }, 9],
  [{ $bit: { n: { and: 1 } } }, 9],
  [{ $mul: { n: 2 } }, 9],
  [{ $pop: { a: 1 } }, 9],
  [{ $pullAll: { a: [1] } }, 9],
  [{ $currentDate: { at: true } }, 9],
  [{ $set: { 'a.$': 1 } }, 2],
  [{ $set: { 'a.$[]': 1 } }, 2],
  [{ $set: { 'a.': 1 } }, 2],
  [{ $set: { 'a.0': 1 } }, 28],
  [{ $set: { d: Decimal128.fromString('1.5') } }, 2],
  [{ $set: { d: Number.NaN } }, 2],
  [{ $set: { d: Long.fromString('9007199254740993') } }, 2],
  [{ $set: { d: new Binary(Buffer.from('x')) } }, 2],
  [{ $set: { d: { $gt: 1 } } }, 52],
  [{ $set: { d: { constructor: 1 } } }, 2],
  [{ $inc: { n: Number.MAX_SAFE_INTEGER } }, 2],
  [{ $push: { a: { $each: [1], $sort: 1 } } }, 2],
  [{ $push: { a: { $each: [1], $position: 0 } } }, 2],
  [{ $addToSet: { a: { $each: [1], $slice: 1 } } }, 2],
  [{ $pull: { a: { $gt: 1 } } }, 2],
  [{ $max: { n: { x: 1 } } }, 2],
];

const DOCUMENTS: readonly [doc: Given, code: number][] = [
  [{ d: Decimal128.fromString('1') }, 2],
  [{ d: new Binary(Buffer.from('x')) }, 2],
  [{ d: /x/ }, 2],
  [{ d: new MaxKey() }, 2],
  [{ d: new Timestamp({ t: 1, i: 1 }) }, 2],
  [{ d: [Long.fromString('9007199254740993')] }, 2],
  [{ d: { e: Number.NaN } }, 2],
  [{ toString: 1 }, 2],
  [{ _id: { a: 1 } }, 53],
  [{ indexed: ['x'] }, 2],
  [{ indexed: { x: 1 } }, 2],
];

const PIPELINES: readonly [stages: Given[], code: number][] = [
  [[{ $bucket: { groupBy: '$n', boundaries: [0, 5] } }], 40324],
  [[{ $bucketAuto: { groupBy: '$n', buckets: 2 } }], 40324],
  [[{ $lookup: { from: 'x', localField: 'n', foreignField: 'n', as: 'x' } }], 40324],
  [[{ $unionWith: 'x' }], 40324],
  [[{ $out: 'x' }], 40324],
  [[{ $merge: 'x' }], 40324],
  [[{ $unwind: '$a' }], 40324],
  [[{ $facet: {} }], 40324],
  [[{ $addFields: { x: 1 } }], 40324],
  [[{ $sample: { size: 1 } }], 40324],
  [[{ $nonsense: 1 }], 40324],
  [[{ $project: { x: '$n' } }], 2],
  [[{ $project: { 'inner.x': 1 } }], 2],
  [[{ $match: { n: { $type: 1 } } }], 2],
  [[{ $limit: 0 }], 15958],
  [[{ $group: { n: { $sum: 1 } } }], 15955],
  [[{ $group: { _id: '$$ROOT' } }], 168],
  [[{ $group: { _id: { $toUpper: '$s' } } }], 168],
  [[{ $group: { _id: null, n: { $sum: { $add: ['$n', 1] } } } }], 168],
  [[{ $group: { _id: null, n: { $push: '$n' } } }], 15952],
  [[{ $group: { _id: null, n: { $addToSet: '$n' } } }], 15952],
  [[{ $group: { _id: null, n: { $stdDevPop: '$n' } } }], 15952],
  [[{ $group: { _id: '$a' } }], 2],
  [[{ $group: { _id: '$list.k' } }], 2],
  [[{ $sort: { a: 1 } }], 2],
  [[{ $count: 'n' }], 40324],
];

const INDEXES: readonly [spec: Given, code: number][] = [
  [{ key: { a: 'text' }, name: 'i' }, 67],
  [{ key: { a: '2dsphere' }, name: 'i' }, 67],
  [{ key: { a: 'hashed' }, name: 'i' }, 67],
  [{ key: { '$**': 1 }, name: 'i' }, 67],
  [{ key: { n: 1 }, name: 'i', sparse: true }, 197],
  [{ key: { n: 1 }, name: 'i', collation: { locale: 'en' } }, 197],
  [{ key: { n: 1 }, name: 'i', partialFilterExpression: { n: { $exists: true } } }, 67],
  [{ key: { n: 1, s: 1 }, name: 'i', expireAfterSeconds: 5 }, 67],
  [{ key: { a: 1 }, name: 'i' }, 2],
];

const COMMANDS: readonly [command: Given, code: number][] = [
  ...'collMod getParameter mapReduce eval createUser explain count dropIndexes listDatabases serverStatus renameCollection'
    .split(' ')
    .map((name): [Given, number] => [{ [name]: 'x' }, 59]),
  [{ find: 'x', nonsense: 1 }, 40415],
  [{ find: 'x', collation: { locale: 'en' } }, 40415],
  [{ find: 'x', hint: 'n_1' }, 40415],
  [{ find: 'x', filter: 5 }, 14],
  [{ find: 'x', sort: { n: { $meta: 'textScore' } } }, 2],
  [{ find: 'x', projection: { a: { $slice: 1 } } }, 2],
  [{ find: 'x', skip: -1 }, 14],
  [{ aggregate: 'x', pipeline: [{ $changeStream: {} }], cursor: {} }, 40324],
  [{ update: 'x', updates: [{ q: {}, u: { $set: { n: 1 } }, arrayFilters: [] }] }, 40415],
  [{ update: 'x', updates: [{ q: {}, u: [{ $set: { n: 1 } }] }] }, 9],
  [{ delete: 'x', deletes: [{ q: {}, limit: 2 }] }, 9],
  [{ create: 'x', capped: true, size: 1 }, 40415],
  [{ getMore: Long.fromNumber(99), collection: 'x' }, 43],
  [{ insert: 'system.users', documents: [{ _id: 1 }] }, 73],
];

/** What the embedded store does not do as MongoDB does, it does not do at all. A real MongoDB may answer these. */
describe('refusals', () => {
  let under: UnderTest;
  let docs: mongoose.mongo.Collection<Loose>;
  beforeAll(async () => {
    under = await startUnderTest('embedded');
    docs = under.collection();
    await docs.createIndex({ indexed: 1 });
    await docs.insertOne({ _id: 1, ...SEED });
  });
  afterAll(async () => {
    expect(await docs.find().toArray()).toEqual([{ _id: 1, ...SEED }]);
    await under.stop();
  });

  /** The code of a command, or of its first write error. */
  async function refused(command: Given): Promise<unknown> {
    const outcome = await database(under.connection)
      .command(command)
      .catch((error: unknown) => error);
    const { writeErrors } = outcome as { writeErrors?: { code: number }[] };
    return writeErrors
      ? writeErrors[0]?.code
      : codeOf(outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve());
  }

  it.each(FILTERS.map((filter) => [filter]))('finds nothing by %j, but says so', async (filter) => {
    expect(await codeOf(docs.findOne(filter))).toBe(2);
    expect(await codeOf(docs.deleteMany(filter))).toBe(2);
  });

  it.each(UPDATES)('does not update by %j', async (update, code) => {
    expect(await codeOf(docs.updateOne({ _id: 1 }, update))).toBe(code);
    expect(await codeOf(docs.findOneAndUpdate({ _id: 1 }, update))).toBe(code);
  });

  it.each(DOCUMENTS)('does not keep %p', async (doc, code) => {
    expect(await codeOf(docs.insertOne({ _id: 2, ...doc }))).toBe(code);
  });

  it.each(PIPELINES)('does not aggregate by %j', async (stages, code) => {
    expect(await codeOf(docs.aggregate(stages).toArray())).toBe(code);
  });

  it.each(INDEXES)('makes no index %j', async (spec, code) => {
    expect(await refused({ createIndexes: docs.collectionName, indexes: [spec] })).toBe(code);
  });

  it.each(COMMANDS)('does not run %j', async (command, code) => {
    expect(await refused(command)).toBe(code);
  });

  it('does not sort by an array, nor add up what JavaScript cannot', async () => {
    expect(await codeOf(docs.find().sort({ a: 1 }).toArray())).toBe(2);
    expect(await codeOf(docs.find().sort({ 'list.k': -1 }).toArray())).toBe(2);
    const wide = under.collection();
    await wide.insertMany([
      { _id: 1, n: Number.MAX_SAFE_INTEGER },
      { _id: 2, n: 2 },
    ]);
    expect(await codeOf(wide.aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }]).toArray())).toBe(2);
  });
});
