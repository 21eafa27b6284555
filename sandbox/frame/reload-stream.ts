import { PassThrough } from 'node:stream';
import type { SandboxCore } from '../core.ts';

/** Browsers give up a silent stream; a comment now and then keeps it. */
const HEARTBEAT_MS = 25_000;

/** Server-sent events: one `reload` each time the app's pages were built anew. Ends with the request. */
export function reloadStream(core: SandboxCore): PassThrough {
  const stream = new PassThrough();
  stream.write(': listening\n\n');
  const stop = core.onReload(() => stream.write('event: reload\ndata: {}\n\n'));
  const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  stream.once('close', () => {
    stop();
    clearInterval(heartbeat);
  });
  return stream;
}
