import { parseArgs } from 'node:util';
import { CannotOpenError } from './errors.ts';
import { startEmbeddedStore } from './start.ts';

/** `node embedded/main.ts --folder DIR [--socket PATH | --port N]`: the store as a process of its own. */
const { values } = parseArgs({
  options: { folder: { type: 'string' }, socket: { type: 'string' }, port: { type: 'string', default: '0' } },
});

function leave(error: unknown): never {
  const isExpected = error instanceof CannotOpenError;
  process.stderr.write(`${isExpected ? error.message : `The embedded store cannot go on: ${String(error)}`}\n`);
  process.exit(isExpected ? 2 : 1);
}

if (!values.folder) leave(new CannotOpenError('Say where the data lives: --folder DIR.'));
const where = values.socket ? { socketPath: values.socket } : { port: Number(values.port) };
try {
  const store = await startEmbeddedStore({ folder: values.folder, ...where, onFailure: leave });
  process.stdout.write(`${JSON.stringify({ ready: true, uri: store.uri })}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void store.close().then(() => process.exit(0), leave));
} catch (error) {
  leave(error);
}
