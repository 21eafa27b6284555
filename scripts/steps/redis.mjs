import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { StepError } from './step.mjs';
import { findProgram } from './system-packages.mjs';

const READY_WITHIN_MS = 20_000;

/**
 * A Redis of our own: no port, one Unix socket that only its owner may open, and a file of every change, since a
 * queued job must outlive a restart. It never evicts: BullMQ's keys are not a cache.
 *
 * @param {{ dataFolder: string, socket: string, logFolder: string }} places
 * @returns {Promise<{ child: Child, url: string }>}
 */
export async function startRedis({ dataFolder, socket, logFolder }) {
  const folder = join(dataFolder, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
  };
  const child = new Child({
    name: 'redis',
    command: findProgram('redis-server') ?? 'redis-server',
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    logFolder,
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  let death = '';
  child.diedAlone.then((outcome) => (death = outcome));
  while (!(await answersPing(socket))) {
    if (death || Date.now() > deadline) {
      child.kill();
      throw new StepError(death ? `redis ended with ${death}.` : 'redis did not answer.', {
        details: child.lastLines.join('\n'),
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return { child, url: `unix:${socket}` };
}

/** "+PONG" comes only once the file of changes has been read again. */
function answersPing(socket) {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    const end = (answer) => {
      connection.destroy();
      resolve(answer);
    };
    connection.setTimeout(1_000, () => end(false));
    connection.once('error', () => end(false));
    connection.once('connect', () => connection.write('PING\r\n'));
    connection.once('data', (data) => end(data.toString().startsWith('+PONG')));
  });
}
