import type { Context } from 'koa';
import rawBody from 'raw-body';

import type { SandboxClock } from '../clock.ts';
import type { OtherHost } from '../other-host.ts';
import { sendReply } from '../raw-reply.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { answerIdentity } from './answer.ts';
import { directoryOf } from './directory-state.ts';

const FIXED_HOSTS = [
  ...['oauth2.googleapis.com', 'admin.googleapis.com', 'cloudidentity.googleapis.com'],
  ...['login.microsoftonline.com', 'graph.microsoft.com'],
];

/** Google, Microsoft and Okta under their own names; each shop has an organisation of its own at Okta. */
export function identityHosts({
  shops,
  clock,
  closing,
}: {
  shops: readonly ShopState[];
  clock: SandboxClock;
  closing: AbortSignal;
}): OtherHost[] {
  const directories = (handle: string) => {
    const shop = shops.find((one) => one.handle === handle);
    return shop && directoryOf(shop);
  };

  async function handle(ctx: Context): Promise<void> {
    const body = ctx.method === 'POST' ? await rawBody(ctx.req, { limit: 64 * 1024, encoding: 'utf8' }) : '';
    const answer = answerIdentity(
      {
        host: ctx.host.replace(/:\d+$/, '').toLowerCase(),
        method: ctx.method,
        path: ctx.path,
        query: new URLSearchParams(ctx.querystring),
        headers: Object.fromEntries(Object.entries(ctx.headers).map(([name, value]) => [name, String(value)])),
        form: new URLSearchParams(body),
      },
      directories,
      clock.now(),
    );
    await sendReply(ctx, answer, closing);
  }

  return [{ hosts: [...FIXED_HOSTS, ...shops.map((shop) => `${shop.handle}.okta.com`)], handle }];
}
