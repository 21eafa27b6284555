import type { OtherHost } from '../other-host.ts';
import { ourAssetAt } from '../storefront/our-blocks.ts';
import { scriptAt } from './app-embeds.ts';

/** The platform's file store, as far as apps' scripts and styles lie there. */
export function extensionHost(): OtherHost {
  return {
    hosts: ['cdn.shopify.com'],
    handle(ctx) {
      const ours = ourAssetAt(ctx.path);
      const body = ours?.body ?? scriptAt(ctx.path);
      if (body === null) return void (ctx.status = 404);
      ctx.type = ours?.type ?? 'application/javascript';
      ctx.set('Cache-Control', 'public, max-age=31557600, immutable');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.body = body;
    },
  };
}
