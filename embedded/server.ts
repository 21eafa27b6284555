import { createServer, type Server, type Socket } from 'node:net';
import { answer } from './dispatch.ts';
import type { Store } from './store.ts';
import { messageLength, readMessage, writeReply, type Request } from './wire.ts';

/** Listens, and answers each connection's commands in the order in which they came. */
export class StoreServer {
  readonly #store: Store;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #address = '';
  #connections = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  async listen(at: { path: string } | { host: string; port: number }): Promise<{ port: number | undefined }> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(at, resolve);
    });
    const bound = this.#server.address();
    const port = typeof bound === 'object' && bound ? bound.port : undefined;
    this.#address = 'path' in at ? at.path : `${at.host}:${port ?? at.port}`;
    return { port };
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    const connectionId = ++this.#connections;
    let parts: Buffer[] = [];
    let last: Promise<void> = Promise.resolve();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      parts.push(chunk);
      try {
        const { messages, rest } = cut(parts);
        parts = rest;
        for (const request of messages) last = last.then(() => this.#reply(socket, request, connectionId));
      } catch {
        socket.destroy();
      }
    });
  }

  async #reply(socket: Socket, request: Request, connectionId: number): Promise<void> {
    try {
      const reply = await answer(this.#store, request, this.#address, connectionId);
      if (request.wantsReply && socket.writable) socket.write(writeReply(request, reply));
    } catch {
      // The disk refused: nobody may be told anything any more (the store is on its way down).
      socket.destroy();
    }
  }
}

/** Whole messages, and the beginning of the next. Chunks are joined only when a message is complete. */
function cut(parts: readonly Buffer[]): { messages: Request[]; rest: Buffer[] } {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const [first] = parts;
  const known = first && first.length >= 16 ? messageLength(first) : undefined;
  if (known !== undefined && known > total) return { messages: [], rest: [...parts] };
  let buffer = Buffer.concat(parts, total);
  const messages: Request[] = [];
  for (
    let length = messageLength(buffer);
    length !== undefined && length <= buffer.length;
    length = messageLength(buffer)
  ) {
    messages.push(readMessage(buffer.subarray(0, length)));
    buffer = buffer.subarray(length);
  }
  return { messages, rest: buffer.length > 0 ? [buffer] : [] };
}
