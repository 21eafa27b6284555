import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedStore, type EmbeddedStore } from '../start.ts';

export interface UnderTest {
  readonly kind: 'embedded' | 'MONGODB_URI';
  readonly connection: mongoose.Connection;
  /** Only when it is the embedded store. */
  readonly store: EmbeddedStore | undefined;
  /** A collection of its own for each caller. */
  collection(): mongoose.mongo.Collection<Loose>;
  stop(): Promise<void>;
}

export interface Loose extends mongoose.mongo.Document {
  _id: string | number;
}

/** The stores that the conformance suite runs on: the embedded one always, a real one when MONGODB_URI names it. */
export const KINDS: readonly UnderTest['kind'][] = process.env['MONGODB_URI']
  ? ['embedded', 'MONGODB_URI']
  : ['embedded'];

export async function startUnderTest(kind: UnderTest['kind']): Promise<UnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-store-'));
  const store =
    kind === 'embedded' ? await startEmbeddedStore({ folder, socketPath: join(folder, 's.sock') }) : undefined;
  const uri = store?.uri ?? process.env['MONGODB_URI'] ?? '';
  const dbName = `conformance_${process.pid}_${Math.trunc(performance.now())}`;
  const connection = await mongoose.createConnection(uri, { dbName }).asPromise();
  let made = 0;
  return {
    kind,
    connection,
    store,
    collection: () => database(connection).collection<Loose>(`c${++made}`),
    async stop() {
      await connection.dropDatabase();
      await connection.close();
      await store?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function database(connection: mongoose.Connection): mongoose.mongo.Db {
  if (!connection.db) throw new Error('not connected');
  return connection.db;
}

/** The code with which a promise is refused, or 'nothing' when it is not. */
export async function codeOf(refused: Promise<unknown>): Promise<unknown> {
  try {
    await refused;
    return 'nothing';
  } catch (error) {
    return error instanceof mongoose.mongo.MongoServerError ? error.code : String(error);
  }
}
