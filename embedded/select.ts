import type { Collection, Index } from './collection.ts';
import { StoreError } from './errors.ts';
import { compileFilter } from './query.ts';
import { encode, isDoc, isPath, isScalar, valueAt, type Doc } from './values.ts';

export type Sort = readonly (readonly [name: string, direction: 1 | -1])[];

/** A limit of 0 is none. */
export type Query = { readonly filter: Doc; readonly sort?: Sort; readonly skip?: number; readonly limit?: number };

/** The documents that a query asks for. */
export function select(collection: Collection | undefined, { filter, sort = [], skip = 0, limit = 0 }: Query): Doc[] {
  const test = compileFilter(filter);
  if (!collection) return [];
  const [equal, ranges] = [new Map<string, string>(), new Map<string, Doc>()];
  readBounds(filter, equal, ranges);
  const plans = collection.indexes.map((index) => planFor(index, equal, ranges, sort));
  const plan = plans.reduce((best, each) => (each.worth > best.worth ? each : best));
  const isInOrder = sort.length === 0 || (plan.worth > 0 && plan.order !== undefined);
  const found: Doc[] = [];
  for (const doc of plan.worth > 0 ? plan.index.map.range(plan.low, plan.high, plan.order === -1) : collection.all())
    if (test(doc) && found.push(doc) === skip + limit && limit > 0 && isInOrder) break;
  return (isInOrder ? found : sortBy(found, sort)).slice(skip, limit > 0 ? skip + limit : undefined);
}

function readBounds(filter: Doc, equal: Map<string, string>, ranges: Map<string, Doc>): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and') for (const part of condition as Doc[]) readBounds(part, equal, ranges);
    else if (isScalar(condition)) equal.set(name, encode(condition));
    else if (isDoc(condition) && '$eq' in condition) equal.set(name, encode(condition['$eq']));
    else if (isDoc(condition)) ranges.set(name, { ...ranges.get(name), ...condition });
  }
}

/** Equalities on the first fields and a range on the next: a stretch that holds every match, and its order. */
function planFor(index: Index, equal: Map<string, string>, ranges: Map<string, Doc>, sort: Sort) {
  const partial = Object.entries(index.spec.partialFilterExpression ?? {});
  const isWhole = partial.every(([name, value]) => equal.get(name) === encode(value));
  const rest = [...index.fields];
  let prefix = '';
  while (equal.has(rest[0] ?? '')) prefix += equal.get(rest.shift() ?? '');
  const { $gt, $gte = $gt, $lt, $lte = $lt } = ranges.get(rest[0] ?? '') ?? {};
  const type = $gte === undefined && $lte === undefined ? '' : encode($gte ?? $lte).slice(0, 1);
  const [low, high] = [$gte, $lte].map((end) => prefix + (end === undefined ? type : encode(end)));
  const wanted = sort.filter(([name]) => !equal.has(name));
  const follows = wanted.every(([name, way], i) => rest[i] === name && way === wanted[0]?.[1]);
  const order = follows ? wanted[0]?.[1] : undefined;
  const isPoint = index.spec.unique && rest.length === 0;
  const worth = isPoint ? 1_000 : (index.fields.length - rest.length) * 10 + (type ? 5 : 0) + (order ? 4 : 0);
  return { index, low, high: `${high}\uffff`, order, worth: isWhole ? worth : 0 };
}

export function parseSort(given: unknown = {}): Sort {
  if (!isDoc(given)) throw new StoreError(14, 'Expected sort to be an object');
  return Object.entries(given).map(([name, direction]) => {
    if (isPath(name) && (direction === 1 || direction === -1)) return [name, direction];
    throw new StoreError(2, `Illegal key in $sort specification: ${name}. The embedded store takes 1 and -1.`);
  });
}

/** Stable. A field that holds an array has no single value; MongoDB's choice there is not ours to guess. */
export function sortBy(docs: readonly Doc[], sort: Sort): Doc[] {
  const keyed = docs.map((doc) => ({ doc, keys: sort.map(([name]) => encode(valueAt(doc, name))) }));
  keyed.sort((a, b) => {
    const at = sort.findIndex((_, i) => a.keys[i] !== b.keys[i]);
    return at < 0 ? 0 : ((a.keys[at] ?? '') < (b.keys[at] ?? '') ? -1 : 1) * (sort[at]?.[1] ?? 1);
  });
  return keyed.map(({ doc }) => doc);
}
