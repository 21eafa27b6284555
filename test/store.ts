import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { startEmbeddedStore } from '../embedded/start.ts';
import { connectStore } from '../server/store/connect.ts';

/** An empty store of a test's own: a database of MONGODB_URI where that is set, else the embedded one. */
export interface TestStore {
  readonly uri: string;
  readonly connection: Connection;
  close(): Promise<void>;
}

export async function openTestStore(): Promise<TestStore> {
  const { MONGODB_URI } = process.env;
  return MONGODB_URI ? openDatabase(MONGODB_URI) : openEmbedded();
}

async function openEmbedded(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-store-'));
  const store = await startEmbeddedStore({ folder, port: 0 });
  const connection = await connectStore({ uri: store.uri });
  return {
    uri: store.uri,
    connection,
    async close() {
      await connection.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openDatabase(address: string): Promise<TestStore> {
  const url = new URL(address);
  url.pathname = `/test_${new mongoose.Types.ObjectId().toHexString()}`;
  const connection = await connectStore({ uri: url.href });
  return {
    uri: url.href,
    connection,
    async close() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
