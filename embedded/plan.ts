import { BSONRegExp } from 'bson';
import { isOperators } from './filter.ts';
import type { Index } from './indexes.ts';
import { compare, equal, isDoc, rank, type Doc } from './values.ts';

/** What the conjuncts of a filter demand of one field, as far as an index can use it. Always a superset of the matches. */
interface Bounds {
  points?: readonly unknown[];
  low?: unknown;
  high?: unknown;
}

export interface Plan {
  readonly index: Index;
  readonly points: readonly (readonly unknown[])[];
  readonly range: Bounds | undefined;
  /** The walk gives the order that was asked for, so it can stop early. */
  readonly sorted: boolean;
  readonly backwards: boolean;
}

export type Sort = readonly (readonly [name: string, direction: 1 | -1])[];

/** Operands that index keys can be searched for. Documents, arrays and patterns are left to the filter. */
const isPoint = (value: unknown): boolean =>
  !isDoc(value) &&
  !Array.isArray(value) &&
  !(value instanceof BSONRegExp) &&
  value !== undefined &&
  !Number.isNaN(value);

export function boundsOf(filter: Doc, into = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) for (const part of condition) boundsOf(part as Doc, into);
    if (name.startsWith('$')) continue;
    const bounds = into.get(name) ?? {};
    into.set(name, bounds);
    if (!isOperators(condition)) {
      if (isPoint(condition)) bounds.points ??= [condition];
      continue;
    }
    const { $eq, $in, $gt, $gte, $lt, $lte } = condition;
    if (isPoint($eq)) bounds.points ??= [$eq];
    if (Array.isArray($in) && $in.every(isPoint)) bounds.points ??= ($in as unknown[]).toSorted(compare);
    const [low, high] = [$gt ?? $gte, $lt ?? $lte];
    if (isPoint(low) && low !== null) bounds.low ??= low;
    if (isPoint(high) && high !== null) bounds.high ??= high;
  }
  return into;
}

/** The index that narrows most; failing that, one that sorts; else none, and every document is read. */
export function choosePlan(indexes: readonly Index[], filter: Doc, sort: Sort): Plan | undefined {
  const bounds = boundsOf(filter);
  let best: { plan: Plan; worth: number } | undefined;
  for (const index of indexes) {
    if (!holdsAllMatches(index, filter, bounds)) continue;
    const { plan, worth } = planFor(index, bounds, sort);
    if (worth > (best?.worth ?? 0)) best = { plan, worth };
  }
  return best?.plan;
}

function planFor(index: Index, bounds: Map<string, Bounds>, sort: Sort): { plan: Plan; worth: number } {
  let points: unknown[][] = [[]];
  let depth = 0;
  for (; depth < index.fields.length && points.length <= 1_000; depth++) {
    const found = bounds.get(index.fields[depth]?.name ?? '')?.points;
    if (!found) break;
    points = points.flatMap((tuple) => found.map((point) => [...tuple, point]));
  }
  const next = bounds.get(index.fields[depth]?.name ?? '');
  const range = next && ('low' in next || 'high' in next) ? next : undefined;
  const { sorted, backwards } = order(index, points.length === 1 ? depth : 0, points.length === 1, sort);
  const whole = index.spec.unique && depth === index.fields.length;
  const worth = (whole ? 1_000 : 0) + depth * 10 + (range ? 5 : 0) + (sorted ? 4 : 0);
  return { plan: { index, points, range, sorted, backwards }, worth };
}

/** Behind a prefix of single points the index runs in the order of its other fields, forwards or backwards. */
function order(index: Index, prefix: number, single: boolean, sort: Sort): { sorted: boolean; backwards: boolean } {
  const pinned = new Set(index.fields.slice(0, prefix).map(({ name }) => name));
  const wanted = sort.filter(([name]) => !pinned.has(name));
  const rest = index.fields.slice(prefix);
  const follows = (sign: 1 | -1): boolean =>
    wanted.every(([name, direction], i) => rest[i]?.name === name && rest[i].direction * sign === direction);
  if (sort.length === 0 || !single || index.isMultikey || wanted.length === 0)
    return { sorted: false, backwards: false };
  return { sorted: follows(1) || follows(-1), backwards: !follows(1) && follows(-1) };
}

/** A partial or sparse index may serve only a filter that asks for nothing outside it. */
function holdsAllMatches(index: Index, filter: Doc, bounds: Map<string, Bounds>): boolean {
  const present = (name: string): boolean => {
    const found = bounds.get(name);
    return !!found && ('low' in found || 'high' in found || (found.points?.every((point) => point !== null) ?? false));
  };
  if (index.spec.sparse) return present(index.fields[0]?.name ?? '');
  return Object.entries(index.spec.partialFilterExpression ?? {}).every(([name, condition]) => {
    const asked = filter[name];
    if (asked !== undefined && equal(asked, condition)) return true;
    if (!isOperators(condition))
      return isPoint(condition) && (bounds.get(name)?.points?.every((p) => equal(p, condition)) ?? false);
    return Object.keys(condition).length === 1 && condition['$exists'] === true && present(name);
  });
}

/** Where index keys lie against one tuple of points and the range behind it: before, within or after. */
export function placeIn(plan: Plan, tuple: readonly unknown[]): (keys: readonly unknown[]) => number {
  const { index, range } = plan;
  // Two bounds on an array may be met by two different elements, so only one of them may narrow the walk.
  const low = range?.low;
  const high = index.isMultikey && low !== undefined ? undefined : range?.high;
  return (keys) => {
    for (let i = 0; i < tuple.length; i++) {
      const sign = compare(keys[i], tuple[i]) * (index.fields[i]?.direction ?? 1);
      if (sign !== 0) return sign;
    }
    if (!range) return 0;
    const key = keys[tuple.length];
    const direction = index.fields[tuple.length]?.direction ?? 1;
    const kind = rank(low ?? high);
    if (rank(key) !== kind) return (rank(key) - kind) * direction;
    if (low !== undefined && compare(key, low) < 0) return -direction;
    return high !== undefined && compare(key, high) > 0 ? direction : 0;
  };
}
