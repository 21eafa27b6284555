import Router from 'koa-router';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { AppError, BadRequestError, TooManyRequestsError } from '../errors.ts';
import { rawBody, UnsupportedBodyError } from '../http/body.ts';
import { networkOf } from '../http/network.ts';
import { pageLanguage } from '../http/page-language.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppContext, AppState } from '../http/state.ts';
import { STYLE_SOURCE } from './page-style.ts';
import { verifyPage, type PageParts } from './page.ts';

/** One address, one person or one office. */
const PER_MINUTE = 30;
/** A number, a language and their names; a long paste still gets its verdict. */
const LONGEST_FORM_BYTES = 8 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Nothing from anywhere but us, and never in a frame: the page has no merchant whose admin could show it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src ${STYLE_SOURCE}`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GET and POST /verify: judges one GSTIN for anybody, without sign-in, store or look-up. A number comes in a form's body
 * and never in an address, which browsers, proxies and logs keep. A foreign page may send the form as well: it changes
 * nothing and tells the sender nothing, so no token guards it.
 *
 * @param script address of the script that judges while one types, asked for each page
 */
export function publicVerifyRoutes({ clock, script }: { clock: Clock; script: () => string | null }): Router<AppState> {
  const buckets = new TokenBuckets(PER_MINUTE);
  const router = new Router<AppState>();

  const page = (ctx: AppContext, parts: Omit<PageParts, 'script'>) => {
    ctx.set({ 'Content-Security-Policy': POLICY, 'Content-Language': parts.language, Vary: 'Accept-Language' });
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = verifyPage({ ...parts, script: script() });
  };

  const refuse = (ctx: AppContext, language: Language, error: AppError) => {
    const seconds = error.headers['Retry-After'];
    const text = error instanceof TooManyRequestsError ? 'tooOften' : 'unreadable';
    ctx.status = error.status;
    ctx.set(error.headers);
    page(ctx, { language, typed: null, trouble: { text, ...(seconds !== undefined && { data: { seconds } }) } });
  };

  /** What we refuse on purpose is told on the page; anything else is the outer middleware's. */
  const guarded =
    (answer: (ctx: AppContext, language: Language) => Promise<void> | void) => async (ctx: AppContext) => {
      const language = pageLanguage(ctx, ctx.query['lang']);
      try {
        const waitS = buckets.take(networkOf(ctx.ip), clock.now().getTime());
        if (waitS > 0) throw new TooManyRequestsError('That was a lot at once.', waitS);
        await answer(ctx, language);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refuse(ctx, language, error);
      }
    };

  router.get(
    '/verify',
    guarded((ctx, language) => page(ctx, { language, typed: null, trouble: null })),
  );

  router.post(
    '/verify',
    guarded(async (ctx) => {
      const form = await formOf(ctx);
      const typed = form.get('gstin');
      if (typed === null) throw new BadRequestError('The form has no number.');
      page(ctx, { language: pageLanguage(ctx, form.get('lang')), typed, trouble: null });
    }),
  );

  return router;
}

/** @throws {BodyTooLargeError | UnsupportedBodyError | BadRequestError} */
async function formOf(ctx: AppContext): Promise<URLSearchParams> {
  if (!ctx.is(FORM)) throw new UnsupportedBodyError('Send the number as a form.');
  return new URLSearchParams((await rawBody(ctx, LONGEST_FORM_BYTES)).toString('utf8'));
}
