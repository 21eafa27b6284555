import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { damaged } from './journal.ts';
import { lockFolder } from './lock.ts';
import { serve } from './server.ts';
import { Store } from './store.ts';

const SWEEP_EVERY_MS = 60_000;

export interface EmbeddedStore {
  /** Works with the official driver and mongoose as it is; the database is `prahari`. */
  readonly uri: string;
  /** Deletes what TTL indexes say is over as of `now`; otherwise that happens once a minute. Answers how many. */
  sweep(now?: Date): Promise<number>;
  close(): Promise<void>;
}

/** @param onFailure the disk refused a commit; the store has stopped, and the process should too */
export type StartOptions = { readonly folder: string; readonly onFailure?: (error: unknown) => void } & (
  { readonly socketPath: string } | { readonly port: number }
);

/**
 * Serves the store in `folder`, which is made if it is not there; port 0 takes any free port of 127.0.0.1.
 * @throws {CannotOpenError} the folder is damaged, or another server is running on it; not a byte was changed
 */
export async function startEmbeddedStore(options: StartOptions): Promise<EmbeddedStore> {
  const lock = await lockFolder(options.folder);
  try {
    const file = join(options.folder, 'store.mdb');
    if (existsSync(file)) await verifyApart(file);
    const store = new Store(file, (error) => void server.close().then(() => options.onFailure?.(error)));
    if ('socketPath' in options) rmSync(options.socketPath, { force: true });
    const tcp = { host: '127.0.0.1', port: 'port' in options ? options.port : 0 };
    const server = await serve(store, 'socketPath' in options ? { path: options.socketPath } : tcp);
    const timer = setInterval(() => void store.sweep(new Date()).catch(() => undefined), SWEEP_EVERY_MS).unref();
    const close = async (): Promise<void> => {
      clearInterval(timer);
      await server.close();
      await store.journal.close();
      await lock.release();
    };
    const uri = `mongodb://${server.host}/prahari?directConnection=true`;
    return { uri, close, sweep: (now = new Date()) => store.sweep(now) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** In another process, which alone dies when LMDB follows a damaged page out of the file. */
async function verifyApart(file: string): Promise<void> {
  const args = [fileURLToPath(new URL('./verify.ts', import.meta.url)), file];
  await promisify(execFile)(process.execPath, args, { env: { PATH: process.env['PATH'] } }).catch((cause: unknown) => {
    throw damaged(file, cause);
  });
}
