import type { Context, Next } from 'koa';

/**
 * The admin port has no log-in, so only this machine's own browser may use it: another Host is a page of somebody
 * else's that was pointed here (DNS rebinding), another Origin a page that posts across.
 */
export function sameMachineOnly(port: () => number) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const ours = [`localhost:${port()}`, `127.0.0.1:${port()}`];
    if (!ours.includes(ctx.get('Host').toLowerCase())) {
      ctx.status = 421;
      ctx.body = { error: 'The sandbox answers on localhost only.' };
      return;
    }
    const origin = ctx.get('Origin');
    if (!['GET', 'HEAD'].includes(ctx.method) && origin !== '' && !ours.some((host) => origin === `http://${host}`)) {
      ctx.status = 403;
      ctx.body = { error: 'Only the sandbox’s own pages may change it.' };
      return;
    }
    await next();
  };
}
