import Router from 'koa-router';
import { z } from 'zod';

import { readObject } from '../read-body.ts';
import { EXTENSION_FAULTS, type ExtensionFaultSwitch } from './faults.ts';

const Wish = z.strictObject({ kind: z.enum(EXTENSION_FAULTS) });

/** POST /sandbox/extension-faults {kind}: from the next call of any extension on. */
export function extensionControlRoutes(faults: ExtensionFaultSwitch): Router {
  const router = new Router();

  router.post('/sandbox/extension-faults', async (ctx) => {
    const parsed = Wish.safeParse((await readObject(ctx)) ?? {});
    if (!parsed.success) {
      ctx.status = 400;
      ctx.body = { error: z.prettifyError(parsed.error) };
      return;
    }
    faults.kind = parsed.data.kind;
    ctx.body = { kind: faults.kind };
  });

  return router;
}
