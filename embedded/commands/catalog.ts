import type { Collection } from '../collection.ts';
import { cursorReply } from '../cursors.ts';
import { StoreError } from '../errors.ts';
import { compileFilter } from '../filter.ts';
import { type Index, type IndexSpec, parseIndexSpec } from '../indexes.ts';
import { equal, isDoc, toBytes, type Doc } from '../values.ts';
import { type Command, type Context, doc, list, retrying, text } from './command.ts';

const create: Command = {
  fields: ['autoIndexId'],
  run({ store, db, body }) {
    const name = text(body, 'create');
    if (store.find(db, name)) throw new StoreError(48, `Collection ${db}.${name} already exists.`);
    store.ensure(db, name);
    return {};
  },
};

const drop: Command = {
  fields: [],
  *run({ store, db, body }) {
    const collection = store.find(db, text(body, 'drop'));
    if (!collection) return {};
    yield* retrying(() => store.drop(collection));
    return { ns: collection.ns, nIndexesWas: collection.indexes.length };
  },
};

const dropDatabase: Command = {
  fields: [],
  *run({ store, db }) {
    yield* retrying(() => store.collections(db).forEach((collection) => store.drop(collection)));
    return { dropped: db };
  },
};

const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum'],
  *run({ store, db, body }) {
    const specs = list(body, 'indexes').map(parseIndexSpec);
    const name = text(body, 'createIndexes');
    const createdCollectionAutomatically = !store.find(db, name);
    const collection = store.ensure(db, name);
    const numIndexesBefore = collection.indexes.length;
    for (const spec of specs) if (isNew(collection, spec)) yield* retrying(() => store.createIndex(collection, spec));
    return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically };
  },
};

/** @throws {StoreError} 85 or 86: an index of this name, or of these keys, is there with other options */
function isNew({ indexes }: Collection, spec: IndexSpec): boolean {
  const sameKey = (other: IndexSpec): boolean => equal(other.key, spec.key);
  const { name: _, ...options } = spec;
  for (const { spec: other } of indexes) {
    const { name, ...theirs } = other;
    if (sameKey(other) && name === '_id_') return false;
    const isSame = equal(sorted(theirs), sorted(options));
    if (name === spec.name && isSame) return false;
    if (name === spec.name)
      throw new StoreError(
        86,
        `An existing index has the same name as the requested index: ${name}, but other options`,
      );
    if (sameKey(other) && equal(other.partialFilterExpression ?? null, spec.partialFilterExpression ?? null))
      throw new StoreError(85, `Index already exists with a different name or options: ${name}`);
  }
  return true;
}

const sorted = (doc: object): Doc => Object.fromEntries(Object.entries(doc).sort(([a], [b]) => (a < b ? -1 : 1)));

const dropIndexes: Command = {
  fields: ['index'],
  *run({ store, db, body }) {
    const collection = existing({ store, db }, text(body, 'dropIndexes'));
    const wanted = body['index'];
    const matches = ({ spec }: Index): boolean =>
      wanted === '*' ? spec.name !== '_id_' : isDoc(wanted) ? equal(spec.key, wanted) : spec.name === wanted;
    const found = collection.indexes.filter(matches);
    if (found.some(({ spec }) => spec.name === '_id_')) throw new StoreError(72, 'cannot drop _id index');
    if (found.length === 0 && wanted !== '*') throw new StoreError(27, `index not found with name [${String(wanted)}]`);
    const nIndexesWas = collection.indexes.length;
    yield* retrying(() => store.dropIndexes(collection, matches));
    return { nIndexesWas };
  },
};

const listIndexes: Command = {
  fields: ['cursor'],
  run({ store, db, body }) {
    const collection = existing({ store, db }, text(body, 'listIndexes'));
    const results = collection.indexes.map(({ spec: { key, name, unique, ...rest } }) =>
      toBytes({ v: 2, key, name, ...(unique && name !== '_id_' && { unique }), ...rest }),
    );
    return cursorReply('firstBatch', collection.ns, 0, results);
  },
};

const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run({ store, db, body }) {
    const test = compileFilter(doc(body, 'filter'));
    const about = store
      .collections(db)
      .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false } }));
    return cursorReply('firstBatch', `${db}.$cmd.listCollections`, 0, about.filter(test).map(toBytes));
  },
};

const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run({ store, body }) {
    const test = compileFilter(doc(body, 'filter'));
    const names = [...new Set(store.collections().map(({ db }) => db))].sort();
    const about = names
      .map((name) => ({ name, sizeOnDisk: sizeOf(store.collections(name)), empty: false }))
      .filter(test);
    return { databases: about, totalSize: about.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0) };
  },
};

const sizeOf = (collections: readonly Collection[]): number =>
  collections.flatMap(({ entries }) => [...entries.values()]).reduce((sum, { raw }) => sum + raw.length, 0);

function existing({ store, db }: Pick<Context, 'store' | 'db'>, name: string): Collection {
  const collection = store.find(db, name);
  if (!collection) throw new StoreError(26, `ns does not exist: ${db}.${name}`);
  return collection;
}

export const CATALOG_COMMANDS = {
  create,
  drop,
  dropDatabase,
  createIndexes,
  dropIndexes,
  listIndexes,
  listCollections,
  listDatabases,
};
