import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { codeOf, KINDS, startUnderTest, type Loose, type UnderTest } from './store-under-test.ts';

type Given = mongoose.mongo.Document;

const ALERTS: Loose[] = [
  {
    _id: 1,
    shop: 'a',
    state: 'open',
    weight: 3,
    at: new Date('2026-03-31T18:29:59Z'),
    tags: ['x', 'y'],
    by: { name: 'Asha' },
  },
  { _id: 2, shop: 'a', state: 'open', weight: 5, at: new Date('2026-03-31T18:30:00Z'), tags: [] },
  {
    _id: 3,
    shop: 'b',
    state: 'done',
    weight: 1.5,
    at: new Date('2026-04-01T10:00:00Z'),
    tags: ['x'],
    by: { name: 'Ravi' },
  },
  { _id: 4, shop: 'b', state: 'open', weight: null, tags: null, by: null },
  { _id: 5, shop: 'c', weight: 2 },
];

/** Pipelines and what MongoDB gives for them over ALERTS. */
const PIPELINES: readonly [pipeline: Given[], results: readonly unknown[]][] = [
  [
    [{ $match: { shop: 'a' } }, { $sort: { weight: -1 } }, { $limit: 1 }, { $project: { weight: 1 } }],
    [{ _id: 2, weight: 5 }],
  ],
  [
    [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 4 }, { _id: 3 }],
  ],
  [[{ $limit: 2 }, { $skip: 1 }, { $project: { _id: 1 } }], [{ _id: 2 }]],
  [
    [
      { $group: { _id: '$shop', n: { $sum: 1 }, w: { $sum: '$weight' }, avg: { $avg: '$weight' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'a', n: 2, w: 8, avg: 4 },
      { _id: 'b', n: 2, w: 1.5, avg: 1.5 },
      { _id: 'c', n: 1, w: 2, avg: 2 },
    ],
  ],
  [
    [
      {
        $group: {
          _id: null,
          low: { $min: '$weight' },
          high: { $max: '$weight' },
          first: { $first: '$at' },
          last: { $last: '$at' },
          n: { $count: {} },
        },
      },
    ],
    [{ _id: null, low: 1.5, high: 5, first: new Date('2026-03-31T18:29:59Z'), last: null, n: 5 }],
  ],
  [
    [{ $group: { _id: '$state', ids: { $push: '$_id' } } }, { $sort: { _id: 1 } }],
    [
      { _id: null, ids: [5] },
      { _id: 'done', ids: [3] },
      { _id: 'open', ids: [1, 2, 4] },
    ],
  ],
  [
    [
      { $match: { at: { $ne: null } } },
      {
        $group: {
          _id: { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Kolkata' } },
          n: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: '2026-03-31', n: 1 },
      { _id: '2026-04-01', n: 2 },
    ],
  ],
  [
    [
      { $group: { _id: { s: '$shop', by: '$by.name' }, n: { $sum: 1 } } },
      { $match: { '_id.s': 'b' } },
      { $sort: { '_id.by': 1 } },
    ],
    [
      { _id: { s: 'b' }, n: 1 },
      { _id: { s: 'b', by: 'Ravi' }, n: 1 },
    ],
  ],
  [
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'x' },
    ],
  ],
  [
    [
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'x', i: 0 },
      { _id: 1, tags: 'y', i: 1 },
      { _id: 2, i: null },
      { _id: 3, tags: 'x', i: 0 },
      { _id: 4, tags: null, i: null },
      { _id: 5, i: null },
    ],
  ],
  [
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  [[{ $match: { shop: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
  [[{ $match: { shop: 'z' } }, { $count: 'n' }], []],
  [
    [{ $match: { _id: 1 } }, { $unset: ['tags', 'by.name', 'at'] }],
    [{ _id: 1, shop: 'a', state: 'open', weight: 3, by: {} }],
  ],
  [[{ $match: { _id: 3 } }, { $replaceRoot: { newRoot: '$by' } }], [{ name: 'Ravi' }]],
  [[{ $match: { _id: 3 } }, { $replaceWith: { is: '$by.name', gone: '$nothing' } }], [{ is: 'Ravi' }]],
  [
    [
      { $match: { _id: 1 } },
      { $addFields: { 'by.age': 5, double: { $multiply: ['$weight', 2] } } },
      { $project: { by: 1, double: 1 } },
    ],
    [{ _id: 1, by: { name: 'Asha', age: 5 }, double: 6 }],
  ],
  [
    [
      {
        $facet: {
          open: [{ $match: { state: 'open' } }, { $count: 'n' }],
          shops: [{ $group: { _id: '$shop' } }, { $sort: { _id: 1 } }],
        },
      },
    ],
    [{ open: [{ n: 3 }], shops: [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }] }],
  ],
];

/** Expressions over the whole of one document, missing and null fields among them. */
const EXPRESSIONS: readonly [expression: unknown, value: unknown][] = [
  [{ $add: ['$n', 1] }, 5],
  [{ $add: ['$nothing', 1] }, null],
  [{ $add: ['$at', 1_000] }, new Date('2026-04-01T00:00:01Z')],
  [{ $subtract: ['$at', new Date('2026-03-31T00:00:00Z')] }, 86_400_000],
  [{ $divide: ['$n', 8] }, 0.5],
  [{ $eq: ['$nothing', null] }, false],
  [{ $eq: ['$nil', null] }, true],
  [{ $lt: ['$nothing', null] }, true],
  [{ $gt: ['$s', 3] }, true],
  [{ $gt: ['$nothing', 3] }, false],
  [{ $gte: [['$n'], [4]] }, true],
  [{ $cmp: ['$n', 5] }, -1],
  [{ $and: ['$n', { $not: ['$nil'] }] }, true],
  [{ $or: ['$nothing', 0, false] }, false],
  [{ $cond: [{ $gte: ['$n', 4] }, 'yes', 'no'] }, 'yes'],
  [{ $cond: { if: '$nil', then: 1, else: 2 } }, 2],
  [{ $ifNull: ['$nothing', '$nil', 'last'] }, 'last'],
  [{ $switch: { branches: [{ case: { $eq: ['$n', 1] }, then: 'one' }], default: 'many' } }, 'many'],
  [{ $concat: ['$s', '!'] }, 'Héy!'],
  [{ $concat: ['$nothing', '!'] }, null],
  [{ $toUpper: '$nothing' }, ''],
  [{ $toLower: 'ABC' }, 'abc'],
  [{ $size: '$list' }, 3],
  [{ $in: [2, '$list'] }, true],
  [{ $arrayElemAt: ['$list', -1] }, 3],
  [{ $filter: { input: '$list', as: 'one', cond: { $gt: ['$$one', 1] } } }, [2, 3]],
  [{ $map: { input: '$rows', in: '$$this.k' } }, ['p', null]],
  ['$rows.k', ['p']],
  ['$rows.0', []],
  [{ $concatArrays: ['$list', [4]] }, [1, 2, 3, 4]],
  [{ $isArray: '$list' }, true],
  [{ $literal: '$n' }, '$n'],
  [{ $dateToString: { date: '$nothing', format: '%Y' } }, null],
  [{ $dateToString: { date: '$at', format: '%d/%m/%Y %H:%M', timezone: '+05:30' } }, '01/04/2026 05:30'],
  [{ $floor: -2.5 }, -3],
  [{ $abs: -2 }, 2],
];

describe.each(KINDS)('aggregation on %s', (kind) => {
  let under: UnderTest;
  let alerts: mongoose.mongo.Collection<Loose>;
  let one: mongoose.mongo.Collection<Loose>;
  const ONE = {
    _id: 1,
    n: 4,
    s: 'Héy',
    nil: null,
    at: new Date('2026-04-01T00:00:00Z'),
    list: [1, 2, 3],
    rows: [{ k: 'p' }, {}],
  };
  beforeAll(async () => {
    under = await startUnderTest(kind);
    [alerts, one] = [under.collection(), under.collection()];
    await alerts.insertMany(ALERTS);
    await alerts.createIndex({ shop: 1, weight: -1 });
    await one.insertOne(ONE);
  });
  afterAll(() => under.stop());

  it.each(PIPELINES)('%j', async (pipeline, results) => {
    expect(await alerts.aggregate(pipeline).toArray()).toEqual(results);
    expect(await alerts.find().sort({ _id: 1 }).toArray()).toEqual(ALERTS);
  });

  it.each(EXPRESSIONS)('evaluates %j', async (expression, value) => {
    expect(await one.aggregate([{ $project: { _id: 0, value: expression } }]).toArray()).toEqual([{ value }]);
    expect(await one.findOne()).toEqual(ONE);
  });

  it.each<[unknown, number]>([
    [{ $add: ['$s', 1] }, 14],
    [{ $divide: ['$n', 0] }, 2],
    [{ $size: '$nothing' }, 17124],
    [{ $in: [1, '$s'] }, 40081],
    [{ $concat: ['$n'] }, 16702],
    [{ $nonsense: 1 }, 168],
    ['$$nonsense', 17276],
    [{ $dateToString: { date: '$s', format: '%Y' } }, 16006],
  ])('refuses %j with %d', async (expression, code) => {
    expect(await codeOf(one.aggregate([{ $project: { value: expression } }]).toArray())).toBe(code);
  });

  it('refuses an unknown stage and an unknown accumulator', async () => {
    expect(await codeOf(alerts.aggregate([{ $nonsense: {} }]).toArray())).toBe(40324);
    expect(await codeOf(alerts.aggregate([{ $group: { _id: 1, a: { $nonsense: 1 } } }]).toArray())).toBe(15952);
  });

  if (kind === 'embedded') {
    it.each<[Given]>([
      [{ $bucket: { groupBy: '$weight', boundaries: [0, 5] } }],
      [{ $bucketAuto: { groupBy: '$weight', buckets: 2 } }],
      [{ $lookup: { from: 'c1', localField: 'a', foreignField: 'b', as: 'c' } }],
      [{ $unionWith: 'c1' }],
      [{ $merge: { into: 'c1' } }],
      [{ $out: 'c1' }],
      [{ $sample: { size: 1 } }],
      [{ $geoNear: {} }],
    ])('refuses the stage %j rather than answer wrongly', async (stage) => {
      expect(await codeOf(alerts.aggregate([stage]).toArray())).toBe(40324);
    });

    it.each([{ $function: {} }, { $type: '$n' }, { $toDecimal: '$n' }, { $dayOfWeek: '$at' }])(
      'refuses the expression %j',
      async (expression) => {
        expect(await codeOf(one.aggregate([{ $addFields: { value: expression } }]).toArray())).toBe(168);
      },
    );

    it('refuses $accumulator, and to add up what JavaScript cannot', async () => {
      expect(await codeOf(one.aggregate([{ $group: { _id: 1, a: { $accumulator: {} } } }]).toArray())).toBe(15952);
      const sum = one
        .aggregate([{ $group: { _id: 1, a: { $sum: { $add: ['$n', Number.MAX_SAFE_INTEGER] } } } }])
        .toArray();
      expect(await codeOf(sum)).toBe(2);
    });
  }
});
