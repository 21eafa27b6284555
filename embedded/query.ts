import { Context } from 'mingo/core';
import * as operators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { refusal, StoreError } from './errors.ts';
import { docOf, isDoc, isPath, isScalar, valueAt, type Doc } from './values.ts';

export type Test = (doc: Doc) => boolean;
type Check = (operand: unknown) => boolean;

/** mingo orders strings by UTF-16 units; against such a bound that is MongoDB's order too. */
const isBound: Check = (value) =>
  value !== null && isScalar(value) && !(typeof value === 'string' && /[\ud800-\uffff]/.test(value));
function isCondition(value: unknown): value is Doc {
  const entries = isDoc(value) ? Object.entries(value) : [];
  const fits = (name: string, operand: unknown) =>
    OPERANDS.some(([operator, check]) => operator.test(name) && check(operand));
  return entries.length > 0 && entries.every(([name, operand]) => fits(name, operand));
}

/** Operators, each with the operands for which mingo answers as MongoDB does. */
const OPERANDS: readonly (readonly [operator: RegExp, check: Check])[] = [
  [/^\$(eq|ne)$/, isScalar],
  [/^\$n?in$/, (value) => Array.isArray(value) && value.every(isScalar)],
  [/^\$[gl]te?$/, isBound],
  [/^\$exists$/, (value) => typeof value === 'boolean'],
  [/^\$regex$/, (value) => typeof value === 'string' && /^\^[\w /:@-]+$/.test(value)],
  [/^\$not$/, isCondition],
];
const GROUPS = ['$and', '$or', '$nor'];
const context = Context.init({ query: { ...operators } as unknown as Parameters<Context['addQueryOps']>[0] });

/** @throws {StoreError} 2: it asks for something in which mingo and MongoDB differ, or may */
export function compileFilter(filter: Doc): Test {
  const narrow = new Set<string>();
  judge(filter, narrow);
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query(filter, { context, scriptEnabled: false });
  return (doc) => {
    for (const path of narrow) if (Array.isArray(valueAt(doc, path))) throw refusal(`look for '${path}' in an array`);
    return query.test(doc);
  };
}

/** Collects the paths at which an array has other rules in MongoDB than in mingo. */
function judge(filter: unknown, narrow: Set<string>): void {
  for (const [name, condition] of Object.entries(docOf(filter))) {
    const isGroup = GROUPS.includes(name) && Array.isArray(condition) && condition.length > 0;
    if (isGroup) for (const part of condition as unknown[]) judge(part, narrow);
    else if (!isPath(name) || !(isScalar(condition) || isCondition(condition)))
      throw refusal(`have this condition on '${name}'`);
    else if (name.includes('.') || JSON.stringify(condition).includes('"$regex"')) narrow.add(name);
  }
}

/** Whole fields, by name: those that are named, in the document's order, or all but those. */
export function compileProjection(spec: Doc): (doc: Doc) => Doc {
  const { _id = 1, ...fields } = spec;
  for (const [name, value] of Object.entries(spec))
    if (![0, 1, true, false].includes(value as number) || !isPath(name) || name.includes('.'))
      throw refusal(`project '${name}' so, only whole fields by 0 and 1`);
  const wanted = new Set(Object.values(Object.keys(fields).length > 0 ? fields : spec).map(Number));
  if (wanted.size > 1) throw new StoreError(31254, 'Cannot do exclusion on a field in inclusion projection');
  const keeps = (name: string): boolean => (name === '_id' ? Number(_id) === 1 : name in fields === wanted.has(1));
  return (doc) => (wanted.size === 0 ? doc : Object.fromEntries(Object.entries(doc).filter(([name]) => keeps(name))));
}
