import Router from 'koa-router';
import type { DoneMailLink } from '../../core/api/mail-link.ts';
import type { Clock } from '../clock.ts';
import { TooManyRequestsError } from '../errors.ts';
import { parse } from '../http/body.ts';
import { networkOf } from '../http/network.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { AppState } from '../http/state.ts';
import { linkPageRoutes, type LinkAct } from '../link-pages/link-page.routes.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import type { MailDesk } from '../mail/mail-desk.ts';
import { MAIL_SESSION_S } from '../mail/mail-links.ts';
import { MAIL_PATH, STOP_PATH } from '../mail/mail-urls.ts';
import { Confirmation, DoneAnswer, OpenedAnswer, Press } from './mail.schema.ts';
import { PAGE_TEXTS } from './page-texts.ts';

/** Programs of large mail services ask from few addresses for many people. */
const STOPS_PER_MINUTE = 600;
const LONGEST_TOKEN = 400;

/** What the pages and addresses in mails need. */
export interface PublicMailParts {
  readonly desk: MailDesk;
  readonly clock: Clock;
}

/**
 * Where links of mails lead: a page that says what its link would do, and does it when a person presses.
 *
 * @param script address of the page's script, asked for each page; null: it is not built
 */
export function publicMailRoutes({
  desk,
  clock,
  script,
}: PublicMailParts & { script: () => string | null }): Router<AppState> {
  const pressed = (act: (secret: string) => Promise<DoneMailLink>): LinkAct => ({
    async answer(secret, body) {
      parse(Press, body);
      return DoneAnswer.parse(await act(secret));
    },
  });
  return linkPageRoutes({
    ...{ name: MAIL_PATH.slice(1), clock, script, sessionS: MAIL_SESSION_S },
    look: { texts: PAGE_TEXTS },
    longestToken: 400, // signed: whose it is and for what stand in it
    open: (token) => desk.open(token),
    Opened: OpenedAnswer,
    acts: {
      confirm: {
        async answer(secret, body) {
          const { isCombined = false } = parse(Confirmation, body);
          return DoneAnswer.parse(await desk.confirm(secret, { isCombined }));
        },
      },
      acknowledge: pressed((secret) => desk.acknowledge(secret)),
      leave: pressed((secret) => desk.leave(secret)),
    },
  });
}

/**
 * RFC 8058. The address holds all that is needed, and the body, `List-Unsubscribe=One-Click`, adds nothing: it is not
 * read. Whoever opens the address instead is led to the page, which asks; nothing is changed by that.
 */
export function oneClickStopRoutes({ desk, clock }: PublicMailParts): Router<AppState> {
  const router = new Router<AppState>();
  const requests = new TokenBuckets(STOPS_PER_MINUTE);

  router.use(STOP_PATH, async (ctx, next) => {
    ctx.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    const waitS = requests.take(networkOf(ctx.ip), clock.now().getTime());
    if (waitS > 0) throw new TooManyRequestsError('That was a lot at once. Please wait a while.', waitS);
    await next();
  });

  router.get(STOP_PATH, (ctx) => {
    const token = tokenOf(ctx.query['token']);
    ctx.status = 303;
    ctx.set('Location', token === '' ? MAIL_PATH : `${MAIL_PATH}#${token}`);
    ctx.body = '';
  });

  router.post(STOP_PATH, async (ctx) => {
    const token = tokenOf(ctx.query['token']);
    if (token === '') throw new LinkGoneError();
    await desk.oneClick(token);
    ctx.status = 204;
  });

  return router;
}

/** Letters of a token and no more: it goes into an address again. */
function tokenOf(given: unknown): string {
  return typeof given === 'string' && given.length <= LONGEST_TOKEN && /^[A-Za-z0-9._-]+$/.test(given) ? given : '';
}
