import { refusal, StoreError } from './errors.ts';
import { compileFilter, type Test } from './query.ts';
import { SortedMap } from './sorted-map.ts';
import { encode, valueAt, type Doc } from './values.ts';

export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
}

/** The rule by which documents stand in an index, and the map that they stand in. */
export class Index {
  readonly spec: IndexSpec;
  readonly fields: readonly string[];
  readonly map: SortedMap<Doc>;
  readonly #covers: Test;

  constructor(spec: IndexSpec, map = new SortedMap<Doc>(), covers = compileFilter(spec.partialFilterExpression ?? {})) {
    [this.spec, this.fields, this.map, this.#covers] = [spec, Object.keys(spec.key), map, covers];
  }

  /** Undefined when a partial index leaves the document out. An array in an indexed field is refused. */
  #placeOf(doc: Doc | undefined): string | undefined {
    if (!doc || !this.#covers(doc)) return undefined;
    return [...this.fields, ...(this.spec.unique ? [] : ['_id'])].map((name) => encode(valueAt(doc, name))).join('');
  }

  /** @throws {StoreError} 11000: another document stands there */
  moved(before: Doc | undefined, after: Doc | undefined, ns: string): Index {
    const [from, to] = [this.#placeOf(before), this.#placeOf(after)];
    const map = from === undefined || from === to ? this.map : this.map.with(from, undefined);
    if (after && to !== undefined && from !== to && map.get(to)) throw this.#duplicate(ns, after);
    return new Index(this.spec, to === undefined ? map : map.with(to, after), this.#covers);
  }

  #duplicate(ns: string, doc: Doc): StoreError {
    const keyValue = Object.fromEntries(this.fields.map((name) => [name, valueAt(doc, name) ?? null]));
    const shown = this.fields.map((name) => `${name}: ${JSON.stringify(keyValue[name])}`).join(', ');
    const message = `E11000 duplicate key error collection: ${ns} index: ${this.spec.name} dup key: { ${shown} }`;
    return new StoreError(11000, message, { keyPattern: this.spec.key, keyValue });
  }
}

/** One collection's documents, each in every index. The indexes never change in themselves, so a copy is a snapshot. */
export class Collection {
  readonly id: string;
  readonly db: string;
  readonly name: string;
  readonly ns: string;
  indexes: readonly Index[] = [new Index({ name: '_id_', key: { _id: 1 }, unique: true })];

  constructor(id: string, db: string, name: string) {
    [this.id, this.db, this.name, this.ns] = [id, db, name, `${db}.${name}`];
  }

  snapshot(): Collection {
    return Object.assign(new Collection(this.id, this.db, this.name), { indexes: this.indexes });
  }

  get(id: unknown): Doc | undefined {
    return this.indexes[0]?.map.get(encode(id));
  }

  all(): Generator<Doc> {
    return (this.indexes[0]?.map ?? new SortedMap<Doc>()).range();
  }

  /** The record on disk of the document with this _id. */
  recordOf(id: unknown): string {
    const key = Buffer.from(encode(id), 'latin1').toString('base64');
    if (key.length > 1_500) throw refusal('keep an _id of more than a thousand bytes');
    return `d${this.id} ${key}`;
  }

  /** From `before` (undefined: inserted) to `after` (undefined: deleted); throws 11000 and changes nothing. */
  change(before: Doc | undefined, after: Doc | undefined): void {
    this.indexes = this.indexes.map((index) => index.moved(before, after, this.ns));
  }

  addIndex(spec: IndexSpec): void {
    let index = new Index(spec);
    for (const doc of this.all()) index = index.moved(undefined, doc, this.ns);
    this.indexes = [...this.indexes, index];
  }
}
