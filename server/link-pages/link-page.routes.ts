import Router from 'koa-router';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { parse, readJson } from '../http/body.ts';
import { Misses } from '../http/misses.ts';
import { networkOf } from '../http/network.ts';
import { pageLanguage } from '../http/page-language.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppState, Middleware } from '../http/state.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import { linkPageHtml, linkPagePolicy, type LinkPageLook } from './link-page.ts';

const PER_MINUTE = 60;
const MISSES = { allowed: 10, waitMs: 15 * 60_000 };
const LONGEST_BYTES = 4 * 1024;

/** Longer than any secret that is only drawn. */
const LONGEST_TOKEN = 200;

/** One thing that a person may do on the page, by a press. */
export interface LinkAct {
  /** Of the body; 4 KB when left out. */
  readonly longestBytes?: number;
  /**
   * @param secret of the cookie; "" when there is none
   * @param body as it came, undefined when nothing was sent: `parse` it, so that no form without a body does anything
   * @throws {LinkGoneError} the secret grants nothing, which counts as a wrong guess
   */
  readonly answer: (secret: string, body: unknown) => Promise<unknown>;
}

/** One page behind links: what it looks like, what its link is exchanged for, and what may be done there. */
export interface LinkPage<Opened> {
  /** Words with hyphens: "self-check" is at /self-check, in <main id="self-check">, with the cookie prahari_self_check. */
  readonly name: string;
  readonly look: LinkPageLook;
  /** Address of the page's script, asked for each page; null: it is not built. */
  readonly script: () => string | null;
  /** Characters of a link's secret, for those that carry more than chance; 200 when left out. */
  readonly longestToken?: number;
  readonly clock: Clock;
  /** Life of the cookie. */
  readonly sessionS: number;
  /**
   * Changes a link's secret for a cookie's, and ends nothing.
   * @throws {LinkGoneError}
   */
  readonly open: (token: string) => Promise<{ readonly secret: string; readonly opened: Opened }>;
  /** All that a link's holder is told. */
  readonly Opened: z.ZodType<Opened>;
  /** By the last word of their paths: POST /self-check/password. */
  readonly acts: Readonly<Record<string, LinkAct>>;
}

/**
 * A page for people who have no log-in of Shopify. The link's secret stands behind the "#" of its address, which no
 * browser sends: it reaches us once, in the body of the POST that a person's press makes, and is changed for a cookie of
 * this path. GET and HEAD know nothing of any link.
 */
export function linkPageRoutes<Opened>(page: LinkPage<Opened>): Router<AppState> {
  const { name, look, script, longestToken = LONGEST_TOKEN, sessionS, open, Opened, acts } = page;
  // Of any form: a wrong one is a link that does not work, like every other.
  const Opening = z.strictObject({ token: z.string().max(longestToken) });
  const path = `/${name}`;
  const cookie = `prahari_${name.replaceAll('-', '_')}`;
  const router = new Router<AppState>();
  router.use(guarded(page));

  router.get(path, (ctx) => {
    const language = pageLanguage(ctx, ctx.query['lang']);
    ctx.set({ 'Content-Language': language, Vary: 'Accept-Language' });
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = linkPageHtml({ name, look, language, script: script() });
  });

  router.post(`${path}/open`, async (ctx) => {
    const { token } = parse(Opening, await readJson(ctx, LONGEST_BYTES));
    const { secret, opened } = await open(token);
    // Set by hand: behind a proxy, and on a developer's machine, koa would refuse a Secure cookie.
    ctx.set('Set-Cookie', `${cookie}=${secret}; Path=${path}; Max-Age=${sessionS}; HttpOnly; Secure; SameSite=Strict`);
    ctx.body = Opened.parse(opened);
  });

  for (const [act, { longestBytes = LONGEST_BYTES, answer }] of Object.entries(acts)) {
    router.post(`${path}/${act}`, async (ctx) => {
      const body = await readJson(ctx, longestBytes);
      ctx.body = await answer(ctx.cookies.get(cookie) ?? '', body);
    });
  }

  return router;
}

/** The headers of every answer, refusals too, and an end to guessing. */
function guarded({ look, clock }: Pick<LinkPage<unknown>, 'look' | 'clock'>): Middleware {
  const requests = new TokenBuckets(PER_MINUTE);
  const misses = new Misses(MISSES);
  const policy = linkPagePolicy(look);
  return async (ctx, next) => {
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
  };
}
