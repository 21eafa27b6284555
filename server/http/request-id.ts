import { randomUUID } from 'node:crypto';
import type { Middleware } from './state.ts';

/** Names the request in the log and in the answer. Ours always: a name from outside could be anything. */
export const requestId: Middleware = async (ctx, next) => {
  ctx.state.requestId = randomUUID();
  ctx.set('X-Request-Id', ctx.state.requestId);
  await next();
};
