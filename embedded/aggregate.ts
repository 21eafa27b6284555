import { StoreError } from './errors.ts';
import { compileExpression, type Expression } from './expressions.ts';
import { compileFilter } from './filter.ts';
import { compileGroup } from './group.ts';
import { compileAddFields, compileProjection, compileUnset } from './projection.ts';
import { parseSort, sortInPlace } from './select.ts';
import { field, isDoc, kindOf, setField, type Doc } from './values.ts';

type Stage = (docs: readonly Doc[]) => readonly Doc[];

/** Compiles the whole pipeline first, so that a stage we do not answer is refused whatever the data. */
export function compilePipeline(pipeline: unknown): Stage {
  if (!Array.isArray(pipeline)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  const stages = pipeline.map((given: unknown) => {
    const [name, spec] = nameAndSpec(given);
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (!compile)
      throw new StoreError(
        40324,
        `Unrecognized pipeline stage name: '${name}', or one that the embedded store does not answer`,
      );
    return compile(spec);
  });
  return (docs) => stages.reduce((found, stage) => stage(found), docs);
}

export function nameAndSpec(given: unknown): [name: string, spec: unknown] {
  const [only, ...more] = isDoc(given) ? Object.entries(given) : [];
  if (!only || more.length > 0)
    throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return only;
}

/** Stages make new documents and share what they leave alone: nothing stored is ever written into. */
const STAGES: Readonly<Record<string, (spec: unknown) => Stage>> = {
  $match: (spec) => {
    const test = compileFilter(spec);
    return (docs) => docs.filter(test);
  },
  $sort: (spec) => {
    const sort = parseSort(spec);
    if (sort.length === 0) throw new StoreError(15976, '$sort stage must have at least one sort key');
    return (docs) => {
      const sorted = [...docs];
      sortInPlace(sorted, sort, (doc) => doc);
      return sorted;
    };
  },
  $limit: (spec) => {
    const limit = wholeNumber('$limit', spec, 1);
    return (docs) => docs.slice(0, limit);
  },
  $skip: (spec) => {
    const skip = wholeNumber('$skip', spec, 0);
    return (docs) => docs.slice(skip);
  },
  $count: (spec) => {
    if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.'))
      throw new StoreError(40156, 'the count field must be a non-empty string without $ and .');
    return (docs) => (docs.length > 0 ? [{ [spec]: docs.length }] : []);
  },
  $group: compileGroup,
  $sortByCount: (spec) => compilePipeline([{ $group: { _id: spec, count: { $sum: 1 } } }, { $sort: { count: -1 } }]),
  $project: (spec) => {
    if (!isDoc(spec) || Object.keys(spec).length === 0)
      throw new StoreError(51272, 'Invalid $project: projection specification must have at least one field');
    return each(compileProjection(spec));
  },
  $addFields: (spec) => each(compileAddFields(spec)),
  $set: (spec) => each(compileAddFields(spec)),
  $unset: (spec) => each(compileUnset(spec)),
  $unwind: (spec) => {
    const unwind = compileUnwind(spec);
    return (docs) => docs.flatMap(unwind);
  },
  $replaceRoot: (spec) => each(compileNewRoot(isDoc(spec) ? spec['newRoot'] : undefined)),
  $replaceWith: (spec) => each(compileNewRoot(spec)),
  $facet: (spec) => {
    if (!isDoc(spec) || Object.keys(spec).length === 0) throw new StoreError(40169, '$facet needs a non-empty object');
    const parts = Object.entries(spec).map(([name, pipeline]) => {
      if (Array.isArray(pipeline) && pipeline.some((stage) => nameAndSpec(stage)[0] === '$facet'))
        throw new StoreError(40600, '$facet is not allowed to be used within a $facet stage');
      return [name, compilePipeline(pipeline)] as const;
    });
    return (docs) => [Object.fromEntries(parts.map(([name, run]) => [name, run(docs)]))];
  },
};

const each =
  (shape: (doc: Doc) => Doc): Stage =>
  (docs) =>
    docs.map(shape);

function wholeNumber(name: string, spec: unknown, least: number): number {
  if (typeof spec === 'number' && Number.isSafeInteger(spec) && spec >= least) return spec;
  throw new StoreError(15958, `invalid argument to ${name} stage: expected a whole number of at least ${least}`);
}

function compileNewRoot(spec: unknown): (doc: Doc) => Doc {
  if (spec === undefined) throw new StoreError(40231, 'no newRoot specified for the $replaceRoot stage');
  const expression: Expression = compileExpression(spec);
  return (root) => {
    const found = expression({ root, variables: {} });
    if (!isDoc(found))
      throw new StoreError(40228, `'newRoot' expression must evaluate to an object, but was ${kindOf(found)}`);
    return found;
  };
}

function compileUnwind(spec: unknown): (doc: Doc) => Doc[] {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...rest } = isDoc(spec) ? spec : ({ path: spec } as Doc);
  if (typeof path !== 'string' || !/^\$[^$]/.test(path) || Object.keys(rest).length > 0)
    throw new StoreError(
      28808,
      '$unwind takes a path that begins with $, includeArrayIndex and preserveNullAndEmptyArrays',
    );
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || /^$|[$.]/.test(includeArrayIndex)))
    throw new StoreError(28810, 'includeArrayIndex of the embedded store takes a plain field name');
  const names = path.slice(1).split('.');
  return (doc) => {
    const value = names.reduce<unknown>((here, name) => (isDoc(here) ? field(here, name) : undefined), doc);
    const mark = (result: Doc, at: number | null): Doc => {
      if (typeof includeArrayIndex === 'string') setField(result, includeArrayIndex, at);
      return result;
    };
    if (Array.isArray(value) && value.length > 0) return value.map((part, i) => mark(replaced(doc, names, part), i));
    if (value != null && !Array.isArray(value)) return [mark({ ...doc }, null)];
    if (preserveNullAndEmptyArrays !== true) return [];
    return [mark(Array.isArray(value) ? replaced(doc, names, undefined) : { ...doc }, null)];
  };
}

function replaced(doc: Doc, [name = '', ...rest]: readonly string[], value: unknown): Doc {
  const copy = { ...doc };
  const inner = field(doc, name);
  const next = rest.length > 0 && isDoc(inner) ? replaced(inner, rest, value) : value;
  if (next === undefined) delete copy[name];
  else setField(copy, name, next);
  return copy;
}
