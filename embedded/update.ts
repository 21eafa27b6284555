import { StoreError, refusal } from './errors.ts';
import { encode, equal, isDoc, isPath, isScalar, kindOf, parse, toBytes, type Doc } from './values.ts';

/** The new state of a document; the old one is not touched. */
export type Update = (doc: Doc, isInsert: boolean) => Doc;
type Change = (before: unknown, operand: unknown, path: string) => unknown;

/** What each operator makes of a field's value; undefined means that the field is missing, or goes. */
const OPERATORS: Readonly<Record<string, Change>> = {
  $set: (_, operand) => operand,
  $setOnInsert: (_, operand) => operand,
  $unset: () => undefined,
  $min: (before, operand) => (before === undefined || encode(operand) < encode(before) ? operand : before),
  $max: (before, operand) => (before === undefined || encode(operand) > encode(before) ? operand : before),
  $inc: (before = 0, operand, path) => {
    if (typeof operand !== 'number' || typeof before !== 'number')
      throw new StoreError(14, `Cannot apply $inc to '${path}': ${kindOf(before)} plus ${kindOf(operand)}`);
    const sum = before + operand;
    if (Number.isInteger(sum) && !Number.isSafeInteger(sum)) throw refusal('count beyond 2^53');
    return sum;
  },
  $push: (before, operand, path) => {
    const { $each, $slice } = readEach(operand, '$each $slice');
    if (!Number.isInteger($slice ?? 0)) throw refusal('slice by anything but a whole number');
    const pushed = [...listAt(before, path), ...listAt($each, '$each')];
    return typeof $slice !== 'number' ? pushed : $slice < 0 ? pushed.slice($slice) : pushed.slice(0, $slice);
  },
  $addToSet: (before, operand, path) => {
    const set = [...listAt(before, path)];
    for (const value of listAt(readEach(operand, '$each')['$each'], '$each'))
      if (!set.some((other) => equal(other, value))) set.push(value);
    return set;
  },
  $pull: (before, operand, path) => {
    if (!isScalar(operand)) throw refusal('pull by anything but a scalar');
    return before === undefined ? before : listAt(before, path).filter((value) => !equal(value, operand));
  },
};

function listAt(value: unknown = [], path: string): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new StoreError(2, `The field '${path}' must be an array but is of type ${kindOf(value)}`);
}

function readEach(operand: unknown, known: string): Doc {
  if (!isDoc(operand) || isReplacement(operand)) return { $each: [operand] };
  if (Object.keys(operand).every((name) => known.split(' ').includes(name))) return operand;
  throw refusal(`know other modifiers here than ${known}`);
}

export const isReplacement = (update: unknown): update is Doc =>
  isDoc(update) && !Object.keys(update).some((name) => name.startsWith('$'));

/** Reads an update as MongoDB does: operators, paths and conflicts before any document is looked at. */
export function compileUpdate(update: unknown): Update {
  if (!isDoc(update)) throw new StoreError(9, 'The embedded store takes documents as updates, no pipelines');
  if (isReplacement(update)) return (doc) => withId(doc, { ...('_id' in doc && { _id: doc['_id'] }), ...update });
  const steps = Object.entries(update).flatMap(([operator, operands]) => {
    if (!Object.hasOwn(OPERATORS, operator)) throw new StoreError(9, `Unknown modifier: ${operator} (embedded store)`);
    if (!isDoc(operands)) throw new StoreError(9, `${operator} takes fields, but found ${kindOf(operands)}`);
    return Object.entries(operands).map(([path, operand]) => ({ path, operator, operand: operand ?? null }));
  });
  steps.sort((a, b) => (a.path < b.path ? -1 : 1)); // MongoDB's order, which decides the order of new fields
  for (const [i, { path }] of steps.entries()) {
    if (!isPath(path)) throw refusal(`update the path '${path}'`);
    const other = steps.find((step, j) => j !== i && `${path}.`.startsWith(`${step.path}.`));
    if (other) throw new StoreError(40, `Updating the path '${path}' would create a conflict at '${other.path}'`);
  }
  return (doc, isInsert) => {
    const draft = parse(toBytes(doc));
    for (const { path, operator, operand } of steps)
      if (isInsert || operator !== '$setOnInsert')
        edit(draft, path.split('.'), (before) => OPERATORS[operator]?.(before, operand, path));
    return withId(doc, draft);
  };
}

function withId(before: Doc, after: Doc): Doc {
  if (before['_id'] === undefined || equal(before['_id'], after['_id'])) return after;
  throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** Changes one value in the draft, through documents that are made where they are missing. */
function edit(draft: Doc, [name = '', ...rest]: readonly string[], change: (before: unknown) => unknown): void {
  let after = Object.hasOwn(draft, name) ? draft[name] : undefined;
  if (rest.length === 0) after = change(after);
  else {
    const inner = after === undefined ? {} : after;
    if (!isDoc(inner))
      throw new StoreError(28, `Cannot create field '${rest[0]}' in element {${name}: ${kindOf(inner)}}`);
    edit(inner, rest, change);
    after ??= Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (after === undefined) delete draft[name];
  else draft[name] = after;
}

/** The document that an upsert starts from: the fields that the filter says are equal to something. */
export function seedOf(filter: Doc, seed: Doc = {}): Doc {
  for (const [name, condition] of Object.entries(filter)) {
    const value = isDoc(condition) ? condition['$eq'] : condition;
    if (name === '$and' || (name === '$or' && (condition as Doc[]).length === 1))
      for (const part of condition as Doc[]) seedOf(part, seed);
    if (name.startsWith('$') || value === undefined) continue;
    edit(seed, name.split('.'), (before) => {
      if (before === undefined) return value;
      throw new StoreError(54, `cannot infer query fields to set, path '${name}' is matched twice`);
    });
  }
  return seed;
}
