import { z } from 'zod';
import { BadRequestError } from '../errors.ts';
import { parse, parseJson, rawBody, UnsupportedBodyError } from '../http/body.ts';
import type { AppContext } from '../http/state.ts';

const LIMIT_BYTES = 1_024;

const Typed = z.strictObject({ gstin: z.string() });

/**
 * The field `gstin` of a form or of JSON, as it was typed.
 * @throws {BodyTooLargeError | UnsupportedBodyError | BadRequestError}
 */
export async function typedNumber(ctx: AppContext): Promise<string> {
  const bytes = await rawBody(ctx, LIMIT_BYTES);
  if (ctx.is('application/json')) return parse(Typed, parseJson(bytes)).gstin;
  if (!ctx.is('application/x-www-form-urlencoded')) throw new UnsupportedBodyError('Send the number as a form field.');
  const [typed, ...others] = new URLSearchParams(bytes.toString('utf8')).getAll('gstin');
  if (typed === undefined || others.length > 0) {
    throw new BadRequestError('Send one number.', { gstin: typed === undefined ? 'missing' : 'repeated' });
  }
  return typed;
}
