import * as catalog from './catalog.ts';
import { StoreError, transient } from './errors.ts';
import * as read from './read.ts';
import { onlyFields, type Context } from './read.ts';
import type { Session } from './sessions.ts';
import { LARGEST_DOCUMENT, type Store } from './store.ts';
import { toBytes, type Doc } from './values.ts';
import { LARGEST_MESSAGE } from './wire.ts';
import * as write from './write.ts';

/** Its fields: any other is refused; where they are not listed they do not matter. */
type Command = readonly [kind: 'read' | 'write' | 'other' | 'end', run: (context: Context) => Doc, fields?: string];

/** Looks like the one member of a replica set: drivers offer sessions and transactions only to those. */
const hello = (): Doc => ({
  ...{ helloOk: true, ismaster: true, isWritablePrimary: true, readOnly: false, setName: 'prahari', setVersion: 1 },
  ...{ maxBsonObjectSize: LARGEST_DOCUMENT, maxMessageSizeBytes: LARGEST_MESSAGE, maxWriteBatchSize: 100_000 },
  ...{ minWireVersion: 0, maxWireVersion: 21, logicalSessionTimeoutMinutes: 30, localTime: new Date() },
});

const COMMANDS: Readonly<Record<string, Command>> = {
  find: ['read', read.find, 'filter projection sort skip limit batchSize singleBatch'],
  aggregate: ['read', read.aggregate, 'pipeline cursor'],
  distinct: ['read', read.distinct, 'key query'],
  getMore: ['read', read.getMore, 'collection batchSize'],
  killCursors: ['read', read.killCursors, 'cursors'],
  insert: ['write', write.insert, 'documents ordered'],
  update: ['write', write.update, 'updates ordered'],
  delete: ['write', write.remove, 'deletes ordered'],
  findAndModify: ['write', write.findAndModify, 'query sort remove update new fields upsert'],
  create: ['other', catalog.create, ''],
  drop: ['other', catalog.drop, ''],
  dropDatabase: ['other', catalog.dropDatabase, ''],
  createIndexes: ['other', catalog.createIndexes, 'indexes'],
  listIndexes: ['other', catalog.listIndexes, 'cursor'],
  listCollections: ['other', catalog.listCollections, 'filter nameOnly authorizedCollections cursor'],
  commitTransaction: ['end', () => ({}), 'recoveryToken'],
  abortTransaction: ['end', () => ({}), 'recoveryToken'],
  buildInfo: ['other', () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['prahari-embedded'] }), ''],
  ...{ hello: ['other', hello], isMaster: ['other', hello], ismaster: ['other', hello] },
  ...{ ping: ['other', () => ({}), ''], endSessions: ['other', () => ({})] },
};

/** What any command may carry. Concerns are always at their strongest: majority, journalled, snapshot. */
const COMMON =
  '$db lsid txnNumber autocommit startTransaction $clusterTime $readPreference readConcern writeConcern maxTimeMS comment';

/** Answers one command, in one turn; the answer is handed out when everything it tells of is on disk. */
export async function answer(store: Store, body: Doc): Promise<Buffer> {
  let reply: Buffer;
  try {
    reply = run(store, body);
  } catch (error) {
    const known =
      error instanceof StoreError ? error : new StoreError(8, `The embedded store failed: ${String(error)}`);
    reply = toBytes({ ok: 0, ...known.fields });
  }
  await store.journal.settled();
  return reply;
}

function run(store: Store, body: Doc): Buffer {
  const { $db: db, lsid, txnNumber: number } = body;
  const [name = ''] = Object.keys(body);
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!known) throw new StoreError(59, `no such command: '${name}'`);
  const [kind, command, fields] = known;
  if (fields !== undefined) onlyFields(body, `${name} ${COMMON} ${fields}`, name);
  if (typeof db !== 'string' || !/^[^/\\. "$*<>:|?\0]{1,63}$/.test(db))
    throw new StoreError(73, 'Invalid database name');
  const context = { store, db, body };
  const reply = (doc: Doc): Buffer => toBytes({ ...doc, ok: 1 });
  if (number === undefined) return reply(command(context));
  if (typeof number !== 'number') throw new StoreError(14, 'txnNumber must be a whole number within 2^53');
  const session = store.sessions.of(lsid, number);
  if (body['autocommit'] === false) return reply(inTransaction(known, session, number, context));
  if (kind !== 'write') throw new StoreError(50768, `txnNumber may only be provided for retryable writes, not ${name}`);
  if (number === session.number && session.reply) return session.reply; // a retry is answered, and changes nothing
  store.sessions.begin(session, number);
  const done = reply(command(context));
  store.sessions.record(session, done);
  return done;
}

function inTransaction([kind, command]: Command, session: Session, number: number, context: Context): Doc {
  const { store, body } = context;
  if (kind === 'other')
    throw new StoreError(263, `Cannot run '${Object.keys(body)[0]}' in a multi-document transaction.`);
  if (body['startTransaction'] === true && number > session.number)
    store.sessions.begin(session, number, store.begin());
  const { transaction, reply } = session;
  const isCommit = 'commitTransaction' in body;
  if (isCommit && number === session.number && reply) return {}; // asked for again, perhaps after a restart
  if (number !== session.number || transaction?.state !== 'open')
    throw transient(251, 'Given transaction number does not match any in-progress transactions.');
  try {
    if (isCommit) store.commit(transaction);
    if (isCommit) store.sessions.record(session, toBytes({ ok: 1 }));
    if (kind === 'end') transaction.end('aborted');
    return command({ ...context, transaction });
  } catch (error) {
    transaction.end('aborted');
    throw error;
  }
}
