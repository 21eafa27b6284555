import { compilePipeline, nameAndSpec } from '../aggregate.ts';
import type { Entry } from '../collection.ts';
import { cursorReply } from '../cursors.ts';
import { compileFilter } from '../filter.ts';
import { leaves } from '../paths.ts';
import { compileProjection } from '../projection.ts';
import { parseSort, type Query } from '../select.ts';
import { identity, toBytes, type Doc } from '../values.ts';
import { type Command, type Context, count, doc, list, onlyFields, refuseCollation, text } from './command.ts';

const FIRST_BATCH = 101;
const ALL: Query = { filter: {}, sort: [], skip: 0, limit: 0 };

function select({ store, db, transaction }: Context, name: string, query: Query): Entry[] {
  const collection = store.find(db, name);
  if (collection) return store.select(collection, query, transaction);
  compileFilter(query.filter);
  return [];
}

const find: Command = {
  fields:
    'filter sort projection skip limit batchSize singleBatch hint collation noCursorTimeout allowDiskUse allowPartialResults'.split(
      ' ',
    ),
  inTransaction: true,
  run(context) {
    const { body, store, db } = context;
    refuseCollation(body);
    const name = text(body, 'find');
    const limit = count(body, 'limit', 0);
    const query = { filter: doc(body, 'filter'), sort: parseSort(body['sort']), skip: count(body, 'skip', 0), limit };
    const projection = doc(body, 'projection');
    const shape = Object.keys(projection).length > 0 ? compileProjection(projection) : undefined;
    const results = select(context, name, query).map((entry) => (shape ? toBytes(shape(entry.doc)) : entry.raw));
    const ns = `${db}.${name}`;
    const { id, batch } = store.cursors.first(
      ns,
      results,
      count(body, 'batchSize', FIRST_BATCH),
      body['singleBatch'] === true,
    );
    return cursorReply('firstBatch', ns, id, batch);
  },
};

const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'collation', 'bypassDocumentValidation'],
  inTransaction: true,
  run(context) {
    const { body, store, db } = context;
    refuseCollation(body);
    const name = text(body, 'aggregate');
    const cursor = doc(body, 'cursor');
    onlyFields(cursor, ['batchSize'], 'aggregate.cursor');
    const { query, rest } = splitPipeline(list(body, 'pipeline'));
    const run = compilePipeline(rest);
    const entries = select(context, name, query);
    const results =
      rest.length > 0
        ? run(entries.map((entry) => entry.doc)).map((result) => toBytes(result))
        : entries.map(({ raw }) => raw);
    const ns = `${db}.${name}`;
    const { id, batch } = store.cursors.first(ns, results, count(cursor, 'batchSize', FIRST_BATCH), false);
    return cursorReply('firstBatch', ns, id, batch);
  },
};

/** A leading $match, $sort, $skip, $limit, in this order, is a query that indexes can answer. */
function splitPipeline(pipeline: readonly unknown[]): { query: Query; rest: unknown[] } {
  compilePipeline(pipeline);
  const query: { -readonly [K in keyof Query]: Query[K] } = { ...ALL };
  const order = ['$match', '$sort', '$skip', '$limit'];
  let used = 0;
  for (let last = -1; used < pipeline.length; used++) {
    const [name, spec] = nameAndSpec(pipeline[used]);
    const place = order.indexOf(name);
    if (place <= last) break;
    last = place;
    if (name === '$match') query.filter = spec as Doc;
    if (name === '$sort') query.sort = parseSort(spec);
    if (name === '$skip') query.skip = spec as number;
    if (name === '$limit') query.limit = spec as number;
  }
  return { query, rest: pipeline.slice(used) };
}

const countCommand: Command = {
  fields: ['query', 'skip', 'limit', 'hint', 'collation', 'fields'],
  run(context) {
    const { body } = context;
    refuseCollation(body);
    const [skip, limit] = [count(body, 'skip', 0), count(body, 'limit', 0)];
    return { n: select(context, text(body, 'count'), { ...ALL, filter: doc(body, 'query'), skip, limit }).length };
  },
};

const distinct: Command = {
  fields: ['key', 'query', 'collation', 'hint'],
  inTransaction: true,
  run(context) {
    const { body } = context;
    refuseCollation(body);
    const path = text(body, 'key').split('.');
    const values = new Map<string, unknown>();
    for (const entry of select(context, text(body, 'distinct'), { ...ALL, filter: doc(body, 'query') }))
      for (const leaf of leaves(entry.doc, path))
        for (const value of Array.isArray(leaf) ? (leaf as unknown[]) : [leaf])
          if (value !== undefined) values.set(identity(value), value);
    return { values: [...values.values()] };
  },
};

const getMore: Command = {
  fields: ['collection', 'batchSize'],
  inTransaction: true,
  run({ body, store, db }) {
    const ns = `${db}.${text(body, 'collection')}`;
    const { id, batch } = store.cursors.next(Number(body['getMore']), ns, count(body, 'batchSize', 0) || Infinity);
    return cursorReply('nextBatch', ns, id, batch);
  },
};

const killCursors: Command = {
  fields: ['cursors'],
  inTransaction: true,
  run({ body, store }) {
    const ids = list(body, 'cursors');
    const killed = new Set(ids.filter((id) => store.cursors.kill(Number(id))));
    return {
      cursorsKilled: [...killed],
      cursorsNotFound: ids.filter((id) => !killed.has(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};

export const READ_COMMANDS = { find, aggregate, count: countCommand, distinct, getMore, killCursors };
