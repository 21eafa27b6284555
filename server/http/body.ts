import getRawBody from 'raw-body';
import type { z } from 'zod';
import { AppError, BadRequestError } from '../errors.ts';
import type { AppContext, Middleware } from './state.ts';

export const JSON_LIMIT_BYTES = 256 * 1024;

/** A body that is too long is not read to its end. */
export class BodyTooLargeError extends AppError {
  constructor(limitBytes: number) {
    super({
      type: 'body-too-large',
      title: `The request is larger than ${Math.floor(limitBytes / 1024)} KB.`,
      status: 413,
      headers: { Connection: 'close' },
    });
  }
}

/** A body in a form that the route does not read. */
export class UnsupportedBodyError extends AppError {
  constructor(title: string) {
    super({ type: 'unsupported-body', title, status: 415 });
  }
}

/**
 * The bytes as they came. Compressed bodies are refused: nobody sends us one, and a small one may be huge.
 * @throws {BodyTooLargeError | UnsupportedBodyError | BadRequestError}
 */
export async function rawBody(ctx: AppContext, limitBytes: number): Promise<Buffer> {
  const encoding = ctx.get('Content-Encoding');
  if (encoding !== '' && encoding !== 'identity') throw new UnsupportedBodyError('Send the body without compression.');
  const declared = ctx.get('Content-Length');
  try {
    return await getRawBody(ctx.req, { limit: limitBytes, length: declared === '' ? null : declared });
  } catch (error) {
    if ((error as { type?: unknown }).type === 'entity.too.large') throw new BodyTooLargeError(limitBytes);
    throw new BadRequestError('The request broke off.');
  }
}

/** A list of a megabyte, as JSON writes it. */
export const LIST_LIMIT_BYTES = 1_280 * 1024;

/** What takes a file: the route reads the bytes itself, once it knows who sends them. */
const TAKES_A_FILE = /\/attestations\/[^/]+\/file$|\/vendors\/[^/]+\/papers\/[^/]+\/file$/;
/** What takes a list as text. */
const TAKES_A_LIST = /\/vendors\/import$|\/vendors\/import\/preview$/;

/** Reads JSON of at most 256 KB, of a list more, into `ctx.request.body`. A body that is there must say that it is JSON. */
export const jsonBody: Middleware = async (ctx, next) => {
  const isFile = ctx.method === 'PUT' && TAKES_A_FILE.test(ctx.path);
  if (!isFile && !['GET', 'HEAD', 'OPTIONS'].includes(ctx.method)) {
    ctx.request.body = await readJson(ctx, TAKES_A_LIST.test(ctx.path) ? LIST_LIMIT_BYTES : JSON_LIMIT_BYTES);
  }
  await next();
};

/**
 * A body of JSON; undefined when there is none.
 * @throws {BodyTooLargeError | UnsupportedBodyError | BadRequestError}
 */
export async function readJson(ctx: AppContext, limitBytes: number): Promise<unknown> {
  const bytes = await rawBody(ctx, limitBytes);
  if (bytes.length === 0) return undefined;
  if (!ctx.is('application/json')) throw new UnsupportedBodyError('Send the body as application/json.');
  return parseJson(bytes);
}

/** @throws {BadRequestError} not JSON in UTF-8, or with a `__proto__` */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('__proto__');
      return value;
    });
  } catch {
    throw new BadRequestError('The body is not JSON.');
  }
}

/**
 * What came from outside, in the route's own shape.
 * @throws {BadRequestError} with a reason code for each bad field; never with what was sent
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    for (const key of unknownKeys ?? [undefined]) {
      const path = [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.') || 'body';
      fields[path.slice(0, 80)] ??= unknownKeys ? 'unknown' : codeOf(issue);
    }
  }
  throw new BadRequestError('Some fields are not as they must be.', fields);
}

/** A schema's own code ("bad_checksum") where it gives one, else zod's. */
function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' && /^[a-z][a-z_]*$/.test(issue.message) ? issue.message : issue.code;
}
