import type { Problem } from '../../core/api/settings.ts';
import { AppError, NotFoundError } from '../errors.ts';
import type { Log } from '../log.ts';
import { storeAway } from '../store/store-away.ts';
import type { AppContext, Middleware } from './state.ts';

/**
 * Turns what went wrong into application/problem+json (RFC 9457). Ours say what to do next; anything else is a bare 500
 * whose cause is logged and never sent.
 */
export function problems({ log }: { log: Log }): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.body == null && ctx.status >= 400) refuseEmpty(ctx.status);
    } catch (error) {
      const known = error instanceof AppError ? error : (storeAway(error) ?? asAppError(error));
      if (!known || known.status >= 500) log.error({ err: error, requestId: ctx.state.requestId }, 'request failed');
      answer(ctx, known);
    }
  };
}

/** A route that nobody has, or a method that it does not take. */
function refuseEmpty(status: number): void {
  if (status === 404) throw new NotFoundError();
  throw new AppError({ type: 'refused', title: 'This address does not take that request.', status });
}

/** Koa's and the router's own refusals (a malformed address) are the caller's doing; their texts stay with us. */
function asAppError(error: unknown): AppError | undefined {
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  if (expose !== true || typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return new AppError({ type: 'bad-request', title: 'We could not read this request.', status });
}

function answer(ctx: AppContext, error: AppError | undefined): void {
  const { requestId } = ctx.state;
  const problem: Problem = error
    ? {
        type: error.type,
        title: error.title,
        status: error.status,
        ...(error.detail !== undefined && { detail: error.detail }),
        ...(error.fields && { fields: error.fields }),
        requestId,
      }
    : { type: 'internal', title: 'Something went wrong on our side.', status: 500, requestId };
  ctx.status = problem.status;
  ctx.set(error?.headers ?? {});
  ctx.body = JSON.stringify(problem);
  ctx.type = 'application/problem+json';
}
