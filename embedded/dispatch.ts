import { CATALOG_COMMANDS } from './commands/catalog.ts';
import { type Command, type Context, onlyFields, type Reply } from './commands/command.ts';
import { READ_COMMANDS } from './commands/read.ts';
import { SERVER_COMMANDS } from './commands/server.ts';
import { noSuchTransaction, SESSION_COMMANDS } from './commands/sessions.ts';
import { WRITE_COMMANDS } from './commands/write.ts';
import { StoreError } from './errors.ts';
import type { Session } from './sessions.ts';
import type { Store } from './store.ts';
import { Transaction } from './transactions.ts';
import { parse, toBytes } from './values.ts';
import type { Request } from './wire.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...CATALOG_COMMANDS,
  ...SESSION_COMMANDS,
  ...SERVER_COMMANDS,
};

/** What any command may carry. Concerns are honoured by being always at their strongest: majority, journalled, snapshot. */
const COMMON =
  '$db lsid txnNumber autocommit startTransaction $clusterTime $readPreference readConcern writeConcern maxTimeMS comment stmtIds'.split(
    ' ',
  );
const LONGEST_TRANSACTION_MS = 60_000;

/** Answers one command. The answer is handed out only when everything it tells of is on disk. */
export async function answer(store: Store, request: Request, address: string, connectionId: number): Promise<Buffer> {
  let reply: Buffer;
  try {
    reply = await run(store, request, address, connectionId);
  } catch (error) {
    const known =
      error instanceof StoreError
        ? error
        : new StoreError(8, `The embedded store failed on this command: ${String(error)}`);
    reply = toBytes({ ok: 0, ...known.toFields() });
  }
  await store.journal.settled();
  return reply;
}

async function run(store: Store, { body, raws }: Request, address: string, connectionId: number): Promise<Buffer> {
  const [name = ''] = Object.keys(body);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new StoreError(59, `no such command: '${name}'`);
  onlyFields(body, [name, ...COMMON, ...command.fields], name);
  const db = body['$db'];
  if (typeof db !== 'string' || !/^[^/\\. "$*<>:|?\0]{1,63}$/.test(db))
    throw new StoreError(73, `Invalid database name`);
  const session = body['lsid'] === undefined || name === 'endSessions' ? undefined : store.sessions.of(body['lsid']);
  const context = { store, db, body, raws, session, transaction: undefined, now: new Date(), address, connectionId };
  const number = body['txnNumber'];
  if (!session || number === undefined) return finish(await steps(command, context));
  if (typeof number !== 'number') throw new StoreError(14, 'txnNumber must be a whole number within 2^53');
  if (body['autocommit'] === false) return inTransaction(command, name, session, number, context);
  if (!command.isRetryable)
    throw new StoreError(50768, `txnNumber may only be provided for retryable writes, not for ${name}`);
  return once(command, session, number, context);
}

/** A retryable write: the same number again gets the recorded answer, and changes nothing. */
async function once(command: Command, session: Session, number: number, context: Context): Promise<Buffer> {
  if (number < session.number) throw tooOld(number, session);
  if (number === session.number && session.running) return session.running;
  if (number === session.number && session.reply) return session.reply;
  begin(context.store, session, number);
  session.running = steps(command, context, (reply) => {
    if (parse(finish(reply))['ok'] === 1) context.store.sessions.record(session, finish(reply));
  }).then(finish);
  try {
    return await session.running;
  } finally {
    if (session.number === number) session.running = undefined;
  }
}

async function inTransaction(
  command: Command,
  name: string,
  session: Session,
  number: number,
  context: Context,
): Promise<Buffer> {
  const { store, body } = context;
  if (!command.inTransaction) throw new StoreError(263, `Cannot run '${name}' in a multi-document transaction.`);
  if (number < session.number) throw tooOld(number, session);
  if (body['startTransaction'] === true) {
    if (number === session.number) throw new StoreError(117, `a transaction with number ${number} was already started`);
    begin(store, session, number);
    session.transaction = new Transaction(number, store.version);
    store.begin(session.transaction);
    const { transaction } = session;
    const timer = setTimeout(
      () => transaction.state === 'open' && store.end(transaction, 'aborted'),
      LONGEST_TRANSACTION_MS,
    );
    timer.unref();
    void transaction.ended.then(() => clearTimeout(timer));
  }
  const isEnding = name === 'commitTransaction' || name === 'abortTransaction';
  const transaction = session.number === number ? session.transaction : undefined;
  if (!isEnding && transaction?.state !== 'open') throw noSuchTransaction();
  try {
    const reply = await steps(command, { ...context, transaction });
    if (transaction?.state === 'open' && !Buffer.isBuffer(reply) && reply['writeErrors'])
      store.end(transaction, 'aborted');
    return finish(reply);
  } catch (error) {
    if (transaction?.state === 'open') store.end(transaction, 'aborted');
    throw error;
  }
}

/** A new number ends whatever the session was at before. */
function begin(store: Store, session: Session, number: number): void {
  if (session.transaction?.state === 'open') store.end(session.transaction, 'aborted');
  Object.assign(session, { number, reply: undefined, running: undefined, transaction: undefined });
}

/** Runs the command to its end; `last` sees its answer in the same turn as its last write. */
async function steps(
  command: Command,
  context: Context,
  last: (reply: Reply) => void = () => undefined,
): Promise<Reply> {
  const given = command.run(context);
  if (!isSteps(given)) {
    last(given);
    return given;
  }
  for (let step = given.next(); ; step = given.next()) {
    if (step.done) {
      last(step.value);
      return step.value;
    }
    await step.value;
  }
}

type Given = ReturnType<Command['run']>;
const isSteps = (given: Given): given is Exclude<Given, Reply> =>
  typeof (given as { next?: unknown }).next === 'function';
const finish = (reply: Reply): Buffer => (Buffer.isBuffer(reply) ? reply : toBytes({ ...reply, ok: 1 }));
const tooOld = (number: number, session: Session): StoreError =>
  new StoreError(225, `Cannot use number ${number}: the session has already gone on to ${session.number}`);
