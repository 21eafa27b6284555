import type { Context } from 'koa';

const LARGEST_BODY_BYTES = 1_000_000;

/** The body as an object, whether it came as JSON or as a form; null when it is neither. */
export async function readObject(ctx: Context): Promise<Record<string, unknown> | null> {
  const text = await readBody(ctx);
  if (text === null) return null;
  if (ctx.is('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The request's body as text, or null when it is larger than anybody's honest request to the sandbox. */
export async function readBody(ctx: Context): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
