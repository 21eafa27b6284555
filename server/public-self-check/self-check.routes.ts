import Router from 'koa-router';
import type { z } from 'zod';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { parse, readJson } from '../http/body.ts';
import { Misses } from '../http/misses.ts';
import { networkOf } from '../http/network.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppContext, AppState } from '../http/state.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import type { SelfCheckDesk } from '../links/self-check-desk.ts';
import { SESSION_MINUTES } from '../links/staff-links.ts';
import { selfCheckPage } from './page.ts';
import { STYLE_SOURCE } from './page-style.ts';
import { KeptAnswer, OpenedAnswer, Opening, Report, Verdict } from './self-check.schema.ts';

const PER_MINUTE = 60;
const MISSES = { allowed: 10, waitMs: 15 * 60_000 };
const LONGEST_BYTES = 4 * 1024;
const COOKIE = 'prahari_self_check';
const PATH = '/self-check';

/** Sent with each of these answers: no frame, no foreign script, and to the outside one host alone. */
export function selfCheckPolicy(rangeUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src ${STYLE_SOURCE}`,
    `connect-src 'self' ${new URL(rangeUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Pages for people of a shop who have no log-in of Shopify. The link's secret stands behind the "#" of its address, which
 * no browser sends: it reaches us once, in the body of the POST that a person's press makes, and is changed for a cookie
 * of this path. GET and HEAD know nothing of any link.
 *
 * @param rangeUrl origin and path in front of the five characters
 * @param script address of the page's script, asked for each page; null: it is not built
 */
export function publicSelfCheckRoutes({
  desk,
  clock,
  rangeUrl,
  script,
}: {
  desk: SelfCheckDesk;
  clock: Clock;
  rangeUrl: string;
  script: () => string | null;
}): Router<AppState> {
  const requests = new TokenBuckets(PER_MINUTE);
  const misses = new Misses(MISSES);
  const policy = selfCheckPolicy(rangeUrl);
  const router = new Router<AppState>();

  router.use(async (ctx, next) => {
    ctx.set({ 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    const now = clock.now().getTime();
    const network = networkOf(ctx.ip);
    const waitS = requests.take(network, now) || misses.waitS(network, now);
    if (waitS > 0) throw new TooManyRequestsError('That was a lot at once. Please wait a while.', waitS);
    try {
      await next();
    } catch (error) {
      if (error instanceof LinkGoneError) misses.add(network, now);
      throw error;
    }
  });

  router.get(PATH, (ctx) => {
    const language = languageOf(ctx);
    ctx.set({ 'Content-Language': language, Vary: 'Accept-Language' });
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = selfCheckPage({ language, rangeUrl, script: script() });
  });

  router.post(`${PATH}/open`, async (ctx) => {
    const { token } = await bodyOf(ctx, Opening);
    const { secret, opened } = await desk.open(token);
    // Set by hand: behind a proxy, and on a developer's machine, koa would refuse a Secure cookie.
    const life = `Max-Age=${SESSION_MINUTES * 60}`;
    ctx.set('Set-Cookie', `${COOKIE}=${secret}; Path=${PATH}; ${life}; HttpOnly; Secure; SameSite=Strict`);
    ctx.body = OpenedAnswer.parse(opened);
  });

  router.post(`${PATH}/password`, async (ctx) => {
    const verdict = await bodyOf(ctx, Verdict);
    ctx.body = KeptAnswer.parse(await desk.finishPassword(cookieOf(ctx), verdict));
  });

  router.post(`${PATH}/device`, async (ctx) => {
    const report = await bodyOf(ctx, Report);
    ctx.body = KeptAnswer.parse(await desk.finishDevice(cookieOf(ctx), report));
  });

  return router;
}

async function bodyOf<S extends z.ZodType>(ctx: AppContext, schema: S): Promise<z.infer<S>> {
  return parse(schema, await readJson(ctx, LONGEST_BYTES));
}

const cookieOf = (ctx: AppContext): string => ctx.cookies.get(COOKIE) ?? '';

/** The language that was chosen, else the browser's first that we speak, else English. */
function languageOf(ctx: AppContext): Language {
  const chosen = ctx.query['lang'];
  if (chosen === 'hi' || chosen === 'en') return chosen;
  return ctx.acceptsLanguages(['en', 'hi']) === 'hi' ? 'hi' : 'en';
}
