import type { RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/** Everything of ours in Redis begins with it; the braces keep it in one slot of a cluster. */
export const QUEUE_PREFIX = '{prahari}';

/**
 * "redis://[user:password@]host[:port][/db]", "rediss://…", or "unix:/path.sock" as options of a connection. Commands wait for
 * a lost connection instead of failing, as workers need.
 */
export function redisOptions(url: string): RedisOptions {
  const always = { maxRetriesPerRequest: null, retryStrategy: (times: number) => Math.min(times * 200, 5_000) };
  if (url.startsWith('unix:')) return { ...always, path: url.slice('unix:'.length) };
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  return {
    ...always,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 6379),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
    ...(protocol === 'rediss:' && { tls: { servername: hostname } }),
  };
}

/** A Redis that throws jobs away when it is full would lose work silently until the next sweep: it is named at start. */
export async function warnOfEviction(redisUrl: string, log: Log): Promise<string | null> {
  const redis = new Redis({ ...redisOptions(redisUrl), lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined); // the worker's own connection tells
  try {
    await redis.connect();
    const answer: unknown = await redis.config('GET', 'maxmemory-policy');
    const policy: unknown = Array.isArray(answer) ? answer[1] : undefined;
    if (typeof policy !== 'string' || policy === 'noeviction') return null;
    log.warn({ policy }, 'Redis drops keys when it is full; set maxmemory-policy to "noeviction", or checks come late');
    return policy;
  } catch {
    return null; // managed services forbid CONFIG; their console shows the policy
  } finally {
    redis.disconnect();
  }
}
