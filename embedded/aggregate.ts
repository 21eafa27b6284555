import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { $avg, $first, $last, $max, $min, $sum } from 'mingo/operators/accumulator';
import { $group } from 'mingo/operators/pipeline';
import { refusal, StoreError } from './errors.ts';
import { compileFilter, compileProjection } from './query.ts';
import { parseSort, sortBy } from './select.ts';
import { docOf, encode, isDoc, isPath, isScalar, valueAt, type Doc } from './values.ts';

const ACCUMULATORS = { $sum, $avg, $min, $max, $first, $last };
const context = Context.init({ pipeline: { $group }, accumulator: ACCUMULATORS });
type Stage = (docs: readonly Doc[], spec: unknown) => readonly Doc[];

const STAGES: Readonly<Record<string, Stage>> = {
  $match: (docs, spec) => docs.filter(compileFilter(docOf(spec))),
  $sort: (docs, spec) => sortBy(docs, parseSort(spec)),
  $project: (docs, spec) => docs.map(compileProjection(docOf(spec))),
  $skip: (docs, spec) => docs.slice(wholeOf(spec, 0)),
  $limit: (docs, spec) => docs.slice(0, wholeOf(spec, 1)),
  $group: (docs, spec) => group(docs, docOf(spec)),
};

/** Runs the stages; on no documents first, so that what is not MongoDB's is refused whatever is there. */
export function aggregate(stages: readonly unknown[], docs: readonly Doc[]): readonly Doc[] {
  const run = (before: readonly Doc[]): readonly Doc[] =>
    stages.map(docOf).reduce((given, stage) => {
      const [name = '', ...others] = Object.keys(stage);
      const next = Object.hasOwn(STAGES, name) && others.length === 0 ? STAGES[name] : undefined;
      if (next) return next(given, stage[name]);
      throw new StoreError(40324, `Unrecognized pipeline stage name: '${name}' (embedded store)`);
    }, before);
  run([]);
  return run(docs);
}

/** mingo groups; this sees to it that it only meets what it groups as MongoDB does: scalars at plain paths. */
function group(docs: readonly Doc[], spec: Doc): readonly Doc[] {
  const { _id, ...fields } = spec;
  if (_id === undefined) throw new StoreError(15955, 'a group specification must include an _id');
  const accumulators = Object.values(fields).flatMap((field) => Object.entries(docOf(field)));
  const strange = accumulators.find(([name]) => !Object.hasOwn(ACCUMULATORS, name))?.[0];
  if (strange !== undefined) throw new StoreError(15952, `The embedded store has no accumulator ${strange}`);
  const keys = isDoc(_id) ? _id : { _id };
  const operands = [...Object.values(keys), ...accumulators.map(([, operand]) => operand)];
  const paths = operands.filter((operand) => typeof operand === 'string').map((path) => path.slice(1));
  const names = [...Object.keys(keys), ...Object.keys(fields), ...paths];
  const isPlain = operands.every((operand) => (typeof operand === 'string' ? operand[0] === '$' : isScalar(operand)));
  if (!isPlain || !names.every(isPath) || accumulators.length !== Object.keys(fields).length)
    throw new StoreError(168, 'The embedded store groups by fields and constants, without expressions');
  for (const doc of docs) for (const path of paths) encode(valueAt(doc, path));
  const groups = new Aggregator([{ $group: spec }], { context, scriptEnabled: false }).run<Doc>(docs);
  const isWide = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);
  if (groups.some((each) => Object.values(each).some(isWide))) throw refusal('add up beyond 2^53');
  return groups;
}

function wholeOf(value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && Number(value) >= least) return Number(value);
  throw new StoreError(15958, 'The stage takes a whole number');
}
