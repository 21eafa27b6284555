import type { Collection, IndexSpec } from './collection.ts';
import { StoreError } from './errors.ts';
import { compileFilter } from './query.ts';
import { doc, list, text, type Context } from './read.ts';
import { equal, isDoc, isPath, isScalar, type Doc } from './values.ts';

export function create({ store, db, body }: Context): Doc {
  const name = text(body, 'create');
  if (store.find(db, name)) throw new StoreError(48, `Collection ${db}.${name} already exists.`);
  store.ensure(db, name);
  return {};
}

export const drop = ({ store, db, body }: Context): Doc => store.drop(store.find(db, text(body, 'drop')));

export function dropDatabase({ store, db }: Context): Doc {
  for (const collection of store.collections()) if (collection.db === db) store.drop(collection);
  return { dropped: db };
}

export function createIndexes({ store, db, body }: Context): Doc {
  const specs = list(body, 'indexes').map(parseSpec);
  const collection = store.ensure(db, text(body, 'createIndexes'));
  const numIndexesBefore = collection.indexes.length;
  for (const spec of specs) if (isNew(collection, spec)) collection.addIndex(spec);
  store.saveCatalog(collection);
  return { numIndexesBefore, numIndexesAfter: collection.indexes.length };
}

/** Reads one index; refuses kinds and options that we do not keep. */
function parseSpec(given: unknown): IndexSpec {
  if (!isDoc(given) || !isDoc(given['key'])) throw new StoreError(9, 'Each index needs a key');
  const { key, name, unique, partialFilterExpression, expireAfterSeconds, v: _v, background: _b, ...others } = given;
  const fields = Object.entries(given['key']);
  const isKind = fields.length > 0 && fields.every(([path, way]) => isPath(path) && (way === 1 || way === -1));
  const isPartial = isDoc(partialFilterExpression) && Object.values(partialFilterExpression).every(isScalar);
  const isTimed = typeof expireAfterSeconds === 'number' && expireAfterSeconds >= 0 && fields.length === 1;
  if (!isKind || !(isPartial || !partialFilterExpression) || !(isTimed || expireAfterSeconds === undefined))
    throw new StoreError(67, `The embedded store has no index of kind ${JSON.stringify(given)}`);
  for (const strange of Object.keys(others)) throw new StoreError(197, `no index option '${strange}' (embedded store)`);
  const options = { ...(unique === true && { unique }), ...(isPartial && { partialFilterExpression }) };
  const spec = { name: typeof name === 'string' ? name : fields.flat().join('_'), key: key as IndexSpec['key'] };
  return { ...spec, ...options, ...(isTimed && { expireAfterSeconds }) };
}

/** @throws {StoreError} 85 or 86: an index of this name, or of these keys, is there with other options */
function isNew({ indexes }: Collection, spec: IndexSpec): boolean {
  const keyOf = ({ key, partialFilterExpression: partial = {} }: IndexSpec): unknown => ({ key, partial });
  const same = indexes.find(({ spec: other }) => other.name === spec.name || equal(keyOf(other), keyOf(spec)))?.spec;
  if (!same || equal(same, spec) || (same.name === '_id_' && equal(same.key, spec.key))) return !same;
  throw new StoreError(same.name === spec.name ? 86 : 85, `The index ${same.name} has other options, or another name`);
}

export function listIndexes({ store, db, body }: Context): Doc {
  const collection = store.find(db, text(body, 'listIndexes'));
  if (!collection) throw new StoreError(26, `ns does not exist: ${db}.${text(body, 'listIndexes')}`);
  const about = collection.indexes.map(({ spec }) => ({ v: 2, ...spec }));
  return store.cursors.first(collection.ns, about);
}

export function listCollections({ store, db, body }: Context): Doc {
  const own = store.collections().filter((collection) => collection.db === db);
  const about = own.map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false } }));
  return store.cursors.first(`${db}.$cmd.listCollections`, about.filter(compileFilter(doc(body, 'filter'))));
}
