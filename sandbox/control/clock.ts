import Router from 'koa-router';
import { z } from 'zod';

import type { SandboxClock } from '../clock.ts';
import { readObject } from '../read-body.ts';

const YEAR_MS = 366 * 86_400_000;
const Advance = z.strictObject({ byMs: z.number().int().min(1).max(YEAR_MS) });

/** The clock of the sandbox, and of the app that follows it: it only goes forward. */
export function clockRoutes(clock: SandboxClock): Router {
  const router = new Router({ prefix: '/sandbox' });
  const answer = () => ({ now: clock.now().toISOString() });

  router.get('/clock', (ctx) => {
    ctx.body = answer();
  });

  router.post('/clock', async (ctx) => {
    const parsed = Advance.safeParse(await readObject(ctx));
    if (!parsed.success) {
      ctx.status = 400;
      ctx.body = { error: 'Say by how many milliseconds: {"byMs": 86400000}. The clock goes forward, a year at most.' };
      return;
    }
    clock.advance(parsed.data.byMs);
    ctx.body = answer();
  });

  return router;
}
