import { aggregate as runStages } from './aggregate.ts';
import { StoreError } from './errors.ts';
import { compileProjection } from './query.ts';
import { parseSort, select, type Query } from './select.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';
import { encode, isDoc, kindOf, valueAt, type Doc } from './values.ts';

/** One command as it came, and where it runs. */
export type Context = {
  readonly store: Store;
  readonly db: string;
  readonly body: Doc;
  readonly transaction?: Transaction;
};

const FIRST_BATCH = 101;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function take<T>(body: Doc, name: string, fits: (value: unknown) => value is T, otherwise?: T): T {
  const value: unknown = body[name] ?? otherwise;
  if (fits(value)) return value;
  throw new StoreError(14, `BSON field '${name}' is the wrong type '${kindOf(value)}'`);
}
const whole = (body: Doc, name: string, otherwise = 0): number => take(body, name, isWhole, otherwise);
export const text = (body: Doc, name: string): string => take(body, name, (value) => typeof value === 'string');
export const doc = (body: Doc, name: string): Doc => take(body, name, isDoc, {});
export const list = (body: Doc, name: string): readonly unknown[] => take(body, name, (value) => Array.isArray(value));

/** Only the fields named may be there: an option that we do not know may change what is right. */
export function onlyFields(given: Doc, allowed: string, where: string): void {
  const strange = Object.keys(given).find((name) => !allowed.split(' ').includes(name));
  if (strange) throw new StoreError(40415, `BSON field '${where}.${strange}' is an unknown field (embedded store)`);
}

/** What the command's own view of a collection holds. */
export function found({ store, db, transaction }: Context, name: string, query: Query): Doc[] {
  const collection = store.find(db, name);
  return select(collection && transaction ? transaction.see(collection) : collection, query);
}

export function find(context: Context): Doc {
  const { body, store, db } = context;
  const [name, filter, shape] = [text(body, 'find'), doc(body, 'filter'), compileProjection(doc(body, 'projection'))];
  const [skip, limit, size] = [whole(body, 'skip'), whole(body, 'limit'), whole(body, 'batchSize', FIRST_BATCH)];
  const results = found(context, name, { filter, sort: parseSort(body['sort']), skip, limit }).map(shape);
  return store.cursors.first(`${db}.${name}`, results, size, body['singleBatch'] === true);
}

/** A leading $match is a query that indexes can answer. */
export function aggregate(context: Context): Doc {
  const { body, store, db } = context;
  const [name, pipeline, cursor] = [text(body, 'aggregate'), list(body, 'pipeline'), doc(body, 'cursor')];
  onlyFields(cursor, 'batchSize', 'aggregate.cursor');
  const filter = isDoc(pipeline[0]) ? doc(pipeline[0], '$match') : {};
  const results = runStages(pipeline, found(context, name, { filter }));
  return store.cursors.first(`${db}.${name}`, results, whole(cursor, 'batchSize', FIRST_BATCH));
}

export function distinct(context: Context): Doc {
  const { body } = context;
  const docs = found(context, text(body, 'distinct'), { filter: doc(body, 'query') });
  const values = docs.flatMap((each) => valueAt(each, text(body, 'key'))).filter((value) => value !== undefined);
  return { values: [...new Map(values.map((value) => [encode(value), value])).values()] };
}

export function getMore({ body, store, db }: Context): Doc {
  const [ns, size] = [`${db}.${text(body, 'collection')}`, whole(body, 'batchSize') || Infinity];
  return store.cursors.more(Number(body['getMore']), ns, size);
}

export function killCursors({ body, store }: Context): Doc {
  const cursorsKilled = list(body, 'cursors').filter((id) => store.cursors.kill(Number(id)));
  return { cursorsKilled, cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [] };
}
