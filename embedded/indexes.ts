import { ObjectId } from 'bson';
import type { Entry } from './collection.ts';
import { StoreError } from './errors.ts';
import { compileFilter, type Test } from './filter.ts';
import { Ordered } from './ordered.ts';
import { indexValues, leaves } from './paths.ts';
import { compare, equal, field, isDoc, kindOf, type Doc } from './values.ts';

export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
}

interface Row {
  readonly keys: readonly unknown[];
  readonly entry: Entry;
}

/** One index, in memory, in order. The document is the truth; rows are worked out from it whenever it changes. */
export class Index {
  readonly spec: IndexSpec;
  readonly fields: readonly { readonly name: string; readonly path: readonly string[]; readonly direction: 1 | -1 }[];
  readonly #rows: Ordered<Row>;
  readonly #covers: Test;
  #arrays = 0;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.fields = Object.entries(spec.key).map(([name, direction]) => ({ name, path: name.split('.'), direction }));
    this.#covers = compileFilter(spec.partialFilterExpression ?? {});
    this.#rows = new Ordered((a, b) => this.#order(a.keys, b.keys) || a.entry.record - b.entry.record);
  }

  /** Some document has an array in a field of this index: one document has several rows. */
  get isMultikey(): boolean {
    return this.#arrays > 0;
  }

  add(entry: Entry): void {
    const { rows, isArray } = this.#rowsOf(entry);
    for (const row of rows) this.#rows.insert(row);
    if (isArray) this.#arrays++;
  }

  remove(entry: Entry): void {
    const { rows, isArray } = this.#rowsOf(entry);
    for (const row of rows) this.#rows.delete(row);
    if (isArray) this.#arrays--;
  }

  /**
   * The keys of this document that another entry already holds, in a unique index.
   * @throws {StoreError} 171: no keys can be made of this document, whether the index is unique or not
   */
  clash(entry: Entry, ignore: (other: Entry) => boolean): { keys: readonly unknown[] } | undefined {
    const { rows } = this.#rowsOf(entry);
    if (!this.spec.unique) return undefined;
    for (const { keys } of rows)
      for (const row of this.#rows.stretch((other) => this.#order(other.keys, keys)))
        if (row.entry.key !== entry.key && !ignore(row.entry)) return { keys };
    return undefined;
  }

  /** Two documents that are not in this index yet: do they share a key of a unique one? */
  wouldClash(a: Entry, b: Entry): { keys: readonly unknown[] } | undefined {
    if (!this.spec.unique || a.key === b.key) return undefined;
    const { rows } = this.#rowsOf(b);
    return this.#rowsOf(a).rows.find((row) => rows.some((other) => this.#order(row.keys, other.keys) === 0));
  }

  duplicate(ns: string, keys: readonly unknown[]): StoreError {
    const keyValue = Object.fromEntries(this.fields.map(({ name }, i) => [name, keys[i]]));
    const shown = this.fields.map(({ name }, i) => `${name}: ${show(keys[i])}`).join(', ');
    return new StoreError(
      11000,
      `E11000 duplicate key error collection: ${ns} index: ${this.spec.name} dup key: { ${shown} }`,
      { keyPattern: this.spec.key, keyValue },
    );
  }

  /** Entries whose first keys lie where `place` says 0, each once, in index order. */
  *scan(place: (keys: readonly unknown[]) => number, backwards: boolean): Generator<Entry> {
    const seen = new Set<string>();
    for (const { entry } of this.#rows.stretch((row) => place(row.keys), backwards)) {
      if (this.isMultikey && seen.has(entry.key)) continue;
      if (this.isMultikey) seen.add(entry.key);
      yield entry;
    }
  }

  #order(a: readonly unknown[], b: readonly unknown[]): number {
    for (let i = 0; i < this.fields.length; i++) {
      const sign = compare(a[i], b[i]) * (this.fields[i]?.direction ?? 1);
      if (sign !== 0) return sign;
    }
    return 0;
  }

  #rowsOf(entry: Entry): { rows: Row[]; isArray: boolean } {
    const { doc } = entry;
    if (!this.#covers(doc)) return { rows: [], isArray: false };
    if (this.spec.sparse && !this.fields.some(({ path }) => leaves(doc, path).some((leaf) => leaf !== undefined)))
      return { rows: [], isArray: false };
    const parts = this.fields.map(({ path }) => indexValues(doc, path));
    const arrays = parts.filter(({ isArray }) => isArray);
    if (arrays.length > 1) throw new StoreError(171, 'cannot index parallel arrays');
    let tuples: unknown[][] = [[]];
    for (const { values } of parts) tuples = tuples.flatMap((tuple) => values.map((value) => [...tuple, value]));
    const rows: Row[] = [];
    for (const keys of tuples)
      if (arrays.length === 0 || !rows.some((row) => equal(row.keys, keys))) rows.push({ keys, entry });
    return { rows, isArray: arrays.length > 0 };
  }
}

function show(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  return JSON.stringify(value) ?? 'null';
}

const OPTIONS = [
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
];

/** Reads one index as createIndexes gives it; refuses kinds and options that we do not keep. */
export function parseIndexSpec(given: unknown): IndexSpec {
  if (!isDoc(given) || !isDoc(given['key'])) throw new StoreError(9, 'Each index needs a key');
  const key: Record<string, 1 | -1> = {};
  for (const [name, direction] of Object.entries(given['key'])) {
    if (typeof direction !== 'number' || direction === 0 || name === '' || /^\$|\$\*\*/.test(name))
      throw new StoreError(67, `The embedded store has no index of kind { ${name}: ${show(direction)} }`);
    key[name] = direction > 0 ? 1 : -1;
  }
  if (Object.keys(key).length === 0) throw new StoreError(67, 'Index keys cannot be an empty document');
  const strange = Object.keys(given).find((name) => !OPTIONS.includes(name));
  if (strange) throw new StoreError(197, `The field '${strange}' is not valid for an index of the embedded store`);
  const [partial, seconds] = [field(given, 'partialFilterExpression'), field(given, 'expireAfterSeconds')];
  if (seconds !== undefined && (typeof seconds !== 'number' || seconds < 0 || Object.keys(key).length > 1))
    throw new StoreError(67, 'TTL indexes are single-field indexes with a non-negative number of seconds');
  if (partial !== undefined && (!isDoc(partial) || given['sparse'] === true))
    throw new StoreError(67, `partialFilterExpression must be an object, without sparse; found ${kindOf(partial)}`);
  compileFilter(partial ?? {});
  if (/"\$(?!eq"|exists":true|gte?"|lte?"|in"|and"|or")/.test(JSON.stringify(partial ?? {})))
    throw new StoreError(
      67,
      'unsupported expression in partial index: only $eq, $exists: true, $gt to $lte, $in, $and, $or',
    );
  const name = typeof given['name'] === 'string' ? given['name'] : Object.entries(key).flat().join('_');
  return {
    name,
    key,
    ...(given['unique'] === true && { unique: true }),
    ...(given['sparse'] === true && { sparse: true }),
    ...(isDoc(partial) && { partialFilterExpression: partial }),
    ...(typeof seconds === 'number' && { expireAfterSeconds: seconds }),
  };
}
