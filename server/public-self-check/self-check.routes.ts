import type Router from 'koa-router';
import type { Clock } from '../clock.ts';
import { parse } from '../http/body.ts';
import type { AppState } from '../http/state.ts';
import { linkPageRoutes } from '../link-pages/link-page.routes.ts';
import type { SelfCheckDesk } from '../links/self-check-desk.ts';
import { SESSION_MINUTES } from '../links/staff-links.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { KeptAnswer, OpenedAnswer, Report, Verdict } from './self-check.schema.ts';

/**
 * Where people of a shop check a password or a device. A password never leaves their browser: to the outside it speaks to
 * the range service alone.
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
  return linkPageRoutes({
    ...{ name: 'self-check', clock, script, sessionS: SESSION_MINUTES * 60 },
    look: {
      ...{ texts: PAGE_TEXTS, origins: [new URL(rangeUrl).origin], hasWorker: true },
      data: { range: rangeUrl },
    },
    open: (token) => desk.open(token),
    Opened: OpenedAnswer,
    acts: {
      password: {
        answer: async (secret, body) => KeptAnswer.parse(await desk.finishPassword(secret, parse(Verdict, body))),
      },
      device: {
        answer: async (secret, body) => KeptAnswer.parse(await desk.finishDevice(secret, parse(Report, body))),
      },
    },
  });
}
