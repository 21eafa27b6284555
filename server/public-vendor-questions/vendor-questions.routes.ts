import type Router from 'koa-router';
import type { Clock } from '../clock.ts';
import { parse } from '../http/body.ts';
import type { AppState } from '../http/state.ts';
import { linkPageRoutes } from '../link-pages/link-page.routes.ts';
import type { QuestionnaireDesk } from '../vendor-links/questionnaire-desk.ts';
import { SESSION_HOURS } from '../vendor-links/vendor-link-store.ts';
import { FORM_STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { Answers, KeptAnswer, OpenedAnswer, requireOurQuestions } from './vendor-questions.schema.ts';

/** Twenty answers of 4,000 letters, three bytes each in Hindi, with names, marks and line ends. */
export const LONGEST_ANSWERS_BYTES = 320 * 1024;

/**
 * Where a vendor of a shop answers questions. It speaks to us alone.
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
  return linkPageRoutes({
    ...{ name: 'vendor-questions', clock, script, sessionS: SESSION_HOURS * 60 * 60 },
    look: { texts: PAGE_TEXTS, style: FORM_STYLE },
    open: (token) => desk.open(token),
    Opened: OpenedAnswer,
    acts: {
      answers: {
        longestBytes: LONGEST_ANSWERS_BYTES,
        answer: async (secret, body) => {
          requireOurQuestions(body);
          return KeptAnswer.parse(await desk.answer(secret, parse(Answers, body)));
        },
      },
    },
  });
}
