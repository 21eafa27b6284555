import { zonedFormat } from './date-format.ts';
import { StoreError } from './errors.ts';
import { compare, equal, field, isDoc, kindOf, setField, type Doc } from './values.ts';

export interface Scope {
  readonly root: Doc;
  readonly variables: Readonly<Record<string, unknown>>;
}
export type Expression = (scope: Scope) => unknown;

/** An aggregation expression as a function. Missing is undefined. Operators that are not in the tables are refused. */
export function compileExpression(given: unknown, variables: readonly string[] = []): Expression {
  if (typeof given === 'string' && given.startsWith('$')) return compilePath(given, variables);
  if (Array.isArray(given)) {
    const parts = given.map((part) => compileExpression(part, variables));
    return (scope) => parts.map((part) => part(scope) ?? null);
  }
  if (!isDoc(given)) return () => given;
  const names = Object.keys(given);
  const [name] = names;
  if (name?.startsWith('$')) {
    if (names.length > 1)
      throw new StoreError(15983, 'An object representing an expression must have exactly one field');
    return compileCall(name, given[name], variables);
  }
  const parts = Object.entries(given).map(([key, part]) => [key, compileExpression(part, variables)] as const);
  return (scope) => {
    const result: Doc = {};
    for (const [key, part] of parts) {
      const value = part(scope);
      if (value !== undefined) setField(result, key, value);
    }
    return result;
  };
}

function compilePath(given: string, variables: readonly string[]): Expression {
  const [head = '', ...rest] = given.split('.');
  if (given.length < 2 || rest.includes('')) throw new StoreError(16872, `'${given}' is not a valid field path`);
  if (!head.startsWith('$$')) return ({ root }) => walk(root, [head.slice(1), ...rest]);
  const name = head.slice(2);
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => walk(root, rest);
  if (name === 'REMOVE') return () => undefined;
  if (!variables.includes(name)) throw new StoreError(17276, `Use of undefined variable: ${name}`);
  return (scope) => walk(scope.variables[name], rest);
}

function walk(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((part) => walk(part, path)).filter((part) => part !== undefined);
  return isDoc(value) ? walk(field(value, name), rest) : undefined;
}

function compileCall(name: string, operand: unknown, variables: readonly string[]): Expression {
  const special = SPECIAL[name];
  if (special) return special(operand, variables);
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!found)
    throw new StoreError(168, `Unrecognized expression '${name}', or one that the embedded store does not answer`);
  const [least, most, run] = found;
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length < least || given.length > most)
    throw new StoreError(
      16020,
      `Expression ${name} takes ${least} to ${most} arguments. ${given.length} were passed in.`,
    );
  const parts = given.map((part) => compileExpression(part, variables));
  return (scope) =>
    run(
      parts.map((part) => part(scope)),
      name,
    );
}

const isTrue = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== 0;

/** Operators that do not simply evaluate all their arguments. */
const SPECIAL: Readonly<Record<string, (operand: unknown, variables: readonly string[]) => Expression>> = {
  $literal: (operand) => () => operand,
  $and: (operand, variables) => {
    const parts = asList(operand).map((part) => compileExpression(part, variables));
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, variables) => {
    const parts = asList(operand).map((part) => compileExpression(part, variables));
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $cond: (operand, variables) => {
    const given = isDoc(operand) ? [operand['if'], operand['then'], operand['else']] : asList(operand);
    if (given.length !== 3 || given.includes(undefined)) throw new StoreError(16020, '$cond takes exactly 3 arguments');
    const [test, yes, no] = given.map((part) => compileExpression(part, variables));
    return (scope) => (isTrue(test?.(scope)) ? yes : no)?.(scope);
  },
  $switch: (operand, variables) => {
    const { branches, default: otherwise } = record(operand, '$switch', ['branches', 'default']);
    const cases = asList(branches).map((branch) => {
      const { case: test, then } = record(branch, '$switch', ['case', 'then']);
      return [compileExpression(test, variables), compileExpression(then, variables)] as const;
    });
    const last = otherwise === undefined ? undefined : compileExpression(otherwise, variables);
    return (scope) => {
      const [, then] = cases.find(([test]) => isTrue(test(scope))) ?? [];
      if (!then && !last)
        throw new StoreError(40066, '$switch could not find a matching branch, and no default was specified.');
      return (then ?? last)?.(scope);
    };
  },
  $map: (operand, variables) => {
    const { input, as = 'this', in: body } = record(operand, '$map', ['input', 'as', 'in']);
    return overList('$map', input, String(as), body, variables, (list, call) => list.map((part) => call(part) ?? null));
  },
  $filter: (operand, variables) => {
    const { input, as = 'this', cond } = record(operand, '$filter', ['input', 'as', 'cond']);
    return overList('$filter', input, String(as), cond, variables, (list, call) =>
      list.filter((part) => isTrue(call(part))),
    );
  },
  $dateToString: (operand, variables) => {
    const {
      date,
      format = '%Y-%m-%dT%H:%M:%S.%LZ',
      timezone = 'UTC',
      onNull = null,
    } = record(operand, '$dateToString', ['date', 'format', 'timezone', 'onNull']);
    if (typeof format !== 'string' || typeof timezone !== 'string' || timezone.startsWith('$'))
      throw new StoreError(18533, '$dateToString of the embedded store takes a constant format and timezone');
    const write = zonedFormat(format, timezone);
    const [value, missing] = [compileExpression(date, variables), compileExpression(onNull, variables)];
    return (scope) => {
      const found = value(scope) ?? null;
      if (found !== null && !(found instanceof Date))
        throw new StoreError(16006, `can't convert from BSON type ${kindOf(found)} to Date`);
      return found === null ? missing(scope) : write(found);
    };
  },
};

function overList(
  name: string,
  input: unknown,
  as: string,
  body: unknown,
  variables: readonly string[],
  run: (list: unknown[], call: (part: unknown) => unknown) => unknown,
): Expression {
  const list = compileExpression(input, variables);
  const call = compileExpression(body, [...variables, as]);
  return (scope) => {
    const found = list(scope) ?? null;
    if (found === null) return null;
    if (!Array.isArray(found))
      throw new StoreError(name === '$map' ? 16883 : 28651, `input to ${name} must be an array not ${kindOf(found)}`);
    return run(found, (part) => call({ root: scope.root, variables: { ...scope.variables, [as]: part } }));
  };
}

type Values = readonly unknown[];
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

function record(value: unknown, name: string, allowed: readonly string[]): Doc {
  if (!isDoc(value)) throw new StoreError(9, `${name} takes an object`);
  const strange = Object.keys(value).find((key) => !allowed.includes(key));
  if (strange) throw new StoreError(9, `Unrecognized argument to ${name} of the embedded store: ${strange}`);
  return value;
}

/** null when any argument is null or missing; an error when one is not a number. */
function numeric(run: (numbers: number[]) => number): (values: Values, name: string) => unknown {
  return (values, name) => {
    if (values.some((value) => value == null)) return null;
    const strange = values.find((value) => typeof value !== 'number');
    if (strange !== undefined) throw new StoreError(14, `${name} only supports numeric types, not ${kindOf(strange)}`);
    return exact(run(values as number[]), name);
  };
}

/** Whole numbers that JavaScript can no longer tell apart are refused, not rounded. */
export function exact(value: number, name: string): number {
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new StoreError(2, `The embedded store does not count beyond 2^53 (${name})`);
  return value;
}

const compared =
  (holds: (sign: number) => boolean) =>
  ([a, b]: Values): boolean =>
    holds(compare(a, b));

function add(values: Values, name: string): unknown {
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new StoreError(16612, 'only one date allowed in an $add expression');
  const total = numeric((all) => all.reduce((sum, one) => sum + one, 0))(
    values.filter((value) => !(value instanceof Date)),
    name,
  );
  return dates[0] && typeof total === 'number' ? new Date(dates[0].getTime() + total) : total;
}

function subtract(values: Values, name: string): unknown {
  const [a, b] = values;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - b);
  return numeric(([left = 0, right = 0]) => left - right)(values, name);
}

