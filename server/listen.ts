import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

const STOP_WITHIN_MS = 20_000;

export interface Listener {
  readonly port: number;
  /** Takes no new connection, and ends each that it has after the answer it owes there. */
  close(): Promise<void>;
}

/** Limits against slow and endless requests; the proxy in front has its own. */
export async function listen(app: Koa, { host, port }: { host: string; port: number }): Promise<Listener> {
  const callback = app.callback();
  const owed = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      owed.add(response);
      if (isClosing) endAfter(response);
      response.once('close', () => {
        owed.delete(response);
        if (isClosing) server.closeIdleConnections();
      });
      void callback(request, response);
    },
  );
  server.maxHeadersCount = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      isClosing = true;
      for (const response of owed) endAfter(response);
      return closeServer(server);
    },
  };
}

/** Callers who keep their connection would keep us open, and be cut off in the end in the middle of something. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await closed;
  clearTimeout(cut);
}
