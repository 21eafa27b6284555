import Router from 'koa-router';
import { z } from 'zod';

import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { directoryOf, IDENTITY_FAULTS } from './directory-state.ts';
import { googleKeyFile } from './google-key.ts';
import { usersExport } from './users-export.ts';

const Change = z.strictObject({ fault: z.enum(IDENTITY_FAULTS).nullable().optional() });

/** The switches of the identity providers, the key file of Google's, and the list of users. */
export function identityControlRoutes({ shops, save }: { shops: readonly ShopState[]; save: () => void }): Router {
  const router = new Router({ prefix: '/sandbox' });
  const shopOf = (domain: string | undefined) => shops.find((shop) => shop.domain === domain);

  router.get('/shops/:domain/directory', (ctx) => {
    const shop = shopOf(ctx.params['domain']);
    if (!shop) return;
    const { people, mail, fault } = directoryOf(shop);
    ctx.body = { people, mail, fault };
  });

  router.post('/shops/:domain/directory', async (ctx) => {
    const shop = shopOf(ctx.params['domain']);
    const change = Change.safeParse((await readObject(ctx)) ?? {});
    if (!shop || !change.success) {
      ctx.status = shop ? 400 : 404;
      ctx.body = { error: change.error ? z.prettifyError(change.error) : 'There is no such shop in the sandbox.' };
      return;
    }
    if (change.data.fault !== undefined) directoryOf(shop).fault = change.data.fault;
    save();
    const { people, mail, fault } = directoryOf(shop);
    ctx.body = { people, mail, fault };
  });

  router.get('/shops/:domain/google-key.json', (ctx) => {
    const shop = shopOf(ctx.params['domain']);
    if (!shop) return;
    ctx.body = googleKeyFile(shop.handle, directoryOf(shop));
    ctx.type = 'json';
    save();
  });

  router.get('/shops/:domain/users.csv', (ctx) => {
    const shop = shopOf(ctx.params['domain']);
    if (!shop) return;
    ctx.body = usersExport(directoryOf(shop));
    ctx.type = 'text/csv';
  });

  return router;
}
