import type { Context } from 'koa';

/** What leaves a fake of somebody's service: text as it is, or no answer at all. */
export type RawReply =
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'text';
      readonly status: number;
      readonly type: 'json' | 'html';
      readonly text: string;
      readonly headers: Readonly<Record<string, string>>;
    };

/** Null: nobody is here. */
export async function sendReply(ctx: Context, reply: RawReply | null, closing: AbortSignal): Promise<void> {
  if (reply === null) {
    ctx.status = 404;
  } else if (reply.kind === 'silence') {
    await hangUp(ctx, closing);
  } else {
    ctx.status = reply.status;
    ctx.set(reply.headers);
    ctx.type = reply.type;
    ctx.body = reply.text;
  }
}

/** Says nothing until the caller gives up, or the sandbox closes. */
export async function hangUp(ctx: Context, closing: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    ctx.req.socket.once('close', () => resolve());
    closing.addEventListener('abort', () => resolve());
  });
  ctx.respond = false;
  ctx.res.destroy();
}
