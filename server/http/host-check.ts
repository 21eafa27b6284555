import { AppError, BadRequestError } from '../errors.ts';
import type { Middleware } from './state.ts';

/** The request was sent to us under a name that is not ours. */
class MisdirectedError extends AppError {
  constructor() {
    super({ type: 'misdirected', title: 'Prahari does not answer under this name.', status: 421 });
  }
}

/**
 * Answers under one name only. The name that a proxy forwards counts only when proxies are trusted; our own links never
 * come from a request, they come from the configuration.
 */
export function hostCheck({ appUrl, trustedProxies }: { appUrl: string; trustedProxies: number }): Middleware {
  const ours = new URL(appUrl).host;
  return async (ctx, next) => {
    const hosts = ctx.req.rawHeaders.filter((_, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === 'host');
    if (hosts.length > 1) throw new BadRequestError('The request names two hosts.');
    const forwarded = trustedProxies > 0 ? ctx.get('X-Forwarded-Host') : '';
    if ((forwarded || hosts[0]) !== ours) throw new MisdirectedError();
    await next();
  };
}
