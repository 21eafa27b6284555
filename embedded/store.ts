import { ObjectId } from 'bson';
import { type Change, Collection, type Entry } from './collection.ts';
import { Cursors } from './cursors.ts';
import { StoreError } from './errors.ts';
import type { Index } from './indexes.ts';
import { type IndexSpec } from './indexes.ts';
import { Journal, type RecordKey } from './journal.ts';
import { select, type Query } from './select.ts';
import { Sessions } from './sessions.ts';
import { applyAll, type Transaction } from './transactions.ts';
import { identity, inspect, parse, toBytes, type Doc } from './values.ts';

const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const NO_PATCHES: ReadonlyMap<string, Entry | undefined> = new Map();

/** Another transaction holds the document; the statement runs again when that one has ended. */
export class Blocked extends Error {
  readonly until: Promise<void>;
  constructor(until: Promise<void>) {
    super('blocked by a transaction');
    this.until = until;
  }
}

/** Everything the server knows: documents in memory, and the journal that makes them last. */
export class Store {
  readonly journal: Journal;
  readonly cursors = new Cursors();
  readonly sessions: Sessions;
  readonly #collections = new Map<string, Collection>();
  readonly #open = new Set<Transaction>();
  #version = 0;
  #nextRecord = 1;
  #nextCollection = 1;

  /** @throws {CannotOpenError} the file is damaged */
  constructor(file: string, onFailure: (error: unknown) => void) {
    const { journal, records } = Journal.open(file, onFailure);
    this.journal = journal;
    this.sessions = new Sessions(journal);
    this.#load(records);
  }

