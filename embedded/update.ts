import { StoreError } from './errors.ts';
import { isOperators } from './filter.ts';
import { Draft } from './draft.ts';
import { OPERATORS } from './update-operators.ts';
import { compare, equal, field, isDoc, setField, type Doc } from './values.ts';

interface Step {
  readonly operator: string;
  readonly path: readonly string[];
  readonly operand: unknown;
}

export interface Update {
  /** A new document; the given one is not touched. Unchanged parts are shared. */
  apply(doc: Doc, inserting: boolean, now: Date): Doc;
  readonly isReplacement: boolean;
}

/** Reads an update as MongoDB does: checks operators, operands and conflicts before any document is looked at. */
export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw new StoreError(9, 'The embedded store does not run pipelines as updates');
  if (!isDoc(update)) throw new StoreError(9, 'Update argument must be an object');
  if (!Object.keys(update).some((name) => name.startsWith('$'))) return replacement(update);
  const steps: Step[] = [];
  for (const [operator, operands] of Object.entries(update)) {
    if (!OPERATORS[operator])
      throw new StoreError(9, `Unknown modifier: ${operator}. Expected a valid update modifier of the embedded store`);
    if (!isDoc(operands))
      throw new StoreError(9, `Modifiers operate on fields but we found another type for ${operator}`);
    for (const [name, operand] of Object.entries(operands)) steps.push({ operator, path: parsePath(name), operand });
  }
  steps.sort((a, b) => comparePaths(a.path, b.path));
  steps.forEach((step, i) => refuseConflict(steps[i - 1], step));
  return {
    isReplacement: false,
    apply(doc, inserting, now) {
      const draft = new Draft(doc);
      for (const { operator, path, operand } of steps) OPERATORS[operator]?.({ draft, path, operand, inserting, now });
      if (!inserting && !equal(field(doc, '_id'), field(draft.root, '_id')))
        throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
      return draft.root;
    },
  };
}

function replacement(given: Doc): Update {
  return {
    isReplacement: true,
    apply(doc, inserting) {
      const id = field(doc, '_id');
      const own = field(given, '_id');
      if (own !== undefined && id !== undefined && !equal(id, own))
        throw new StoreError(
          66,
          "After applying the update, the (immutable) field '_id' was found to have been altered",
        );
      return id === undefined && own === undefined && inserting ? given : { _id: id ?? own, ...given };
    },
  };
}

function parsePath(name: string): string[] {
  const path = name.split('.');
  for (const part of path) {
    if (part === '')
      throw new StoreError(56, `The update path '${name}' contains an empty field name, which is not allowed.`);
    if (part === '$' || part.startsWith('$['))
      throw new StoreError(2, `The embedded store has no positional operator (path '${name}')`);
    if (part.startsWith('$'))
      throw new StoreError(52, `The dollar ($) prefixed field '${part}' in '${name}' is not valid`);
  }
  return path;
}

/** MongoDB works through paths in this order, which decides the order of new fields. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [mine, theirs] = [a[i] ?? '', b[i] ?? ''];
    const numeric = /^\d+$/.test(mine) && /^\d+$/.test(theirs);
    const sign = numeric ? Number(mine) - Number(theirs) : compare(mine, theirs);
    if (sign !== 0) return sign;
  }
  return a.length - b.length;
}

/** After sorting, a path and those below it are neighbours. */
function refuseConflict(before: Step | undefined, { path }: Step): void {
  if (!before?.path.every((part, i) => part === path[i])) return;
  const [name, at] = [path.join('.'), before.path.join('.')];
  throw new StoreError(40, `Updating the path '${name}' would create a conflict at '${at}'`);
}

/** The document that an upsert starts from: the fields that the filter says are equal to something. */
export function seedOf(filter: Doc, update: Update): Doc {
  const fields = new Map<string, unknown>();
  collectEqualities(filter, fields);
  const draft = new Draft({});
  for (const [name, value] of fields) {
    if (update.isReplacement && name !== '_id') continue;
    const path = parsePath(name);
    for (const other of fields.keys())
      if (other !== name && other.startsWith(`${name}.`))
        throw new StoreError(54, `cannot infer query fields to set, both paths '${name}' and '${other}' are matched`);
    draft.set(path, value);
  }
  return draft.root;
}

function collectEqualities(filter: Doc, into: Map<string, unknown>): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) condition.forEach((part) => collectEqualities(part as Doc, into));
    if (name === '$or' && Array.isArray(condition) && condition.length === 1)
      collectEqualities(condition[0] as Doc, into);
    if (name.startsWith('$')) continue;
    const value = isOperators(condition) ? condition['$eq'] : condition;
    if (value === undefined || (typeof value === 'object' && value !== null && 'pattern' in value)) continue;
    if (into.has(name)) throw new StoreError(54, `cannot infer query fields to set, path '${name}' is matched twice`);
    into.set(name, value);
  }
}

/** With the number types that the stored document had, wherever the update left its value alone. */
export function retype(after: unknown, before: unknown, typed: unknown): unknown {
  if (after === before) return typed;
  if (Array.isArray(after) && Array.isArray(before) && Array.isArray(typed))
    return after.map((part: unknown, i) => (i < before.length ? retype(part, before[i], typed[i]) : part));
  if (!isDoc(after) || !isDoc(before) || !isDoc(typed)) return after;
  const result: Doc = {};
  for (const name of Object.keys(after))
    setField(result, name, retype(after[name], field(before, name), field(typed, name)));
  return result;
}
