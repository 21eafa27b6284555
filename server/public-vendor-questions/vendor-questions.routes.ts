import Router from 'koa-router';
import type { Language } from '../../core/text.ts';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { parse, readJson } from '../http/body.ts';
import { Misses } from '../http/misses.ts';
import { networkOf } from '../http/network.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppContext, AppState } from '../http/state.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import type { QuestionnaireDesk } from '../vendor-links/questionnaire-desk.ts';
import { SESSION_HOURS } from '../vendor-links/vendor-link-store.ts';
import { vendorQuestionsPage } from './page.ts';
import { STYLE_SOURCE } from './page-style.ts';
import { Answers, KeptAnswer, OpenedAnswer, Opening, requireOurQuestions } from './vendor-questions.schema.ts';

const PER_MINUTE = 60;
const MISSES = { allowed: 10, waitMs: 15 * 60_000 };
const LONGEST_OPENING_BYTES = 4 * 1024;
/** Twenty answers of 4,000 letters, three bytes each in Hindi, with names, marks and line ends. */
export const LONGEST_ANSWERS_BYTES = 320 * 1024;
const COOKIE = 'prahari_vendor_questions';
const PATH = '/vendor-questions';

/** Sent with each of these answers: no frame, no foreign request, nothing sent but to us. */
export const VENDOR_QUESTIONS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src ${STYLE_SOURCE}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page on which a vendor of a shop answers questions. The link's secret stands behind the "#" of its address, which no
 * browser sends: it reaches us once, in the body of the POST that a person's press makes, and is changed for a cookie of
 * this path. GET and HEAD know nothing of any link.
 *
 * @param script address of the page's script, asked for each page; null: it is not built
 */
export function publicVendorQuestionsRoutes({
  desk,
  clock,
  script,
}: {
  desk: QuestionnaireDesk;
  clock: Clock;
  script: () => string | null;
}): Router<AppState> {
  const requests = new TokenBuckets(PER_MINUTE);
  const misses = new Misses(MISSES);
  const router = new Router<AppState>();

  router.use(async (ctx, next) => {
    ctx.set({
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': VENDOR_QUESTIONS_POLICY,
      'Cache-Control': 'no-store',
    });
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
    ctx.body = vendorQuestionsPage({ language, script: script() });
  });

  router.post(`${PATH}/open`, async (ctx) => {
    const { token } = parse(Opening, await readJson(ctx, LONGEST_OPENING_BYTES));
    const { secret, opened } = await desk.open(token);
    // Set by hand: behind a proxy, and on a developer's machine, koa would refuse a Secure cookie.
    const life = `Max-Age=${SESSION_HOURS * 60 * 60}`;
    ctx.set('Set-Cookie', `${COOKIE}=${secret}; Path=${PATH}; ${life}; HttpOnly; Secure; SameSite=Strict`);
    ctx.body = OpenedAnswer.parse(opened);
  });

  router.post(`${PATH}/answers`, async (ctx) => {
    const body = await readJson(ctx, LONGEST_ANSWERS_BYTES);
    requireOurQuestions(body);
    const sent = parse(Answers, body);
    ctx.body = KeptAnswer.parse(await desk.answer(ctx.cookies.get(COOKIE) ?? '', sent));
  });

  return router;
}

/** The language that was chosen, else the browser's first that we speak, else English. */
function languageOf(ctx: AppContext): Language {
  const chosen = ctx.query['lang'];
  if (chosen === 'hi' || chosen === 'en') return chosen;
  return ctx.acceptsLanguages(['en', 'hi']) === 'hi' ? 'hi' : 'en';
}