function divide([a = 0, b = 0]: number[]): number {
  if (b === 0) throw new StoreError(2, "can't $divide by zero");
  return a / b;
}

function listOf(value: unknown, name: string, code: number): unknown[] {
  if (Array.isArray(value)) return value;
  throw new StoreError(code, `The argument to ${name} must be an array, but was of type: ${kindOf(value)}`);
}

function text(value: unknown, name: string, code: number): string {
  if (value == null) return '';
  if (typeof value !== 'string') throw new StoreError(code, `${name} only supports strings, not ${kindOf(value)}`);
  return value;
}

function elementAt([list, at]: Values, name: string): unknown {
  if (list == null || at == null) return null;
  if (typeof at !== 'number' || !Number.isInteger(at))
    throw new StoreError(28690, `${name}'s second argument must be an integer`);
  return listOf(list, name, 28689).at(at);
}

type Run = (values: Values, name: string) => unknown;

/** Least and most arguments, and what is done with their values. */
const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number, run: Run]>> = {
  $add: [1, 99, add],
  $subtract: [2, 2, subtract],
  $multiply: [1, 99, numeric((all) => all.reduce((product, one) => product * one, 1))],
  $divide: [2, 2, numeric(divide)],
  $abs: [1, 1, numeric(([a = 0]) => Math.abs(a))],
  $ceil: [1, 1, numeric(([a = 0]) => Math.ceil(a))],
  $floor: [1, 1, numeric(([a = 0]) => Math.floor(a))],
  $cmp: [2, 2, ([a, b]) => Math.sign(compare(a, b))],
  $eq: [2, 2, compared((sign) => sign === 0)],
  $ne: [2, 2, compared((sign) => sign !== 0)],
  $gt: [2, 2, compared((sign) => sign > 0)],
  $gte: [2, 2, compared((sign) => sign >= 0)],
  $lt: [2, 2, compared((sign) => sign < 0)],
  $lte: [2, 2, compared((sign) => sign <= 0)],
  $not: [1, 1, ([a]) => !isTrue(a)],
  $ifNull: [2, 99, (values) => values.find((value) => value != null) ?? values.at(-1)],
  $concat: [
    1,
    99,
    (values, name) =>
      values.some((value) => value == null) ? null : values.map((value) => text(value, name, 16702)).join(''),
  ],
  $toLower: [1, 1, ([a], name) => text(a, name, 16007).replace(/[A-Z]/g, (letter) => letter.toLowerCase())],
  $toUpper: [1, 1, ([a], name) => text(a, name, 16007).replace(/[a-z]/g, (letter) => letter.toUpperCase())],
  $size: [1, 1, ([list], name) => listOf(list, name, 17124).length],
  $in: [2, 2, ([value, list], name) => listOf(list, name, 40081).some((other) => equal(other, value))],
  $isArray: [1, 1, ([value]) => Array.isArray(value)],
  $arrayElemAt: [2, 2, elementAt],
  $concatArrays: [
    1,
    99,
    (values, name) =>
      values.some((value) => value == null) ? null : values.flatMap((value) => listOf(value, name, 28664)),
  ],
};
