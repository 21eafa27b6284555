import { ourScriptAt } from '../beacon/our-block.ts';
import type { OtherHost } from '../other-host.ts';
import { scriptAt } from './app-embeds.ts';

/** The platform's file store, as far as apps' scripts lie there. */
export function extensionHost(): OtherHost {
  return {
    hosts: ['cdn.shopify.com'],
    handle(ctx) {
      const script = scriptAt(ctx.path) ?? ourScriptAt(ctx.path);
      if (script === null) return void (ctx.status = 404);
      ctx.type = 'application/javascript';
      ctx.set('Cache-Control', 'public, max-age=31557600, immutable');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.body = script;
    },
  };
}
