import type { Context } from 'koa';

import type { SandboxClock } from '../clock.ts';
import type { OtherHost } from '../other-host.ts';
import { sendReply } from '../raw-reply.ts';
import { readObject } from '../read-body.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { answerLookUp, LOOK_UP_FAKES } from './answer.ts';
import { registryOf } from './registry-state.ts';

/** The four look-up services under their own names, live and test. */
export function lookUpHosts({
  shops,
  clock,
  closing,
}: {
  shops: readonly ShopState[];
  clock: SandboxClock;
  closing: AbortSignal;
}): OtherHost[] {
  const registries = (handle: string) => {
    const shop = shops.find((one) => one.handle === handle);
    return shop && registryOf(shop);
  };

  async function handle(ctx: Context): Promise<void> {
    const call = {
      method: ctx.method,
      path: ctx.path,
      query: new URLSearchParams(ctx.querystring),
      headers: Object.fromEntries(Object.entries(ctx.headers).map(([name, value]) => [name, String(value)])),
      body: (await readObject(ctx)) ?? {},
    };
    const host = ctx.host.replace(/:\d+$/, '').toLowerCase();
    const reply = answerLookUp(host, call, registries, clock.now().toISOString());
    await sendReply(ctx, reply, closing);
  }

  return LOOK_UP_FAKES.map(({ hosts }) => ({ hosts: [hosts.live, hosts.test], handle }));
}
