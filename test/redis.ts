import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { redisOptions } from '../server/redis.ts';

const START_TRIES = 200;

export interface TestRedis {
  readonly url: string;
  /** Everything in it is gone, as after a lost machine. */
  wipe(): Promise<void>;
  /** Every word in it: keys, and what they hold. */
  words(): Promise<string>;
  /** Killed as by a power cut and started again, empty. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** A redis-server of the test file's own: two files on one would take each other's jobs, and some kill it. */
export async function testRedis(): Promise<TestRedis> {
  const { url, end, restart } = await ownServer();
  const redis = new Redis(redisOptions(url));
  await redis.flushdb();
  return {
    url,
    async wipe() {
      await redis.flushdb();
    },
    async words() {
      const keys = await redis.keys('*');
      const dumps = await Promise.all(keys.map(async (key) => (await redis.dumpBuffer(key))?.toString('latin1') ?? ''));
      return [...keys, ...dumps].join('\n');
    },
    crash: restart,
    async close() {
      redis.disconnect();
      await end();
    },
  };
}

async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-redis-'));
  const socket = join(folder, 'r.sock');
  const options = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', folder, '--save', ''];
  const url = `unix:${socket}`;
  let server = await serve(options, url);
  const kill = async (): Promise<void> => {
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
  return {
    url,
    async restart() {
      await kill();
      server = await serve(options, url);
    },
    async end() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(options: readonly string[], url: string) {
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  const probe = new Redis({ ...redisOptions(url), lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => undefined); // not up yet
  for (let tries = 0; tries < START_TRIES && probe.status !== 'ready'; tries += 1) {
    await probe.connect().catch(() => sleep(20));
  }
  probe.disconnect();
  return server;
}
