import { createServer, type Socket } from 'node:net';
import { answer } from './dispatch.ts';
import type { Store } from './store.ts';
import { takeRequests, writeReply } from './wire.ts';

/** Listens, and answers each connection's commands in the order in which they came. */
export async function serve(store: Store, at: { path: string } | { host: string; port: number }) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    let [parts, last]: [readonly Buffer[], Promise<void>] = [[], Promise.resolve()];
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        const { requests, rest } = takeRequests([...parts, chunk]);
        parts = rest;
        for (const request of requests)
          last = last.then(async () => {
            const reply = await answer(store, request.body);
            if (request.wantsReply && socket.writable) socket.write(writeReply(request, reply));
          });
      } catch {
        socket.destroy();
      }
      last.catch(() => socket.destroy()); // the disk refused: nobody may be told anything any more
    });
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(at, resolve);
  await promise;
  const bound = server.address();
  return {
    /** As it stands in a connection string. */
    host: typeof bound === 'object' && bound ? `${bound.address}:${bound.port}` : encodeURIComponent(String(bound)),
    async close(): Promise<void> {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
