import type { Context } from 'koa';
import Router from 'koa-router';
import { z } from 'zod';

import type { SandboxCore } from '../core.ts';
import { BULK_FAULTS, CLOSED_SHOPS } from '../faults/settings.ts';
import { readObject } from '../read-body.ts';
import { ORDERS_HELD } from '../shops/commerce/commerce-state.ts';
import { WEBHOOK_TOPICS } from '../webhooks/topics.ts';

const DefectName = z.strictObject({ defect: z.string().max(100) });

const Faults = z.strictObject({
  slowMs: z.number().min(0).max(60_000).optional(),
  fail5xx: z.number().min(0).max(1_000).optional(),
  throttle: z.boolean().optional(),
  badBody: z.enum(['html', 'truncated']).nullable().optional(),
  revokedToken: z.boolean().optional(),
  hang: z.boolean().optional(),
  uninstalled: z.boolean().optional(),
  omitExpiresIn: z.boolean().optional(),
  webhookCopies: z.int().min(1).max(20).optional(),
  isWebhookOrderReversed: z.boolean().optional(),
  bulk: z.enum(BULK_FAULTS).nullable().optional(),
  closed: z.enum(CLOSED_SHOPS).nullable().optional(),
});

const OrdersHeld = z.strictObject({ held: z.literal(ORDERS_HELD) });

const Webhook = z.strictObject({
  topic: z.enum(WEBHOOK_TOPICS as [string, ...string[]]),
  copies: z.int().min(1).max(20).optional(),
  corrupt: z.enum(['hmac', 'body', 'missing-hmac']).nullable().optional(),
  triggeredAt: z.iso.datetime().optional(),
  webhookId: z.string().max(100).optional(),
});

const Scopes = z.strictObject({
  grant: z
    .array(z.string().regex(/^[a-z_]+$/))
    .max(50)
    .optional(),
  revoke: z
    .array(z.string().regex(/^[a-z_]+$/))
    .max(50)
    .optional(),
});

/** The switches of the sandbox, for its own admin and for tests. JSON in, JSON out. */
export function controlRoutes(core: SandboxCore): Router {
  const router = new Router({ prefix: '/sandbox' });

  router.get('/shops', (ctx) => {
    ctx.body = { shops: core.shops.map(({ domain }) => core.describe(domain)) };
  });

  router.get('/session-token', (ctx) => {
    const shop = core.describe(oneOf(ctx.query['shop']));
    if (!shop) return refuse(ctx, 404, 'There is no such shop in the sandbox.');
    const wanted = oneOf(ctx.query['user']);
    const user = shop.people.find(({ id, isOwner }) => (wanted === '' ? isOwner : id === wanted));
    if (!user) return refuse(ctx, 404, 'There is no such person in this shop.');
    ctx.body = { token: core.sessionToken(shop.domain, user.id), host: core.hostParameter(shop.domain), user };
  });

  router.get('/shops/:domain', (ctx) => answer(ctx));

  router.post('/shops/:domain/mend', (ctx) => changeDefect(ctx, 'mend'));
  router.post('/shops/:domain/plant', (ctx) => changeDefect(ctx, 'plant'));

  router.post('/shops/:domain/faults', (ctx) =>
    act(ctx, Faults, (domain, faults) => core.setFaults(domain, withoutUndefined(faults))),
  );
  router.post('/shops/:domain/orders', (ctx) =>
    act(ctx, OrdersHeld, (domain, { held }) => core.setOrdersHeld(domain, held)),
  );
  router.post('/shops/:domain/webhooks', (ctx) =>
    act(ctx, Webhook, (domain, order) => core.sendWebhook(domain, withoutUndefined(order))),
  );
  router.post('/shops/:domain/scopes', (ctx) =>
    act(ctx, Scopes, (domain, change) => core.changeScopes(domain, withoutUndefined(change))),
  );
  router.post('/shops/:domain/install', (ctx) => act(ctx, z.strictObject({}), (domain) => core.install(domain)));
  router.post('/shops/:domain/uninstall', (ctx) => act(ctx, z.strictObject({}), (domain) => core.uninstall(domain)));

  return router;

  async function changeDefect(ctx: Context, change: 'mend' | 'plant'): Promise<void> {
    await act(ctx, DefectName, async (domain, { defect }) => {
      if (!(await core[change](domain, defect)))
        return 'The sandbox can neither plant nor mend such a defect in a shop.';
    });
  }

  /** Parses the body, acts, and answers how the shop stands then. A text from `doIt` is a refusal. */
  async function act<T>(ctx: Context, shape: z.ZodType<T>, doIt: (domain: string, input: T) => unknown): Promise<void> {
    const shop = shopNamed(ctx);
    if (!shop) return refuse(ctx, 404, 'There is no such shop in the sandbox.');
    const parsed = shape.safeParse((await readObject(ctx)) ?? {});
    if (!parsed.success) return refuse(ctx, 400, z.prettifyError(parsed.error));
    const refusal = await doIt(shop.domain, parsed.data);
    if (typeof refusal === 'string') return refuse(ctx, 404, refusal);
    answer(ctx);
  }

  function answer(ctx: Context): void {
    const shop = shopNamed(ctx);
    if (!shop) return refuse(ctx, 404, 'There is no such shop in the sandbox.');
    ctx.body = shop;
  }

  function shopNamed(ctx: Context) {
    return core.describe((ctx.params as { domain?: string }).domain ?? '');
  }
}

function refuse(ctx: Context, status: number, error: string): void {
  ctx.status = status;
  ctx.body = { error };
}

function oneOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Optional members that were not sent are left out, as exact optional types ask. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
