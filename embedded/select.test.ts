import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate } from './aggregate.ts';
import { Collection } from './collection.ts';
import { select, type Sort } from './select.ts';
import type { Doc } from './values.ts';

const VALUES = [null, -1, 0, 1.5, 2, '', 'a', 'b\0', 'é', false, true, new Date(-1), new Date(5)];
const FIELDS = ['a', 'b', 'c.d'];

const value = fc.constantFrom(...VALUES);
const doc = fc.record(
  { a: value, b: value, c: fc.record({ d: value }, { requiredKeys: [], noNullPrototype: true }) },
  { requiredKeys: [], noNullPrototype: true },
);
const bound = fc.constantFrom(...VALUES.filter((each) => each !== null));
const condition: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc
    .record({ $gte: bound, $lt: bound }, { requiredKeys: [], noNullPrototype: true })
    .filter((each) => Object.keys(each).length > 0),
  fc.record({ $gt: bound }, { noNullPrototype: true }),
  fc.record({ $ne: value }, { noNullPrototype: true }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }, { noNullPrototype: true }),
);
const filter = fc.dictionary(fc.constantFrom(...FIELDS), condition, { maxKeys: 3, noNullPrototype: true });
const sort: fc.Arbitrary<Sort> = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(1 as const, -1 as const)),
  { maxLength: 2, selector: ([name]) => name },
);

/** An independent model, for scalars: types in BSON's order, missing as null. */
const at = (each: Doc, path: string): unknown => (path === 'c.d' ? (each['c'] as Doc | undefined)?.['d'] : each[path]);
const typeOf = (each: unknown): number =>
  each == null ? 0 : each instanceof Date ? 4 : ['number', 'string', 'boolean'].indexOf(typeof each) + 1;
function order(a: unknown, b: unknown): number {
  if (typeOf(a) !== typeOf(b)) return typeOf(a) - typeOf(b);
  if (typeOf(a) === 0) return 0;
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  return Number(a) - Number(b);
}
const holds: Record<string, (a: unknown, b: unknown) => boolean> = {
  $gte: (a, b) => typeOf(a) === typeOf(b) && order(a, b) >= 0,
  $gt: (a, b) => typeOf(a) === typeOf(b) && order(a, b) > 0,
  $lt: (a, b) => typeOf(a) === typeOf(b) && order(a, b) < 0,
  $ne: (a, b) => order(a, b) !== 0,
  $in: (a, b) => (b as unknown[]).some((each) => order(a, each) === 0),
};
const isOperators = (each: unknown): each is Doc => Object.keys(each ?? {}).some((name) => name.startsWith('$'));
const matches = (each: Doc, path: string, wanted: unknown): boolean =>
  isOperators(wanted)
    ? Object.entries(wanted).every(([name, operand]) => holds[name]?.(at(each, path), operand))
    : order(at(each, path), wanted) === 0;

const freeze = <T extends object>(each: T): T => {
  Object.values(each).forEach((inner: unknown) => typeof inner === 'object' && inner && freeze(inner));
  return Object.freeze(each);
};

function collectionOf(docs: readonly Doc[], keys: readonly (readonly string[])[]): Collection {
  const collection = new Collection('1', 'db', 'c');
  for (const names of keys)
    collection.addIndex({ name: names.join(), key: Object.fromEntries(names.map((name) => [name, 1] as const)) });
  docs.forEach((each, i) => collection.change(undefined, freeze({ _id: i, ...each })));
  return collection;
}

describe('queries', () => {
  it('find and order the same with any index, without one, and in a simple model', () => {
    const cases = fc.tuple(fc.array(doc, { maxLength: 25 }), filter, sort, fc.nat(3), fc.nat(6));
    fc.assert(
      fc.property(cases, ([docs, wanted, by, skip, limit]) => {
        const sorted = docs
          .map((each, _id): Doc => ({ _id, ...each }))
          .filter((each) => Object.entries(wanted).every(([path, is]) => matches(each, path, is)))
          .sort((a, b) => {
            for (const [path, way] of by)
              if (order(at(a, path), at(b, path))) return order(at(a, path), at(b, path)) * way;
            return Number(a['_id']) - Number(b['_id']);
          });
        const expected = sorted.slice(skip, limit > 0 ? skip + limit : undefined);
        const whole: Sort = [...by, ['_id', 1]];
        for (const keys of [
          [],
          [['a']],
          [['a', 'b'], ['b']],
          [
            ['c.d', 'a'],
            ['a', 'c.d', 'b'],
          ],
        ])
          expect(select(collectionOf(docs, keys), { filter: wanted, sort: whole, skip, limit })).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('never write into stored documents, nor does an aggregation', () => {
    const docs = select(collectionOf([{ a: 1, c: { d: 2 } }, { a: 1 }], [['a']]), { filter: { 'c.d': { $ne: 5 } } });
    const stages = [{ $sort: { a: 1 } }, { $group: { _id: { a: '$a' }, d: { $max: '$c.d' }, n: { $sum: 1 } } }];
    expect(aggregate(stages, docs)).toEqual([{ _id: { a: 1 }, d: 2, n: 2 }]);
  });
});
