import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotOpenError } from './errors.ts';
import { damaged } from './journal.ts';
import { lockFolder } from './lock.ts';
import { StoreServer } from './server.ts';
import { Store } from './store.ts';
import { sweep } from './sweep.ts';

const SWEEP_EVERY_MS = 60_000;
const VERIFY = fileURLToPath(new URL('./verify.ts', import.meta.url));

export interface EmbeddedStore {
  /** Works with the official driver and mongoose as it is; the database is `prahari`. */
  readonly uri: string;
  /** Runs the TTL sweep now, as of `now`; otherwise it runs once a minute. */
  sweep(now?: Date): Promise<number>;
  close(): Promise<void>;
}

export type StartOptions = { readonly folder: string; readonly onFailure?: (error: unknown) => void } & (
  { readonly socketPath: string } | { readonly port: number }
);

/**
 * Serves the store in `folder`, which is made if it is not there.
 *
 * @param options.port 0 takes any free port of 127.0.0.1
 * @param options.onFailure the disk refused a commit; the store has stopped, and the process should too
 * @throws {CannotOpenError} the folder is damaged, or another server is running on it; not a byte was changed
 */
export async function startEmbeddedStore(options: StartOptions): Promise<EmbeddedStore> {
  if ('socketPath' in options && !options.socketPath.endsWith('.sock'))
    throw new CannotOpenError('The path of the socket must end in .sock: drivers know a socket by that.');
  const lock = await lockFolder(options.folder);
  try {
    const file = join(options.folder, 'store.mdb');
    if (existsSync(file)) await verifyApart(file);
    let fail = (_error: unknown): void => undefined;
    const store = new Store(file, (error) => fail(error));
    const server = new StoreServer(store);
    if ('socketPath' in options) rmSync(options.socketPath, { force: true });
    const { port } = await server.listen(
      'socketPath' in options ? { path: options.socketPath } : { host: '127.0.0.1', port: options.port },
    );
    const timer = setInterval(() => sweep(store, new Date()), SWEEP_EVERY_MS);
    timer.unref();
    fail = (error) => {
      clearInterval(timer);
      void server.close().then(() => options.onFailure?.(error));
    };
    const host = 'socketPath' in options ? encodeURIComponent(options.socketPath) : `127.0.0.1:${port}`;
    return {
      uri: `mongodb://${host}/prahari?directConnection=true`,
      async sweep(now = new Date()) {
        const deleted = sweep(store, now);
        await store.journal.settled();
        return deleted;
      },
      async close() {
        clearInterval(timer);
        await server.close();
        await store.journal.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** In another process, which alone dies when LMDB follows a damaged page out of the file. */
function verifyApart(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [VERIFY, file], { env: { PATH: process.env['PATH'] } }, (error, _out, words) => {
      if (!error) resolve();
      else reject(error.code === 2 ? new CannotOpenError(words.trim(), { cause: error }) : damaged(file, error));
    });
  });
}
