import type { Context, Next } from 'koa';
import Router from 'koa-router';
import { z } from 'zod';

import type { OtherHost } from '../other-host.ts';
import { hangUp } from '../raw-reply.ts';
import { readObject } from '../read-body.ts';
import { rangeAnswer } from './range.ts';

const BREACH_FAULTS = ['down', 'limited', 'html', 'truncated', 'hang'] as const;
type BreachFault = (typeof BREACH_FAULTS)[number];
const Change = z.strictObject({ fault: z.enum(BREACH_FAULTS).nullable() });

/** On the admin's port, which a browser without the sandbox's authority can reach. */
const ON_ADMIN_PORT = '/pwned-passwords';

/** The list of breached passwords under its own name, and for browsers on the admin's port; its faults are switched there. */
export function breachService(closing: AbortSignal) {
  let fault: BreachFault | null = null;

  async function handle(ctx: Context, path: string): Promise<void> {
    // Any page may ask; the padding header makes browsers ask for leave first.
    ctx.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Add-Padding' });
    const [, prefix] = /^\/range\/([0-9a-fA-F]{5})$/.exec(path) ?? [];
    if (ctx.method === 'OPTIONS') ctx.status = 204;
    else if (fault === 'hang') await hangUp(ctx, closing);
    else if (fault === 'down' || fault === 'limited') ctx.status = fault === 'down' ? 503 : 429;
    else if (prefix === undefined) ctx.status = 400;
    else {
      ctx.type = 'text/plain';
      const answer = rangeAnswer(prefix);
      if (fault === 'html') ctx.body = '<!doctype html><title>Blocked</title>';
      else ctx.body = fault === 'truncated' ? answer.slice(0, answer.length / 2) : answer;
    }
  }

  const host: OtherHost = { hosts: ['api.pwnedpasswords.com'], handle: (ctx) => handle(ctx, ctx.path) };

  const router = new Router({ prefix: '/sandbox' });
  router.post('/breach-list', async (ctx) => {
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (change.success) fault = change.data.fault;
    ctx.status = change.success ? 200 : 400;
    ctx.body = change.success ? { fault } : { error: z.prettifyError(change.error) };
  });

  return {
    host,
    control: router,
    /** Stands before the admin's own gate: the page that asks is the app's, and the answer is everybody's. */
    async onAdminPort(ctx: Context, next: Next): Promise<void> {
      if (ctx.path.startsWith(`${ON_ADMIN_PORT}/`)) await handle(ctx, ctx.path.slice(ON_ADMIN_PORT.length));
      else await next();
    },
  };
}
