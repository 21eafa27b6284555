import type { Collection, Entry } from './collection.ts';
import { StoreError } from './errors.ts';
import { compileFilter } from './filter.ts';
import { ARRAY, scalarAt } from './paths.ts';
import { choosePlan, placeIn, type Plan, type Sort } from './plan.ts';
import { compare, isDoc, type Doc } from './values.ts';

export interface Query {
  readonly filter: Doc;
  readonly sort: Sort;
  readonly skip: number;
  /** 0: no limit. */
  readonly limit: number;
}

/** The entries that a query asks for, from the collection with a transaction's patches laid over it. */
export function select(collection: Collection, patches: ReadonlyMap<string, Entry | undefined>, query: Query): Entry[] {
  const test = compileFilter(query.filter);
  const plan = choosePlan(collection.indexes, query.filter, query.sort);
  const inOrder = patches.size === 0 && (query.sort.length === 0 || (plan?.sorted ?? false));
  const enough = inOrder && query.limit > 0 ? query.skip + query.limit : Infinity;
  const found: Entry[] = [];
  for (const entry of plan ? walk(plan) : collection.entries.values()) {
    if (patches.has(entry.key) || !test(entry.doc)) continue;
    if (found.push(entry) >= enough) break;
  }
  for (const entry of patches.values()) if (entry && test(entry.doc)) found.push(entry);
  if (!inOrder) sortInPlace(found, query.sort, ({ doc }) => doc);
  return found.slice(query.skip, query.limit > 0 ? query.skip + query.limit : undefined);
}

function* walk(plan: Plan): Generator<Entry> {
  const seen = plan.points.length > 1 ? new Set<string>() : undefined;
  for (const tuple of plan.points)
    for (const entry of plan.index.scan(placeIn(plan, tuple), plan.backwards)) {
      if (seen?.has(entry.key)) continue;
      seen?.add(entry.key);
      yield entry;
    }
}

export function parseSort(given: unknown): Sort {
  if (given === undefined) return [];
  if (!isDoc(given)) throw new StoreError(14, 'Expected sort to be an object');
  return Object.entries(given).map(([name, direction]) => {
    if (name.startsWith('$') || name === '' || (direction !== 1 && direction !== -1))
      throw new StoreError(2, `Illegal key in $sort specification: ${name}. The embedded store takes 1 and -1.`);
    return [name, direction];
  });
}

/** Stable. A path that meets an array has no single value; MongoDB's choice there is not ours to guess. */
export function sortInPlace<T>(items: T[], sort: Sort, docOf: (item: T) => Doc): void {
  if (sort.length === 0) return;
  const paths = sort.map(([name]) => name.split('.'));
  const keyed = items.map((item) => ({ item, keys: paths.map((path) => scalarAt(docOf(item), path) ?? null) }));
  if (keyed.some(({ keys }) => keys.includes(ARRAY)))
    throw new StoreError(2, 'The embedded store does not sort on a field that holds an array');
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const sign = compare(a.keys[i], b.keys[i]) * (sort[i]?.[1] ?? 1);
      if (sign !== 0) return sign;
    }
    return 0;
  });
  keyed.forEach(({ item }, i) => (items[i] = item));
}
