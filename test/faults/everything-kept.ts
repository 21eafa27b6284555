import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { dumpStore } from '../../scripts/store/copy.ts';
import { redisOptions } from '../../server/redis.ts';
import { connectStore } from '../../server/store/connect.ts';
import type { System } from '../system.ts';

/** Every document of every collection, as `npm run store:dump` writes them. */
export async function storeWords({ storeUri }: System): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-dump-'));
  const connection = await connectStore({ uri: storeUri });
  try {
    if (!connection.db) throw new Error('The address of the store names no database.');
    await dumpStore(connection.db, join(folder, 'dump'));
    return await fileWords(join(folder, 'dump'));
  } finally {
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every key and value of every type that Redis holds now. */
export async function redisWords({ redisUrl }: System): Promise<string> {
  const redis = new Redis(redisOptions(redisUrl));
  try {
    const values = (await redis.keys('*')).map(async (key) => [key, await valueOf(redis, key)]);
    return JSON.stringify(await Promise.all(values));
  } finally {
    redis.disconnect();
  }
}

/** All that Redis ever wrote to its disk: what it held once, too. */
export const redisFileWords = ({ folder }: System): Promise<string> => fileWords(join(folder, 'appendonlydir'));

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'none':
      return null; // ended meanwhile
    default:
      throw new Error(`The drill cannot read a ${type} of Redis.`);
  }
}

async function fileWords(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
}
