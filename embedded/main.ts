import { parseArgs } from 'node:util';
import { CannotOpenError } from './errors.ts';
import { startEmbeddedStore } from './start.ts';

/** `node embedded/main.ts --folder DIR [--socket PATH | --port N]`: the store as a process of its own. */
const text = { type: 'string' } as const;
const { folder, socket, port = '0' } = parseArgs({ options: { folder: text, socket: text, port: text } }).values;

function leave(error: unknown): never {
  process.stderr.write(`${error instanceof CannotOpenError ? error.message : String(error)}\n`);
  process.exit(error instanceof CannotOpenError ? 2 : 1);
}

try {
  if (!folder) throw new CannotOpenError('Say where the data lives: --folder DIR.');
  const where = socket ? { socketPath: socket } : { port: Number(port) };
  const store = await startEmbeddedStore({ folder, ...where, onFailure: leave });
  process.stdout.write(`${JSON.stringify({ ready: true, uri: store.uri })}\n`);
  const stop = (): void => void store.close().then(() => process.exit(0), leave);
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  leave(error);
}
