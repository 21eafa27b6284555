import { createHash, timingSafeEqual } from 'node:crypto';
import Koa from 'koa';
import type { Registry } from 'prom-client';
import { operatorQueue, type OperatorQueueParts } from './operator-queue.ts';

/**
 * The operator's own listener, on the loopback address unless told: alive, ready, the metrics behind a bearer token,
 * and the queue behind a password. None of it is on the public one.
 */
export function createOperatorApp({
  isReady,
  registry,
  metricsToken,
  queue = null,
}: {
  isReady: () => Promise<boolean>;
  registry: Registry;
  /** Without one the metrics are open, which only development allows. */
  metricsToken: string | undefined;
  /** Null: without a password there is no page. */
  queue?: OperatorQueueParts | null;
}): Koa {
  const app = new Koa();
  app.silent = true;
  const queuePage = queue && operatorQueue(queue);
  app.use(async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (ctx.path === '/queue' && queuePage) return queuePage(ctx);
    if (ctx.method !== 'GET') return;
    if (ctx.path === '/healthz') ctx.body = { alive: true };
    if (ctx.path === '/readyz') {
      const ready = await isReady().catch(() => false);
      ctx.status = ready ? 200 : 503;
      ctx.body = { ready };
    }
    if (ctx.path === '/metrics') {
      if (metricsToken !== undefined && !isSame(ctx.get('Authorization'), `Bearer ${metricsToken}`)) {
        ctx.status = 401;
        ctx.set('WWW-Authenticate', 'Bearer');
        return;
      }
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    }
  });
  return app;
}

/** Hashed first, so that neither text nor length shows in the time. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
