import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { codeOf, KINDS, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

const { ObjectId } = mongoose.mongo.BSON;

const DAY = new Date('2026-04-01T00:00:00Z');
const OID = new ObjectId('65f000000000000000000001');
const DOCS: Loose[] = [
  { _id: 1, n: 1, s: 'one', at: new Date('2026-03-31T18:29:59.999Z'), tags: ['a', 'b'], inner: { x: 1, y: null } },
  { _id: 2, n: 2.5, s: 'Two', at: DAY, tags: [], inner: { x: 2 }, list: [{ k: 1 }] },
  { _id: 3, n: null, s: 'three\n', tags: ['b', 'b', 'c'] },
  { _id: 4, s: 7, n: -3, ref: OID, flag: true },
  { _id: 5, n: '1', flag: false, inner: null, tags: [1, null] },
];

/** Filter → the _ids that MongoDB gives for it over DOCS. */
const FILTERS: readonly [filter: Loose | Record<string, unknown>, ids: readonly number[]][] = [
  [{}, [1, 2, 3, 4, 5]],
  [{ n: 1 }, [1]],
  [{ n: null }, [3]],
  [{ absent: null }, [1, 2, 3, 4, 5]],
  [{ absent: { $ne: null } }, []],
  [{ n: { $ne: 1 } }, [2, 3, 4, 5]],
  [{ n: { $ne: null } }, [1, 2, 4, 5]],
  [{ n: { $gt: 1 } }, [2]],
  [{ n: { $gte: 1 } }, [1, 2]],
  [{ n: { $lt: 2 } }, [1, 4]],
  [{ n: { $lte: 1 } }, [1, 4]],
  [{ n: { $gt: -9, $lt: 2 } }, [1, 4]],
  [{ n: { $lt: Infinity } }, [1, 2, 4]],
  [{ s: { $gt: 'a' } }, [1, 3]],
  [{ at: { $lt: DAY } }, [1]],
  [{ at: { $gte: DAY } }, [2]],
  [{ ref: OID }, [4]],
  [{ ref: { $in: [OID, null] } }, [1, 2, 3, 4, 5]],
  [{ ref: { $in: [OID] } }, [4]],
  [{ ref: { $gte: OID } }, [4]],
  [{ flag: { $in: [true, null] } }, [1, 2, 3, 4]],
  [{ flag: { $lt: true } }, [5]],
  [{ n: { $in: [1, '1', 2.5] } }, [1, 2, 5]],
  [{ n: { $in: [] } }, []],
  [{ n: { $nin: [1, null] } }, [2, 4, 5]],
  [{ absent: { $nin: [null] } }, []],
  [{ s: { $regex: '^thr' } }, [3]],
  [{ s: { $not: { $regex: '^thr' } } }, [1, 2, 4, 5]],
  [{ s: { $not: { $gt: 'a' } } }, [2, 4, 5]],
  [{ tags: 'b' }, [1, 3]],
  [{ tags: null }, [4, 5]],
  [{ tags: { $in: ['c', 1] } }, [3, 5]],
  [{ tags: { $ne: 'b' } }, [2, 4, 5]],
  [{ tags: { $gte: 'c' } }, [3]],
  [{ tags: { $exists: false } }, [4]],
  [{ n: { $exists: true } }, [1, 2, 3, 4, 5]],
  [{ 'inner.y': { $exists: true } }, [1]],
  [{ 'inner.y': { $exists: false } }, [2, 3, 4, 5]],
  [{ 'inner.y': null }, [1, 2, 3, 4, 5]],
  [{ 'inner.x': 1 }, [1]],
  [{ 'inner.x': { $gt: 0, $lt: 2 } }, [1]],
  [{ $or: [{ n: 1 }, { flag: true }] }, [1, 4]],
  [{ $nor: [{ n: 1 }, { flag: true }] }, [2, 3, 5]],
  [{ $and: [{ n: { $gt: 0 } }, { n: { $lt: 2 } }] }, [1]],
  [{ $and: [{ $or: [{ n: 1 }, { n: 2.5 }] }, { s: { $gt: 'a' } }] }, [1]],
  [{ _id: { $in: [4, 1] } }, [1, 4]],
  [{ _id: { $gt: 3 } }, [4, 5]],
  [{ _id: 3, n: null }, [3]],
];

describe.each(KINDS)('queries on %s', (kind) => {
  let under: UnderTest;
  let docs: mongoose.mongo.Collection<Loose>;
  let indexed: mongoose.mongo.Collection<Loose>;
  beforeAll(async () => {
    under = await startUnderTest(kind);
    [docs, indexed] = [under.collection(), under.collection()];
    await docs.insertMany(DOCS);
    for (const key of ['n', 's', 'at', 'inner.x', 'inner.y', 'flag', 'ref', 'absent'])
      await indexed.createIndex({ [key]: 1 });
    await indexed.createIndex({ flag: -1, n: 1 });
    await indexed.insertMany(DOCS);
  });
  afterAll(() => under.stop());

  const idsOf = async (
    collection: mongoose.mongo.Collection<Loose>,
    filter: Record<string, unknown>,
  ): Promise<unknown[]> =>
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
    for (const collection of [docs, indexed]) {
      expect((await collection.find().sort({ n: 1, _id: -1 }).toArray()).map(({ _id }) => _id)).toEqual([
        3, 4, 1, 2, 5,
      ]);
      expect((await collection.find().sort({ n: -1 }).toArray()).map(({ _id }) => _id)).toEqual([5, 2, 1, 4, 3]);
      expect(
        (
          await collection
            .find({ n: { $gt: 0 } })
            .sort({ n: -1 })
            .limit(1)
            .toArray()
        ).map(({ _id }) => _id),
      ).toEqual([2]);
      expect((await collection.find().sort({ ref: -1, flag: 1, _id: -1 }).toArray()).map(({ _id }) => _id)).toEqual([
        4, 3, 2, 1, 5,
      ]);
    }
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

  it('projects whole fields', async () => {
    const one = async (projection: Record<string, number>): Promise<unknown> =>
      docs.findOne({ _id: 2 }, { projection });
    expect(await one({ n: 1 })).toEqual({ _id: 2, n: 2.5 });
    expect(await one({ _id: 0, s: 1, n: 1 })).toEqual({ n: 2.5, s: 'Two' });
    expect(await one({ list: 0, tags: 0, at: 0, inner: 0 })).toEqual({ _id: 2, n: 2.5, s: 'Two' });
    expect(await one({ _id: 1 })).toEqual({ _id: 2 });
    expect(Object.keys((await one({ _id: 0 })) as object)).toEqual(['n', 's', 'at', 'tags', 'inner', 'list']);
    expect(await codeOf(one({ n: 1, s: 0 }))).toBe(31254);
  });

  it('gives distinct values, elements of arrays singly', async () => {
    expect(new Set(await docs.distinct('tags'))).toEqual(new Set(['a', 'b', 'c', 1, null]));
    expect(await docs.distinct('inner.x', { _id: { $in: [1, 2] } })).toEqual([1, 2]);
    expect(await docs.distinct('ref')).toEqual([OID]);
  });

  it('groups', async () => {
    const groups = await docs
      .aggregate([
        { $match: { _id: { $lte: 4 } } },
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: { flag: '$flag', absent: '$absent' },
            n: { $sum: 1 },
            sum: { $sum: '$n' },
            first: { $first: '$s' },
          },
        },
        { $sort: { n: 1 } },
      ])
      .toArray();
    expect(groups).toEqual([
      { _id: { flag: true }, n: 1, sum: -3, first: 7 },
      { _id: {}, n: 3, sum: 3.5, first: 'one' },
    ]);
    const [all] = await docs
      .aggregate([
        {
          $group: {
            _id: null,
            low: { $min: '$at' },
            high: { $max: '$at' },
            mean: { $avg: '$n' },
            last: { $last: '$absent' },
          },
        },
      ])
      .toArray();
    expect(all).toMatchObject({ _id: null, low: new Date('2026-03-31T18:29:59.999Z'), high: DAY, last: null });
    expect(all?.['mean']).toBeCloseTo(0.5 / 3);
    expect(
      await docs.aggregate([{ $group: { _id: '$ref', n: { $sum: 1 } } }, { $sort: { _id: -1 } }]).toArray(),
    ).toEqual([
      { _id: OID, n: 1 },
      { _id: null, n: 4 },
    ]);
    expect(
      await docs.aggregate([{ $skip: 1 }, { $limit: 2 }, { $group: { _id: null, n: { $sum: 1 } } }]).toArray(),
    ).toEqual([{ _id: null, n: 2 }]);
    expect(await docs.aggregate([{ $match: { _id: 1 } }, { $project: { s: 1, _id: 0 } }]).toArray()).toEqual([
      { s: 'one' },
    ]);
    expect(await docs.countDocuments({}, { skip: 1, limit: 3 })).toBe(3);
  });
});
