import { mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { CannotOpenError } from './errors.ts';

/**
 * One server a folder. The lock is a listening socket, which the system takes back when the process dies, however it
 * dies; on Linux it has a name but no file, so nothing can be left behind.
 *
 * @throws {CannotOpenError} another server holds the folder
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const { dev, ino } = statSync(folder);
  const path = process.platform === 'linux' ? `\0prahari-store-${dev}-${ino}` : join(folder, 'lock.sock');
  if (!path.startsWith('\0') && !(await isAnswered(path))) rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new CannotOpenError(`Another server is running on the store folder ${folder}.`, { cause })),
    );
    server.listen(path, resolve);
  });
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