  #load(records: [RecordKey, Buffer][]): void {
    const byId = new Map<number, { collection: Collection; specs: IndexSpec[] }>();
    for (const [key, value] of records) {
      if (typeof key !== 'string' || !key.startsWith('c')) continue;
      const { db, name, indexes } = parse(value) as { db: string; name: string; indexes: IndexSpec[] };
      const collection = new Collection(Number(key.slice(1)), db, name);
      byId.set(collection.id, { collection, specs: indexes });
      this.#collections.set(collection.ns, collection);
      this.#nextCollection = Math.max(this.#nextCollection, collection.id + 1);
    }
    for (const [key, value] of records) {
      if (typeof key === 'string') {
        if (key.startsWith('s')) this.sessions.load(key, value);
        continue;
      }
      const collection = byId.get(value.readUInt32LE())?.collection;
      const raw = value.subarray(4);
      const entry = toEntry(key, parse(raw), raw);
      collection?.entries.set(entry.key, entry);
      for (const index of collection?.indexes ?? []) index.add(entry);
      this.#nextRecord = Math.max(this.#nextRecord, key + 1);
    }
    for (const { collection, specs } of byId.values()) for (const spec of specs) collection.addIndex(spec);
  }

  collections(db?: string): Collection[] {
    return [...this.#collections.values()].filter((collection) => db === undefined || collection.db === db);
  }

  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  /** The collection, made if it is not there. */
  ensure(db: string, name: string): Collection {
    const found = this.find(db, name);
    if (found) return found;
    if (name === '' || name.startsWith('.') || name.startsWith('system.') || /[$\0]/.test(name))
      throw new StoreError(73, `Invalid namespace specified '${db}.${name}'`);
    const collection = new Collection(this.#nextCollection++, db, name);
    this.#collections.set(collection.ns, collection);
    this.#saveCatalog(collection);
    return collection;
  }

  drop(collection: Collection): void {
    this.#waitForTransactions();
    this.#collections.delete(collection.ns);
    for (const { record } of collection.entries.values()) this.journal.delete(record);
    this.journal.delete(`c${collection.id}`);
  }

  createIndex(collection: Collection, spec: IndexSpec): void {
    this.#waitForTransactions();
    collection.addIndex(spec);
    this.#saveCatalog(collection);
  }

  dropIndexes(collection: Collection, unwanted: (index: Index) => boolean): void {
    this.#waitForTransactions();
    collection.indexes = collection.indexes.filter((index) => !unwanted(index));
    this.#saveCatalog(collection);
  }

  #saveCatalog({ id, db, name, indexes }: Collection): void {
    const specs = indexes.map(({ spec }) => spec).filter((spec) => spec.name !== '_id_');
    this.journal.put(`c${id}`, toBytes({ db, name, indexes: specs }));
  }

  #waitForTransactions(): void {
    const [open] = this.#open;
    if (open) throw new Blocked(open.ended);
  }

  select(collection: Collection, query: Query, transaction?: Transaction): Entry[] {
    return select(collection, transaction?.patches(collection) ?? NO_PATCHES, query);
  }

  get(collection: Collection, key: string, transaction?: Transaction): Entry | undefined {
    const patches = transaction?.patches(collection);
    return patches?.has(key) ? patches.get(key) : collection.entries.get(key);
  }

  insert(collection: Collection, doc: Doc, raw: Buffer | undefined, transaction?: Transaction): Entry {
    const isOrdered = Object.keys(doc)[0] === '_id';
    const whole = isOrdered ? doc : { _id: doc['_id'] === undefined ? new ObjectId() : doc['_id'], ...doc };
    const after = toEntry(this.#nextRecord++, whole, isOrdered && raw ? raw : toBytes(whole));
    const taken = this.get(collection, after.key, transaction);
    if (taken) throw collection.indexes[0]?.duplicate(collection.ns, [whole['_id']]) ?? new StoreError(11000, 'E11000');
    this.#write({ collection, key: after.key, before: undefined, after }, transaction);
    return after;
  }

  replace(collection: Collection, before: Entry, doc: Doc, raw: Buffer, transaction?: Transaction): void {
    const after = toEntry(before.record, doc, raw);
    this.#write({ collection, key: before.key, before, after }, transaction);
  }

  remove(collection: Collection, before: Entry, transaction?: Transaction): void {
    this.#write({ collection, key: before.key, before, after: undefined }, transaction);
  }

  #write(change: Change, transaction: Transaction | undefined): void {
    if (transaction) return transaction.write(change);
    const holder = change.collection.locks.get(change.key);
    if (holder) throw new Blocked(holder.ended);
    change.collection.apply(change);
    this.#record([change]);
  }

  #record(changes: readonly Change[]): void {
    this.#version++;
    for (const { collection, key, before, after } of changes) {
      if (this.#open.size > 0) collection.undo.push({ version: this.#version, key, before });
      const head = Buffer.alloc(4);
      head.writeUInt32LE(collection.id);
      if (before && before.record !== after?.record) this.journal.delete(before.record);
      if (after) this.journal.put(after.record, Buffer.concat([head, after.raw]));
    }
  }

  begin(transaction: Transaction): void {
    this.#open.add(transaction);
  }

  get version(): number {
    return this.#version;
  }

  /** All of the transaction's changes at once, or a write conflict and none of them. */
  commit(transaction: Transaction): void {
    const changes = transaction.changes();
    applyAll(changes);
    this.end(transaction, 'committed');
    this.#record(changes);
  }

  end(transaction: Transaction, state: 'committed' | 'aborted'): void {
    transaction.end(state);
    this.#open.delete(transaction);
    if (this.#open.size === 0) for (const collection of this.#collections.values()) collection.undo = [];
  }
}

function toEntry(record: number, doc: Doc, raw: Buffer): Entry {
  inspect(doc);
  const id = doc['_id'];
  if (Array.isArray(id) || id === undefined) throw new StoreError(53, "The '_id' value cannot be of type array");
  if (raw.length > LARGEST_DOCUMENT)
    throw new StoreError(
      10334,
      `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${LARGEST_DOCUMENT}`,
    );
  return { record, key: identity(id), doc, raw };
}
