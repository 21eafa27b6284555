import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { mendDriver } from './mend-driver.ts';

/**
 * Says that an operator object ({ $lte: now }) in a filter is ours. Every other object whose keys begin with "$" is taken
 * for a value, so that a caller's `{"$ne": ""}` never becomes an operator, even where parsing forgot a field.
 */
export const { trusted } = mongoose;

/** Shopify waits five seconds for an answer: who finds no store says so before. */
const PATIENCE_MS = 3_000;

/**
 * Opens the store. Writes are acknowledged by the majority and its journal, reads see only such writes: an event that was
 * answered is never lost to a failover. Indexes are built by `ensureIndexes`, never behind a query's back.
 */
export async function connectStore({
  uri,
  maxPoolSize = 20,
}: {
  uri: string;
  maxPoolSize?: number;
}): Promise<Connection> {
  mendDriver();
  const connection = mongoose.createConnection(uri, {
    appName: 'prahari',
    autoCreate: false,
    autoIndex: false,
    sanitizeFilter: true,
    maxPoolSize,
    serverSelectionTimeoutMS: PATIENCE_MS,
    bufferCommands: false, // mongoose would wait for a lost connection on top of that
    readPreference: 'primary',
    readConcernLevel: 'majority',
    writeConcern: { w: 'majority', journal: true },
  });
  return connection.asPromise();
}

/** Builds what the models ask for, one collection after the other. Call it once all models are made; safe to repeat. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}
