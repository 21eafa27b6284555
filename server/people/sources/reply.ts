import { z } from 'zod';
import type { ProviderProblem } from '../../../core/api/people.ts';
import { ReadingProblem, type SourceReply } from './source.ts';

/** What HTTP says by itself, whatever the provider. */
const BY_STATUS: Readonly<Record<number, ProviderProblem>> = {
  401: 'key-refused',
  403: 'not-permitted',
  429: 'limited',
};

/** @throws {ReadingProblem} for every status but 200 */
export function refuseUnless200(
  { status, retryAfterMs }: SourceReply,
  own: Readonly<Record<number, ProviderProblem>> = {},
): void {
  if (status === 200) return;
  const problem = own[status] ?? BY_STATUS[status] ?? (status >= 500 ? 'unreachable' : 'unexpected-shape');
  throw new ReadingProblem(problem, retryAfterMs);
}

/** An answer in the shape that it has. @throws {ReadingProblem} unexpected-shape, without what was sent */
export function shaped<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ReadingProblem('unexpected-shape');
  return parsed.data;
}

/** A text from outside, cut before anybody looks at it. */
export const outside = (maxChars: number) => z.string().transform((text) => text.slice(0, maxChars));

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');

/** An instant of a provider; 1970 means never. Undefined: it is none, and nothing is known. */
export function signInAt(text: string | null | undefined, now: Date): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === null) return null;
  const at = Date.parse(text);
  if (!Number.isFinite(at) || at > now.getTime() + 24 * 60 * 60 * 1000) return undefined;
  return at < EARLIEST ? null : new Date(at).toISOString();
}

/** Whether something that is good to have came; null: the key lacks the right, which costs the rest nothing. */
export async function ifPermitted<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const isLacking =
      error instanceof ReadingProblem && (error.problem === 'not-permitted' || error.problem === 'key-refused');
    if (!isLacking) throw error;
    return null;
  }
}

/** The token of an answer to a sign-in. */
export const AccessToken = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{8,8000}$/) });
