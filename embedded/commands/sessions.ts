import { Binary } from 'bson';
import { randomBytes } from 'node:crypto';
import { StoreError } from '../errors.ts';
import { toBytes } from '../values.ts';
import { type Command, list } from './command.ts';

const startSession: Command = {
  fields: [],
  run: () => ({ id: { id: new Binary(randomBytes(16), Binary.SUBTYPE_UUID) }, timeoutMinutes: 30 }),
};

const endSessions: Command = {
  fields: [],
  run({ store, body }) {
    for (const lsid of list(body, 'endSessions')) {
      const session = store.sessions.find(lsid);
      if (!session) continue;
      if (session.transaction?.state === 'open') store.end(session.transaction, 'aborted');
      store.sessions.forget(session);
    }
    return {};
  },
};

const refreshSessions: Command = { fields: [], run: () => ({}) };

const commitTransaction: Command = {
  fields: ['recoveryToken'],
  inTransaction: true,
  run({ store, session, transaction, body }) {
    const isCurrent = session?.number === body['txnNumber'];
    if (session && isCurrent && transaction?.state === 'open') {
      store.commit(transaction);
      store.sessions.record(session, toBytes({ ok: 1 }));
      return {};
    }
    // A commit that is asked for again was done, if its answer was recorded, perhaps before a restart.
    if (isCurrent && (transaction?.state === 'committed' || (!transaction && session?.reply))) return {};
    throw noSuchTransaction();
  },
};

const abortTransaction: Command = {
  fields: ['recoveryToken'],
  inTransaction: true,
  run({ store, transaction }) {
    if (transaction?.state === 'committed') throw new StoreError(256, 'Transaction has been committed');
    if (transaction?.state !== 'open') throw noSuchTransaction();
    store.end(transaction, 'aborted');
    return {};
  },
};

export const noSuchTransaction = (): StoreError =>
  new StoreError(251, 'Given transaction number does not match any in-progress transactions.', {
    errorLabels: ['TransientTransactionError'],
  });

export const SESSION_COMMANDS = { startSession, endSessions, refreshSessions, commitTransaction, abortTransaction };
