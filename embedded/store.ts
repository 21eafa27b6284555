import { calculateObjectSize } from 'bson';
import { Collection, type IndexSpec } from './collection.ts';
import { Cursors } from './cursors.ts';
import { StoreError } from './errors.ts';
import { Journal, type Records } from './journal.ts';
import { select } from './select.ts';
import { Sessions } from './sessions.ts';
import { Transaction, writeConflict, type Change } from './transaction.ts';
import { inspect, isScalar, parse, toBytes, type Doc } from './values.ts';

export const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const LONGEST_TRANSACTION_MS = 60_000;

/** Everything the server knows: documents in memory, and the journal that makes them last. */
export class Store {
  readonly journal: Journal;
  readonly cursors = new Cursors();
  readonly sessions = new Sessions((key, value) => this.journal.put(key, value));
  readonly #collections = new Map<string, Collection>();
  readonly #holders = new Map<string, Transaction>();
  readonly collections = (): Collection[] => [...this.#collections.values()];
  readonly find = (db: string, name: string): Collection | undefined => this.#collections.get(`${db}.${name}`);

  /** @throws {CannotOpenError} the file is damaged */
  constructor(file: string, onFailure: (error: unknown) => void) {
    this.journal = new Journal(file, (records) => this.#load(records), onFailure);
  }

  /** By their keys, collections come before the documents and the sessions. */
  #load(records: Records): void {
    const byId = new Map<string, readonly [Collection, IndexSpec[]]>();
    for (const [key, value] of records) {
      const [kind, id = ''] = [key[0], key.slice(1).split(' ')[0]];
      if (kind === 's') this.sessions.load(key, parse(value));
      if (kind === 'd') byId.get(id)?.[0].change(undefined, parse(value));
      if (kind !== 'c') continue;
      const { db, name, indexes } = parse(value) as { db: string; name: string; indexes: IndexSpec[] };
      byId.set(id, [new Collection(id, db, name), indexes]);
    }
    for (const [collection, indexes] of byId.values()) {
      this.#collections.set(collection.ns, collection);
      for (const spec of indexes) collection.addIndex(spec);
    }
  }

  /** The collection, made if it is not there. */
  ensure(db: string, name: string): Collection {
    const found = this.find(db, name);
    if (found) return found;
    if (!/^(?!system\.)[^.$\0][^$\0]*$/.test(name)) throw new StoreError(73, `Invalid namespace '${db}.${name}'`);
    const id = this.collections().reduce((most, collection) => Math.max(most, Number(collection.id)), 0) + 1;
    const collection = new Collection(String(id), db, name);
    this.#collections.set(collection.ns, collection);
    return this.saveCatalog(collection);
  }

  saveCatalog(collection: Collection): Collection {
    const { id, db, name, indexes } = collection;
    this.journal.put(`c${id}`, toBytes({ db, name, indexes: indexes.slice(1).map(({ spec }) => spec) }));
    return collection;
  }

  drop(collection: Collection | undefined): Doc {
    if (!collection) return {};
    this.#collections.delete(collection.ns);
    for (const { _id } of collection.all()) this.journal.put(collection.recordOf(_id), undefined);
    this.journal.put(`c${collection.id}`, undefined);
    return { ns: collection.ns, nIndexesWas: collection.indexes.length };
  }

  /** A new document, a new state of one, or none: its deletion. */
  write(change: Change, transaction?: Transaction): void {
    if (change.after) judge(change.after);
    if (transaction) return transaction.write(change);
    change.collection.change(change.before, change.after);
    this.#save(change);
  }

  #save({ collection, before, after }: Change): void {
    this.journal.put(collection.recordOf((after ?? before)?.['_id']), after && toBytes(after));
  }

  begin(): Transaction {
    const transaction = new Transaction(this.collections(), this.#holders);
    setTimeout(() => transaction.end('aborted'), LONGEST_TRANSACTION_MS).unref();
    return transaction;
  }

  /** All of the transaction's changes at once, or a write conflict and none of them. */
  commit(transaction: Transaction): void {
    const changes = [...transaction.changes.values()];
    const saved = changes.map(({ collection }) => [collection, collection.indexes] as const);
    try {
      for (const { collection, before, after } of changes)
        if (this.find(collection.db, collection.name)?.get((after ?? before)?.['_id']) !== before) throw Error('stale');
      for (const { collection, before } of changes) collection.change(before, undefined);
      for (const { collection, after } of changes) collection.change(undefined, after);
    } catch {
      for (const [collection, indexes] of saved) collection.indexes = indexes;
      throw writeConflict(); // a document has changed, or a unique key was taken
    }
    transaction.end('committed');
    for (const change of changes) this.#save(change);
  }

  /** Deletes what TTL indexes say is over, and forgets idle cursors and sessions. Answers how many documents went. */
  async sweep(now: Date): Promise<number> {
    this.cursors.forgetIdle();
    this.sessions.forgetIdle(now);
    let deleted = 0;
    for (const collection of this.collections())
      for (const { fields, spec } of collection.indexes) {
        if (spec.expireAfterSeconds === undefined) continue;
        const over = new Date(now.getTime() - spec.expireAfterSeconds * 1_000);
        const due = select(collection, { filter: { [fields[0] ?? '']: { $lte: over } } });
        for (const before of due) this.write({ collection, before, after: undefined });
        deleted += due.length;
      }
    await this.journal.settled();
    return deleted;
  }
}

function judge(doc: Doc): void {
  inspect(doc);
  if (doc['_id'] === undefined || !isScalar(doc['_id'])) throw new StoreError(53, "Only a scalar can be an '_id' here");
  const size = calculateObjectSize(doc);
  if (size > LARGEST_DOCUMENT) throw new StoreError(10334, `BSONObj size: ${size} is more than ${LARGEST_DOCUMENT}`);
}
