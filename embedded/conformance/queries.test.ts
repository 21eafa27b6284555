import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { codeOf, database, KINDS, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

const { Binary, Decimal128, Long, ObjectId, UUID } = mongoose.mongo.BSON;

const DAY = new Date('2026-04-01T00:00:00Z');
const OID = new ObjectId('65f000000000000000000001');
const DOCS: Loose[] = [
  { _id: 1, n: 1, s: 'one', at: new Date('2026-03-31T18:29:59.999Z'), tags: ['a', 'b'], inner: { x: 1, y: null } },
  {
    _id: 2,
    n: 2.5,
    s: 'Two',
    at: DAY,
    tags: [],
    inner: { x: 2 },
    list: [
      { k: 1, v: 5 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 3, n: null, s: 'three\n', tags: ['b', 'b', 'c'], list: [{ k: 1, v: 9 }, {}] },
  { _id: 4, s: 7, n: -3, ref: OID, flag: true, inner: 5 },
  { _id: 5, n: '1', flag: false, list: [1, 2, 3], bytes: new Binary(Buffer.from('ab')) },
  { _id: 6, n: Number.NaN, big: Long.fromString('9007199254740993'), inner: [{ x: 1 }, { x: 7 }] },
];

type Given = mongoose.mongo.Document;

/** Filter → the _ids that MongoDB gives for it over DOCS. */
const FILTERS: readonly [filter: Given, ids: readonly number[]][] = [
  [{}, [1, 2, 3, 4, 5, 6]],
  [{ n: 1 }, [1]],
  [{ n: null }, [3]],
  [{ absent: null }, [1, 2, 3, 4, 5, 6]],
  [{ n: { $ne: 1 } }, [2, 3, 4, 5, 6]],
  [{ n: { $gt: 1 } }, [2]],
  [{ n: { $gte: 1 } }, [1, 2]],
  [{ n: { $lt: 2 } }, [1, 4]],
  [{ n: { $lte: 1 } }, [1, 4]],
  [{ n: { $gte: null } }, [3]],
  [{ n: { $gt: null } }, []],
  [{ absent: { $lte: null } }, [1, 2, 3, 4, 5, 6]],
  [{ n: Number.NaN }, [6]],
  [{ n: { $gte: Number.NaN } }, [6]],
  [{ s: { $gt: 'a' } }, [1, 3]],
  [{ at: { $lt: DAY } }, [1]],
  [{ at: { $gte: DAY } }, [2]],
  [{ ref: OID }, [4]],
  [{ flag: { $in: [true, null] } }, [1, 2, 3, 4, 6]],
  [{ n: { $in: [1, '1', 2.5] } }, [1, 2, 5]],
  [{ n: { $nin: [1, null] } }, [2, 4, 5, 6]],
  [{ s: { $in: [/^t/i] } }, [2, 3]],
  [{ s: /^three$/ }, [3]],
  [{ s: /^THREE/i }, [3]],
  [{ s: { $regex: 'o.e' } }, [1]],
  [{ s: { $not: /o/ } }, [3, 4, 5, 6]],
  [{ tags: 'b' }, [1, 3]],
  [{ tags: ['a', 'b'] }, [1]],
  [{ tags: [] }, [2]],
  [{ tags: { $size: 3 } }, [3]],
  [{ tags: { $all: ['b', 'c'] } }, [3]],
  [{ tags: { $ne: 'b' } }, [2, 4, 5, 6]],
  [{ 'tags.0': 'b' }, [3]],
  [{ tags: { $exists: false } }, [4, 5, 6]],
  [{ 'inner.y': { $exists: true } }, [1]],
  [{ 'inner.y': null }, [1, 2, 3, 4, 5, 6]],
  [{ 'inner.x': 1 }, [1, 6]],
  [{ 'inner.x': { $gt: 1, $lt: 7 } }, [2, 6]],
  [{ inner: { x: 2 } }, [2]],
  [{ inner: { y: null, x: 1 } }, []],
  [{ 'list.k': 2 }, [2]],
  [{ 'list.v': null }, [1, 3, 4, 6]],
  [{ list: { $elemMatch: { k: 1, v: { $gt: 6 } } } }, [3]],
  [{ list: { $elemMatch: { $gt: 1, $lt: 3 } } }, [5]],
  [{ list: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { v: 9 } }] } }, [2, 3]],
  [{ $or: [{ n: 1 }, { flag: true }] }, [1, 4]],
  [{ $nor: [{ n: 1 }, { flag: true }] }, [2, 3, 5, 6]],
  [{ $and: [{ n: { $gt: 0 } }, { n: { $lt: 2 } }] }, [1]],
  [{ bytes: new Binary(Buffer.from('ab')) }, [5]],
  [{ big: Long.fromString('9007199254740993') }, [6]],
  [{ big: { $gt: 9007199254740992 } }, [6]],
  [{ _id: { $in: [6, 1] } }, [1, 6]],
  [{ _id: { $gt: 4 } }, [5, 6]],
];

