import { BSONRegExp } from 'bson';
import { StoreError } from './errors.ts';
import { leaves } from './paths.ts';
import { compare, equal, isDoc, kindOf, rank, type Doc } from './values.ts';

export type Test = (doc: Doc) => boolean;
type ValueTest = (value: unknown) => boolean;
type Leaves = readonly unknown[];

/** A filter as a function. What we cannot answer as MongoDB does is refused here, before any document is read. */
export function compileFilter(filter: unknown): Test {
  if (!isDoc(filter)) throw new StoreError(14, `Expected filter to be an object, found ${kindOf(filter)}`);
  const tests = Object.entries(filter).map(([name, condition]) =>
    name.startsWith('$') ? compileLogic(name, condition) : compileField(name, condition),
  );
  const [only] = tests;
  return only && tests.length === 1 ? only : (doc) => tests.every((test) => test(doc));
}

function compileLogic(name: string, condition: unknown): Test {
  if (name === '$comment') return () => true;
  if (name !== '$and' && name !== '$or' && name !== '$nor')
    throw new StoreError(2, `unknown top level operator: ${name}. The embedded store does not answer it.`);
  if (!Array.isArray(condition) || condition.length === 0) throw new StoreError(2, `${name} must be a nonempty array`);
  const tests = condition.map(compileFilter);
  if (name === '$and') return (doc) => tests.every((test) => test(doc));
  if (name === '$or') return (doc) => tests.some((test) => test(doc));
  return (doc) => !tests.some((test) => test(doc));
}

function compileField(name: string, condition: unknown): Test {
  const path = name.split('.');
  const test = compileCondition(condition);
  return (doc) => test(leaves(doc, path));
}

/** Whether `{ field: condition }` holds operators rather than a value to equal. */
export function isOperators(condition: unknown): condition is Doc {
  return isDoc(condition) && (Object.keys(condition)[0]?.startsWith('$') ?? false);
}

function compileCondition(condition: unknown): (found: Leaves) => boolean {
  if (condition instanceof BSONRegExp) return onAny(pattern(condition));
  if (!isOperators(condition)) return onAny(equals(condition));
  const tests = Object.entries(condition).map(([name, operand]) => compileOperator(name, operand, condition));
  return (found) => tests.every((test) => test(found));
}

/** A test of values holds for a path when a leaf, or an element of a leaf, passes. */
function onAny(test: ValueTest): (found: Leaves) => boolean {
  return (found) => found.some((leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some(test)));
}

function equals(operand: unknown): ValueTest {
  rank(operand);
  return operand === null
    ? (value) => value == null
    : (value) => rank(value) === rank(operand) && equal(value, operand);
}

const ORDER: Readonly<Record<string, (sign: number) => boolean>> = {
  $gt: (sign) => sign > 0,
  $gte: (sign) => sign >= 0,
  $lt: (sign) => sign < 0,
  $lte: (sign) => sign <= 0,
};

/** Only values of the operand's type are compared; NaN only ever equals itself. */
function ordered(name: string, operand: unknown): ValueTest {
  const holds = ORDER[name];
  if (!holds || operand instanceof BSONRegExp)
    throw new StoreError(2, `Can't have RegEx as arg to predicate over ${name}`);
  if (operand === null || Number.isNaN(operand)) return name.endsWith('e') ? equals(operand) : () => false;
  const kind = rank(operand);
  return (value) => rank(value) === kind && !Number.isNaN(value) && holds(compare(value, operand));
}

