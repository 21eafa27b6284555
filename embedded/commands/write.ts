import { ObjectId } from 'bson';
import { type Collection, type Entry } from '../collection.ts';
import { StoreError } from '../errors.ts';
import { compileFilter } from '../filter.ts';
import { compileProjection } from '../projection.ts';
import type { Sort } from '../plan.ts';
import { parseSort } from '../select.ts';
import { compileUpdate, retype, seedOf, type Update } from '../update.ts';
import { equal, isDoc, parse, parseTyped, toBytes, type Doc } from '../values.ts';
import {
  type Command,
  type Context,
  doc,
  list,
  onlyFields,
  refuseCollation,
  retrying,
  type Steps,
  text,
} from './command.ts';

interface Done {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: unknown;
}

/** Runs a bulk's statements in order; an error ends an ordered bulk and is only noted in an unordered one. */
function* bulk<T>(context: Context, statements: readonly T[], run: (statement: T) => Done): Steps<Doc> {
  const writeErrors: Doc[] = [];
  const upserted: Doc[] = [];
  let [n, nModified, isUpdate] = [0, 0, false];
  for (const [index, statement] of statements.entries()) {
    try {
      const done = yield* retrying(() => run(statement));
      n += done.n;
      nModified += done.nModified ?? 0;
      isUpdate ||= done.nModified !== undefined;
      if (done.upserted !== undefined) upserted.push({ index, _id: done.upserted });
    } catch (error) {
      if (!(error instanceof StoreError) || (context.transaction && error.code === 112)) throw error;
      writeErrors.push({ index, ...error.toFields() });
      if (context.body['ordered'] !== false) break;
    }
  }
  return {
    n,
    ...(isUpdate && { nModified }),
    ...(upserted.length > 0 && { upserted }),
    ...(writeErrors.length > 0 && { writeErrors }),
  };
}

const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  isRetryable: true,
  run(context) {
    const { store, db, body, raws, transaction } = context;
    const name = text(body, 'insert');
    return bulk(context, raws ?? [], (given) => {
      const raw = Buffer.from(given);
      store.insert(store.ensure(db, name), parse(raw), raw, transaction);
      return { n: 1 };
    });
  },
};

interface Statement {
  readonly filter: Doc;
  readonly sort: Sort;
  readonly update: Update;
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
}

const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  isRetryable: true,
  run(context) {
    const name = text(context.body, 'update');
    return bulk(context, list(context.body, 'updates'), (given) => updateSome(context, name, readUpdate(given)));
  },
};

function readUpdate(given: unknown): Statement {
  if (!isDoc(given)) throw new StoreError(14, 'updates must hold objects');
  onlyFields(given, ['q', 'u', 'multi', 'upsert', 'hint', 'collation', 'sort'], 'update.updates');
  refuseCollation(given);
  const update = compileUpdate(given['u']);
  const isMulti = given['multi'] === true;
  if (isMulti && update.isReplacement)
    throw new StoreError(9, 'multi update is not supported for replacement-style update');
  return {
    filter: doc(given, 'q'),
    sort: parseSort(given['sort']),
    update,
    isMulti,
    isUpsert: given['upsert'] === true,
  };
}

function updateSome(context: Context, name: string, { filter, sort, update, isMulti, isUpsert }: Statement): Done {
  const { store, db, transaction } = context;
  compileFilter(filter);
  const collection = isUpsert ? store.ensure(db, name) : store.find(db, name);
  if (!collection) return { n: 0, nModified: 0 };
  const found = store.select(collection, { filter, sort, skip: 0, limit: isMulti ? 0 : 1 }, transaction);
  if (found.length === 0 && isUpsert)
    return { n: 1, nModified: 0, upserted: upsert(context, collection, filter, update).doc['_id'] };
  const changed = found.filter((entry) => change(context, collection, entry, update));
  return { n: found.length, nModified: changed.length };
}

/** False when the document is already as the update wants it. */
function change({ store, now, transaction }: Context, collection: Collection, before: Entry, update: Update): boolean {
  const after = update.apply(before.doc, false, now);
  if (equal(after, before.doc)) return false;
  const raw = toBytes(retype(after, before.doc, parseTyped(before.raw)) as Doc);
  store.replace(collection, before, after, raw, transaction);
  return true;
}

function upsert({ store, now, transaction }: Context, collection: Collection, filter: Doc, update: Update): Entry {
  const { _id = new ObjectId(), ...rest } = update.apply(seedOf(filter, update), true, now);
  return store.insert(collection, { _id, ...rest }, undefined, transaction);
}

const remove: Command = {
  fields: ['deletes', 'ordered'],
  inTransaction: true,
  isRetryable: true,
  run(context) {
    const { store, db, body, transaction } = context;
    const name = text(body, 'delete');
    return bulk(context, list(body, 'deletes'), (given) => {
      if (!isDoc(given)) throw new StoreError(14, 'deletes must hold objects');
      onlyFields(given, ['q', 'limit', 'hint', 'collation'], 'delete.deletes');
      refuseCollation(given);
      const limit = given['limit'];
      if (limit !== 0 && limit !== 1) throw new StoreError(9, 'The limit field in delete objects must be 0 or 1');
      const filter = doc(given, 'q');
      compileFilter(filter);
      const collection = store.find(db, name);
      const found = collection ? store.select(collection, { filter, sort: [], skip: 0, limit }, transaction) : [];
      for (const entry of found) if (collection) store.remove(collection, entry, transaction);
      return { n: found.length };
    });
  },
};

const findAndModify: Command = {
  fields: 'query sort remove update new fields upsert bypassDocumentValidation hint collation'.split(' '),
  inTransaction: true,
  isRetryable: true,
  *run(context) {
    return yield* retrying(() => modifyOne(context, text(context.body, 'findAndModify')));
  },
};

function modifyOne(context: Context, name: string): Doc {
  const { store, db, body, transaction } = context;
  refuseCollation(body);
  const isRemoval = body['remove'] === true;
  if (isRemoval === (body['update'] !== undefined))
    throw new StoreError(9, 'Either an update or remove=true must be specified');
  if (isRemoval && (body['new'] === true || body['upsert'] === true))
    throw new StoreError(9, 'Cannot specify new or upsert with remove=true');
  const update = isRemoval ? undefined : compileUpdate(body['update']);
  const filter = doc(body, 'query');
  const query = { filter, sort: parseSort(body['sort'] ?? undefined), skip: 0, limit: 1 };
  const shape = compileProjection(doc(body, 'fields'));
  compileFilter(filter);
  const isUpsert = body['upsert'] === true;
  const collection = isUpsert ? store.ensure(db, name) : store.find(db, name);
  const [found] = collection ? store.select(collection, query, transaction) : [];
  if (collection && !found && isUpsert && update) {
    const { doc: made } = upsert(context, collection, filter, update);
    const lastErrorObject = { n: 1, updatedExisting: false, upserted: made['_id'] };
    return { lastErrorObject, value: body['new'] === true ? shape(made) : null };
  }
  if (!collection || !found)
    return { lastErrorObject: { n: 0, ...(!isRemoval && { updatedExisting: false }) }, value: null };
  if (!update) store.remove(collection, found, transaction);
  else change(context, collection, found, update);
  const value = body['new'] === true ? store.get(collection, found.key, transaction)?.doc : found.doc;
  return { lastErrorObject: { n: 1, ...(update && { updatedExisting: true }) }, value: value ? shape(value) : null };
}

export const WRITE_COMMANDS = { insert, update, delete: remove, findAndModify };
