import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedStore } from '../embedded/start.ts';
import { dumpStore, restoreStore, type Tally } from './store/copy.ts';

const DATA = fileURLToPath(new URL('../.data/store', import.meta.url));
const USAGE = 'Usage: npm run store:dump -- DIR   or   npm run store:restore -- DIR';

/** Dumps or restores the store that MONGODB_URI names, or the embedded one of this folder. */
async function main([verb, folder]: readonly string[]): Promise<void> {
  if ((verb !== 'dump' && verb !== 'restore') || !folder) throw new Error(USAGE);
  const uri = process.env['MONGODB_URI'];
  const own = uri ? undefined : await startEmbeddedStore({ folder: DATA, socketPath: join(DATA, 'copy.sock') });
  const connection = await mongoose.createConnection(uri ?? own?.uri ?? '').asPromise();
  try {
    if (!connection.db) throw new Error('The address of the store names no database.');
    const tallies = await (verb === 'dump' ? dumpStore : restoreStore)(connection.db, folder);
    for (const tally of tallies) console.log(line(tally));
  } finally {
    await connection.close();
    await own?.close();
  }
}

const line = ({ collection, documents, sha256 }: Tally): string =>
  `${collection.padEnd(24)} ${String(documents).padStart(9)} documents  sha256 ${sha256}`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isRunning = message.startsWith('Another server is running');
  process.stderr.write(`${isRunning ? `${message} Stop \`npm start\` first.` : message}\n`);
  process.exitCode = 2;
}
