import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Query } from 'mingo';
import { Collection, type Entry } from './collection.ts';
import { compileFilter } from './filter.ts';
import { select } from './select.ts';
import { identity, toBytes, type Doc } from './values.ts';

const MIXED = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('a', 'b', ''),
  fc.constantFrom(null, true, false),
  fc.date({ min: new Date(0), max: new Date(3), noInvalidDate: true }),
);
const VALUE = fc.oneof(
  { weight: 4, arbitrary: MIXED },
  fc.array(MIXED, { maxLength: 3 }),
  fc.record({ x: MIXED }, { requiredKeys: [], noNullPrototype: true }),
);
const DOC = fc.record({ a: VALUE, b: MIXED, c: MIXED }, { requiredKeys: [], noNullPrototype: true });
const CONDITION = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    value,
    fc
      .record({ $gt: value, $lte: value }, { requiredKeys: [], noNullPrototype: true })
      .filter((given) => Object.keys(given).length > 0),
    value.map((one) => ({ $ne: one })),
    value.map((one) => ({ $gte: one })),
    fc.array(value, { maxLength: 3 }).map((list) => ({ $in: list })),
    fc.boolean().map((exists) => ({ $exists: exists })),
  );
const FILTER = fc.record(
  { a: CONDITION(MIXED), b: CONDITION(MIXED), c: CONDITION(MIXED) },
  { requiredKeys: [], noNullPrototype: true },
);

function collectionOf(docs: readonly Doc[], keys: readonly Record<string, 1 | -1>[]): Collection {
  const collection = new Collection(1, 'db', 'c');
  docs.forEach((fields, i) => {
    const doc = { _id: i, ...fields };
    const after: Entry = { record: i + 1, key: identity(i), doc, raw: toBytes(doc) };
    collection.apply({ collection, key: after.key, before: undefined, after });
  });
  for (const key of keys) collection.addIndex({ name: JSON.stringify(key), key });
  return collection;
}

const INDEXES: readonly Record<string, 1 | -1>[] = [
  { a: 1 },
  { b: -1, c: 1 },
  { c: 1, b: 1 },
  { b: 1, a: -1 },
  { 'a.x': 1 },
];

describe('queries', () => {
  it('answer the same with indexes as without, whatever the types', () => {
    fc.assert(
      fc.property(
        fc.array(DOC, { maxLength: 25 }),
        FILTER,
        fc.constantFrom(1 as const, -1 as const),
        (docs, filter, way) => {
          const query = {
            filter,
            sort: [
              ['b', way],
              ['c', 1],
              ['_id', 1],
            ] as const,
            skip: 1,
            limit: 6,
          };
          const plain = select(collectionOf(docs, []), new Map(), query);
          const indexed = select(collectionOf(docs, INDEXES), new Map(), query);
          expect(indexed.map(({ key }) => key)).toEqual(plain.map(({ key }) => key));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('match what mingo, an independent judge, matches on fields of one type', () => {
    const [n, s] = [fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'b', 'c')];
    const typed = fc.record(
      { n, s, list: fc.array(n, { maxLength: 3 }), in: fc.record({ x: n }, { noNullPrototype: true }) },
      { requiredKeys: [], noNullPrototype: true },
    );
    const filters = fc.record(
      { n: CONDITION(n), s: CONDITION(s), list: CONDITION(n), 'in.x': CONDITION(n) },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.array(typed, { maxLength: 10 }),
        filters,
        filters,
        fc.constantFrom('$or', '$nor', '$and'),
        (docs, one, two, logic) => {
          const filter = { [logic]: [one, two] };
          const [test, judge] = [compileFilter(filter), new Query(filter)];
          for (const doc of docs) expect([doc, test(doc)]).toEqual([doc, judge.test(doc)]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
