import type { ServerResponse } from 'node:http';
import type { SandboxCore } from '../core.ts';

/** Browsers give up a silent stream; a comment now and then keeps it. */
const HEARTBEAT_MS = 25_000;

/** Server-sent events: one `reload` each time the app's pages were built anew, until the browser goes away. */
export function streamReloads(core: SandboxCore, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': listening\n\n');
  const stop = core.onReload(() => response.write('event: reload\ndata: {}\n\n'));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    stop();
    clearInterval(heartbeat);
  });
}
