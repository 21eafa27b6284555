import { mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CannotOpenError } from './errors.ts';

/**
 * One server a folder. The lock is a listening socket, which the system takes back when the process dies, however it
 * dies; on Linux it has a name but no file, so nothing can be left behind.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<unknown> }> {
  mkdirSync(folder, { recursive: true });
  const { dev, ino } = statSync(folder);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const words = `Another server is running on the store folder ${folder}, or left its lock there.`;
  const server = createServer((socket) => socket.destroy()).unref();
  server.once('error', (cause) => reject(new CannotOpenError(words, { cause })));
  server.listen(process.platform === 'linux' ? `\0prahari-store-${dev}-${ino}` : join(folder, 'lock.sock'), resolve);
  await promise;
  return { release: () => new Promise((done) => server.close(done)) };
}
