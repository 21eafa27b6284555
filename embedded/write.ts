import { ObjectId } from 'bson';
import { StoreError } from './errors.ts';
import { compileProjection } from './query.ts';
import { doc, found, list, onlyFields, text, type Context } from './read.ts';
import { parseSort } from './select.ts';
import { compileUpdate, isReplacement, seedOf } from './update.ts';
import { equal, isDoc, parse, toBytes, type Doc } from './values.ts';

/** Runs a bulk's statements in order; an error ends an ordered bulk and is only noted in an unordered one. */
function bulk(
  { body, transaction }: Context,
  name: string,
  run: (statement: Doc) => readonly [number, number, Doc?],
): Doc {
  const [writeErrors, upserted]: [Doc[], Doc[]] = [[], []];
  let [n, nModified] = [0, 0];
  for (const [index, statement] of list(body, name).entries())
    try {
      if (!isDoc(statement)) throw new StoreError(14, `${name} must hold objects`);
      const [matched, modified, made] = run(statement);
      [n, nModified] = [n + matched, nModified + modified];
      if (made) upserted.push({ index, _id: made['_id'] });
    } catch (error) {
      if (!(error instanceof StoreError) || (transaction && error.code === 112)) throw error;
      transaction?.end('aborted');
      writeErrors.push({ index, ...error.fields });
      if (transaction || body['ordered'] !== false) break;
    }
  return { n, nModified, ...(upserted.length > 0 && { upserted }), ...(writeErrors.length > 0 && { writeErrors }) };
}

/** Answers what is written: undefined when the document is already as it should be. */
function write({ store, db, transaction }: Context, name: string, before: Doc | undefined, after: Doc | undefined) {
  if (before && after && equal(before, after)) return undefined;
  store.write({ collection: store.ensure(db, name), before, after }, transaction);
  return after ?? before;
}

/** With _id in front, made if it is missing. */
function insertOne(context: Context, name: string, { _id = new ObjectId(), ...rest }: Doc): Doc {
  const made = parse(toBytes({ _id, ...rest }));
  return write(context, name, undefined, made) ?? made;
}

export const insert = (context: Context): Doc =>
  bulk(context, 'documents', (given) => {
    insertOne(context, text(context.body, 'insert'), given);
    return [1, 0];
  });

export const update = (context: Context): Doc =>
  bulk(context, 'updates', (statement) => {
    onlyFields(statement, 'q u multi upsert', 'update.updates');
    const { u, multi, upsert: isUpsert } = statement;
    const [name, filter, change] = [text(context.body, 'update'), doc(statement, 'q'), compileUpdate(u)];
    if (multi === true && isReplacement(u)) throw new StoreError(9, 'a replacement cannot be multi');
    const docs = found(context, name, { filter, limit: multi === true ? 0 : 1 });
    if (docs.length === 0 && isUpsert === true) return [1, 0, upsert(context, name, filter, u)];
    return [docs.length, docs.filter((before) => write(context, name, before, change(before, false))).length];
  });

function upsert(context: Context, name: string, filter: Doc, update: unknown): Doc {
  const { _id, ...seed } = seedOf(filter);
  const start = { ...(_id !== undefined && { _id }), ...(!isReplacement(update) && seed) };
  return insertOne(context, name, compileUpdate(update)(start, true));
}

export const remove = (context: Context): Doc =>
  bulk(context, 'deletes', (statement) => {
    onlyFields(statement, 'q limit', 'delete.deletes');
    const [name, { limit }] = [text(context.body, 'delete'), statement];
    if (limit !== 0 && limit !== 1) throw new StoreError(9, 'The limit field in delete objects must be 0 or 1');
    const docs = found(context, name, { filter: doc(statement, 'q'), limit });
    for (const before of docs) write(context, name, before, undefined);
    return [docs.length, 0];
  });

export function findAndModify(context: Context): Doc {
  const { new: isNew = false, upsert: isUpsert = false, remove: isRemoval = false, update, sort } = context.body;
  const [name, filter] = [text(context.body, 'findAndModify'), doc(context.body, 'query')];
  const shape = compileProjection(doc(context.body, 'fields'));
  if (isRemoval && (update !== undefined || isNew || isUpsert))
    throw new StoreError(9, 'Cannot specify an update, new or upsert with remove=true');
  const change = isRemoval ? () => undefined : compileUpdate(update);
  const [before] = found(context, name, { filter, sort: parseSort(sort), limit: 1 });
  const made = !before && isUpsert ? upsert(context, name, filter, update) : undefined;
  const about = { ...(!isRemoval && { updatedExisting: !!before }), ...(made && { upserted: made['_id'] }) };
  const after = before ? change(before, false) : made;
  if (before) write(context, name, before, after);
  const value = isNew ? after : before;
  return { lastErrorObject: { n: before || made ? 1 : 0, ...about }, value: value ? shape(value) : null };
}