/** Filters that the embedded store refuses, where a real MongoDB may answer. */
const REFUSED: readonly [filter: Given, code: number][] = [
  [{ n: { $type: 'number' } }, 2],
  [{ n: { $mod: [2, 0] } }, 2],
  [{ $where: 'true' }, 2],
  [{ $text: { $search: 'x' } }, 2],
  [{ $expr: { $gt: ['$n', 1] } }, 2],
  [{ $jsonSchema: {} }, 2],
  [{ n: { $bitsAllSet: 1 } }, 2],
  [{ at: { $near: [0, 0] } }, 2],
  [{ n: Decimal128.fromString('1') }, 2],
  [{ s: { $regex: '\\Aone' } }, 51091],
  [{ s: { $regex: '[[:alpha:]]' } }, 51091],
  [{ s: { $regex: 'a', $options: 'x' } }, 51108],
];

describe.each(KINDS)('queries on %s', (kind) => {
  let under: UnderTest;
  let docs: mongoose.mongo.Collection<Loose>;
  let indexed: mongoose.mongo.Collection<Loose>;
  beforeAll(async () => {
    under = await startUnderTest(kind);
    [docs, indexed] = [under.collection(), under.collection()];
    await docs.insertMany(DOCS);
    for (const key of ['n', 's', 'at', 'tags', 'inner.x', 'list.k', 'flag', 'ref'])
      await indexed.createIndex({ [key]: 1 });
    await indexed.createIndex({ flag: -1, n: 1 });
    await indexed.insertMany(DOCS);
  });
  afterAll(() => under.stop());

  const idsOf = async (collection: mongoose.mongo.Collection<Loose>, filter: Given): Promise<unknown[]> =>
    (
      await collection
        .find(filter, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()
    ).map(({ _id }) => _id);

  it.each(FILTERS)('finds by %j', async (filter, ids) => {
    expect(await idsOf(docs, filter)).toEqual(ids);
    expect(await idsOf(indexed, filter)).toEqual(ids);
    expect(await docs.countDocuments(filter)).toBe(ids.length);
  });

  it('sorts by type, then value; missing as null', async () => {
    const sorted = await docs.find().sort({ n: 1, _id: -1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([3, 6, 4, 1, 2, 5]);
    const throughIndex = await indexed.find().sort({ n: -1, _id: 1 }).toArray();
    expect(throughIndex.map(({ _id }) => _id)).toEqual([5, 2, 1, 4, 6, 3]);
  });

  it('sorts strings as their UTF-8 bytes', async () => {
    const words = under.collection();
    await words.insertMany(['\u{1f600}', '\uffee', 'z', 'é', 'A', 'a', ''].map((w, i) => ({ _id: i, w })));
    expect((await words.find().sort({ w: 1 }).toArray()).map(({ w }): unknown => w as unknown)).toEqual([
      '',
      'A',
      'a',
      'z',
      'é',
      '\uffee',
      '\u{1f600}',
    ]);
  });

  it('skips, limits and batches', async () => {
    const many = under.collection();
    await many.insertMany(Array.from({ length: 1_000 }, (_, i) => ({ _id: i, i })));
    expect(await many.find().skip(995).toArray()).toHaveLength(5);
    expect(await many.find().limit(-3).toArray()).toHaveLength(3);
    const seen: unknown[] = [];
    for await (const { i } of many.find().sort({ _id: 1 }).batchSize(7)) seen.push(i);
    expect(seen).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
    const left = many.find().batchSize(2);
    await left.next();
    await left.close();
  });

  it('projects', async () => {
    const one = async (projection: Given): Promise<unknown> => docs.findOne({ _id: 2 }, { projection });
    expect(await one({ n: 1 })).toEqual({ _id: 2, n: 2.5 });
    expect(await one({ _id: 0, 'list.v': 1, s: 1 })).toEqual({ s: 'Two', list: [{ v: 5 }, { v: 9 }] });
    expect(await one({ list: 0, tags: 0, at: 0, inner: 0 })).toEqual({ _id: 2, n: 2.5, s: 'Two' });
    expect(await one({ _id: 0, 'inner.x': 1 })).toEqual({ inner: { x: 2 } });
    expect(await codeOf(one({ n: 1, s: 0 }))).toBe(31254);
  });

  it('gives distinct values, elements of arrays singly', async () => {
    expect((await docs.distinct('tags')).sort()).toEqual(['a', 'b', 'c']);
    expect(await docs.distinct('inner.x', { _id: { $in: [1, 2, 6] } })).toEqual(expect.arrayContaining([1, 2, 7]));
  });

  it('keeps what a type is through a round trip', async () => {
    const kept = under.collection();
    const doc = {
      _id: 'x',
      d: DAY,
      o: OID,
      l: Long.fromString('9007199254740993'),
      b: new Binary(Buffer.of(1, 2)),
      u: new UUID(),
    };
    await kept.insertOne(doc);
    const found = await kept.findOne({ _id: 'x' });
    expect(found).toEqual(doc);
    const raw = await kept.findOne({ _id: 'x' }, { promoteValues: false });
    expect(raw).toEqual(doc);
  });

  it('refuses an unknown operator', async () => {
    expect(await codeOf(docs.findOne({ n: { $nonsense: 1 } }))).toBe(2);
    expect(await codeOf(docs.findOne({ $nonsense: 1 }))).toBe(2);
    expect(await codeOf(docs.findOne({ $or: [] }))).toBe(2);
    expect(await codeOf(database(under.connection).command({ nonsense: 1 }))).toBe(59);
    expect(await codeOf(database(under.connection).command({ find: 'x', nonsense: 1 }))).toBe(40415);
  });

  if (kind === 'embedded') {
    it.each(REFUSED)('refuses %j rather than answer wrongly', async (filter, code) => {
      expect(await codeOf(docs.findOne(filter))).toBe(code);
    });

    it('refuses a sort on an array, a collation, and commands that it does not have', async () => {
      expect(await codeOf(docs.find().sort({ tags: 1 }).toArray())).toBe(2);
      expect(await codeOf(docs.find().sort({ 'inner.x': -1 }).toArray())).toBe(2);
      expect(await codeOf(docs.find({}, { collation: { locale: 'en', strength: 2 } }).toArray())).toBe(2);
      expect(await codeOf(docs.find().explain())).toBe(59);
      expect(await codeOf(docs.watch().next())).toBe(40324);
      for (const name of ['collMod', 'getParameter', 'mapReduce', 'eval', 'createUser'])
        expect(await codeOf(database(under.connection).command({ [name]: 'x' }))).toBe(59);
    });
  }
});