function compileOperator(name: string, operand: unknown, whole: Doc): (found: Leaves) => boolean {
  switch (name) {
    case '$eq':
      if (operand instanceof BSONRegExp) break;
      return onAny(equals(operand));
    case '$ne':
      if (operand instanceof BSONRegExp) throw new StoreError(2, "Can't have regex as arg to $ne.");
      return not(onAny(equals(operand)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return onAny(ordered(name, operand));
    case '$in':
      return onAny(memberOf(name, operand));
    case '$nin':
      return not(onAny(memberOf(name, operand)));
    case '$exists': {
      const wanted = operand !== 0 && operand !== false && operand !== null;
      return (found) => found.some((leaf) => leaf !== undefined) === wanted;
    }
    case '$not': {
      if (!(operand instanceof BSONRegExp) && !isOperators(operand))
        throw new StoreError(2, '$not needs a regex or a document');
      return not(compileCondition(operand));
    }
    case '$regex':
      return onAny(pattern(operand, whole['$options']));
    case '$options':
      if ('$regex' in whole) return () => true;
      throw new StoreError(2, '$options needs a $regex');
    case '$size': {
      if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
        throw new StoreError(9, `Failed to parse $size. Expected a non-negative integer, found ${kindOf(operand)}`);
      return (found) => found.some((leaf) => Array.isArray(leaf) && leaf.length === operand);
    }
    case '$all':
      return all(operand);
    case '$elemMatch': {
      const test = elementTest(operand);
      return (found) => found.some((leaf) => Array.isArray(leaf) && leaf.some(test));
    }
    default:
  }
  throw new StoreError(2, `unknown operator: ${name}. The embedded store does not answer it.`);
}

function not(test: (found: Leaves) => boolean): (found: Leaves) => boolean {
  return (found) => !test(found);
}

function list(name: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new StoreError(2, `${name} needs an array`);
  if (operand.some(isOperators) && name !== '$all') throw new StoreError(2, `cannot nest $ under ${name}`);
  return operand;
}

function memberOf(name: string, operand: unknown): ValueTest {
  const tests = list(name, operand).map((one) => (one instanceof BSONRegExp ? pattern(one) : equals(one)));
  return (value) => tests.some((test) => test(value));
}

function all(operand: unknown): (found: Leaves) => boolean {
  const tests = list('$all', operand).map((one) => {
    if (isOperators(one) && Object.keys(one)[0] !== '$elemMatch') throw new StoreError(2, 'no $ expressions in $all');
    return compileCondition(one);
  });
  return (found) => tests.length > 0 && tests.every((test) => test(found));
}

function elementTest(operand: unknown): ValueTest {
  if (!isDoc(operand)) throw new StoreError(2, '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (isOperators(operand) && first !== '$and' && first !== '$or' && first !== '$nor') {
    const test = compileCondition(operand);
    return (value) => test([value]);
  }
  const test = compileFilter(operand);
  return (value) => isDoc(value) && test(value);
}

/**
 * A PCRE pattern as JavaScript's. The u flag makes whatever JavaScript would read otherwise (\A, \Q, possessive
 * marks, POSIX classes) an error, so such a pattern is refused, not answered wrongly; "." and "$" are spelt out.
 */
function pattern(operand: unknown, options?: unknown): ValueTest {
  const [source, letters] =
    operand instanceof BSONRegExp ? [operand.pattern, options ?? operand.options] : [operand, options ?? ''];
  if (typeof source !== 'string' || typeof letters !== 'string') throw new StoreError(2, '$regex has to be a string');
  if (!/^[ims]*$/.test(letters)) throw new StoreError(51108, `invalid flag in regex options: ${letters}`);
  if (source.length > 32_764)
    throw new StoreError(51091, 'Regular expression is invalid: regular expression is too large');
  const end = letters.includes('m') ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))';
  const any = letters.includes('s') ? '[^]' : '[^\\n]';
  const spelt = source.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|[.$]/g, (part) =>
    part === '$' ? end : part === '.' ? any : part,
  );
  const flags = `u${letters.includes('i') ? 'i' : ''}${letters.includes('m') ? 'm' : ''}`;
  let regex: RegExp;
  try {
    regex = new RegExp(spelt, flags);
  } catch {
    throw new StoreError(51091, 'Regular expression is invalid, or more than the embedded store reads');
  }
  return (value) => typeof value === 'string' && regex.test(value);
}
