import { Long } from 'bson';
import { StoreError } from './errors.ts';
import { compileExpression, exact } from './expressions.ts';
import { compare, identity, isDoc, setField, type Doc } from './values.ts';

type Values = readonly unknown[];

/** Accumulators over the values of one group, in the order in which the documents came. */
const ACCUMULATORS: Readonly<Record<string, (values: Values) => unknown>> = {
  $sum: (values) => exact(total(values), '$sum'),
  $avg: (values) => {
    const count = values.filter((value) => typeof value === 'number').length;
    return count === 0 ? null : total(values) / count;
  },
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => [
    ...new Map(values.filter((value) => value !== undefined).map((value) => [identity(value), value])).values(),
  ],
  $count: (values) => values.length,
};

function total(values: Values): number {
  let sum = 0;
  for (const value of values) {
    if (value instanceof Long) throw new StoreError(2, 'The embedded store does not add up whole numbers beyond 2^53');
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

function extreme(values: Values, sign: 1 | -1): unknown {
  let best: unknown = null;
  for (const value of values) if (value != null && (best === null || compare(value, best) * sign > 0)) best = value;
  return best;
}

/** $group. Groups come in the order of their first document. */
export function compileGroup(spec: unknown): (docs: readonly Doc[]) => Doc[] {
  if (!isDoc(spec)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!('_id' in spec)) throw new StoreError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(spec['_id']);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, given]) => compileField(name, given));
  return (docs) => {
    const groups = new Map<string, { id: unknown; values: unknown[][] }>();
    for (const root of docs) {
      const id = idOf({ root, variables: {} }) ?? null;
      const key = identity(id);
      const group = groups.get(key) ?? { id, values: fields.map(() => []) };
      groups.set(key, group);
      fields.forEach(({ operand }, i) => group.values[i]?.push(operand({ root, variables: {} })));
    }
    return [...groups.values()].map(({ id, values }) => {
      const result: Doc = { _id: id };
      fields.forEach(({ name, accumulate }, i) => setField(result, name, accumulate(values[i] ?? [])));
      return result;
    });
  };
}

function compileField(name: string, given: unknown) {
  const [operator, ...more] = isDoc(given) ? Object.keys(given) : [];
  if (!isDoc(given) || operator === undefined || more.length > 0)
    throw new StoreError(40234, `The field '${name}' must be an accumulator object`);
  if (name.includes('.') || name.startsWith('$'))
    throw new StoreError(40235, `The field name '${name}' cannot contain '.' or begin with '$'`);
  const accumulate = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (!accumulate)
    throw new StoreError(15952, `unknown group operator '${operator}', or one that the embedded store does not answer`);
  if (operator === '$count' && (!isDoc(given[operator]) || Object.keys(given[operator]).length > 0))
    throw new StoreError(14, '$count takes no arguments, i.e. $count:{}');
  return { name, accumulate, operand: compileExpression(given[operator]) };
}
