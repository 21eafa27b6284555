import { BSONRegExp } from 'bson';
import type { Draft } from './draft.ts';
import { StoreError } from './errors.ts';
import { compileFilter, isOperators } from './filter.ts';
import { parseSort, sortInPlace } from './select.ts';
import { compare, equal, isDoc, kindOf, type Doc } from './values.ts';

interface Call {
  readonly draft: Draft;
  readonly path: readonly string[];
  readonly operand: unknown;
  readonly inserting: boolean;
  readonly now: Date;
}

/** Update operators by name. Each changes the draft at one path, or throws what MongoDB would. */
export const OPERATORS: Readonly<Record<string, (call: Call) => void>> = {
  $set: ({ draft, path, operand }) => draft.set(path, operand),
  $setOnInsert: ({ draft, path, operand, inserting }) => {
    if (inserting) draft.set(path, operand);
  },
  $unset: ({ draft, path }) => draft.unset(path),
  $inc: (call) => arithmetic('$inc', call, 0, (a, b) => a + b),
  $mul: (call) => arithmetic('$mul', call, 0, (a, b) => a * b),
  $min: ({ draft, path, operand }) => keepExtreme(draft, path, operand, -1),
  $max: ({ draft, path, operand }) => keepExtreme(draft, path, operand, 1),
  $currentDate: ({ draft, path, operand, now }) => {
    const isDate = typeof operand === 'boolean' || (isDoc(operand) && equal(operand, { $type: 'date' }));
    if (!isDate) throw new StoreError(2, '$currentDate of the embedded store takes a boolean or { $type: "date" }');
    draft.set(path, now);
  },
  $push: ({ draft, path, operand }) => {
    const target = listAt(draft, path, '$push', 2) ?? [];
    draft.set(path, isDoc(operand) && '$each' in operand ? pushEach(target, operand) : [...target, operand]);
  },
  $addToSet: ({ draft, path, operand }) => {
    const target = [...(listAt(draft, path, '$addToSet', 2) ?? [])];
    const hasEach = isDoc(operand) && '$each' in operand;
    if (hasEach && Object.keys(operand).length > 1)
      throw new StoreError(2, 'Found unexpected fields after $each in $addToSet');
    for (const value of hasEach ? asList(operand['$each'], '$addToSet') : [operand])
      if (!target.some((other) => equal(other, value))) target.push(value);
    draft.set(path, target);
  },
  $pop: ({ draft, path, operand }) => {
    if (operand !== 1 && operand !== -1) throw new StoreError(9, '$pop expects 1 or -1');
    const target = listAt(draft, path, '$pop', 14);
    if (target) draft.set(path, operand === 1 ? target.slice(0, -1) : target.slice(1));
  },
  $pull: ({ draft, path, operand }) => removeWhere(draft, path, '$pull', pullTest(operand)),
  $pullAll: ({ draft, path, operand }) => {
    const unwanted = asList(operand, '$pullAll');
    removeWhere(draft, path, '$pullAll', (value) => unwanted.some((other) => equal(other, value)));
  },
};

function arithmetic(
  name: string,
  { draft, path, operand }: Call,
  from: number,
  sum: (a: number, b: number) => number,
): void {
  const at = path.join('.');
  if (typeof operand !== 'number')
    throw new StoreError(14, `Cannot apply ${name} with non-numeric argument: {${at}: (${kindOf(operand)})}`);
  const before = draft.get(path);
  if (before !== undefined && typeof before !== 'number')
    throw new StoreError(
      14,
      `Cannot apply ${name} to a value of non-numeric type: field '${at}' is of type ${kindOf(before)}`,
    );
  const after = sum(before ?? from, operand);
  if (Number.isInteger(after) && !Number.isSafeInteger(after))
    throw new StoreError(2, `The embedded store does not count beyond 2^53 (${name} on '${at}')`);
  draft.set(path, after);
}

function keepExtreme(draft: Draft, path: readonly string[], operand: unknown, sign: 1 | -1): void {
  const before = draft.get(path);
  if (before === undefined || compare(operand, before) * sign > 0) draft.set(path, operand);
}

function listAt(draft: Draft, path: readonly string[], name: string, code: number): unknown[] | undefined {
  const value = draft.get(path);
  if (value === undefined || Array.isArray(value)) return value;
  throw new StoreError(
    code,
    `The field '${path.join('.')}' must be an array for ${name} but is of type ${kindOf(value)}`,
  );
}

function asList(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value))
    throw new StoreError(2, `The argument to ${name} must be an array but it was of type ${kindOf(value)}`);
  return value;
}

function pushEach(target: readonly unknown[], operand: Doc): unknown[] {
  const { $each, $position, $slice, $sort, ...rest } = operand;
  const [strange] = Object.keys(rest);
  if (strange) throw new StoreError(2, `Unrecognized clause in $push: ${strange}`);
  for (const whole of [$position, $slice])
    if (whole !== undefined && !Number.isInteger(whole))
      throw new StoreError(2, '$position and $slice must be integers');
  const at =
    typeof $position === 'number'
      ? $position < 0
        ? Math.max(0, target.length + $position)
        : $position
      : target.length;
  const result = [...target.slice(0, at), ...asList($each, '$each'), ...target.slice(at)];
  if ($sort === 1 || $sort === -1) result.sort((a, b) => compare(a, b) * $sort);
  else if ($sort !== undefined) sortInPlace(result, parseSort($sort), (item) => (isDoc(item) ? item : {}));
  if (typeof $slice !== 'number') return result;
  return $slice >= 0 ? result.slice(0, $slice) : result.slice($slice);
}

function pullTest(operand: unknown): (value: unknown) => boolean {
  if (isOperators(operand) || operand instanceof BSONRegExp) {
    const test = compileFilter({ value: operand });
    return (value) => test({ value });
  }
  if (!isDoc(operand)) return (value) => equal(value, operand);
  const test = compileFilter(operand);
  return (value) => isDoc(value) && test(value);
}

function removeWhere(draft: Draft, path: readonly string[], name: string, unwanted: (value: unknown) => boolean): void {
  const target = listAt(draft, path, name, 2);
  const kept = target?.filter((value) => !unwanted(value));
  if (target && kept && kept.length < target.length) draft.set(path, kept);
}
