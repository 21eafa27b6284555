import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, pathId } from '../shapes.ts';
import { VendorIdText } from '../vendors/vendors.schema.ts';
import {
  LetterAnswer,
  LetterQuery,
  LinkAnswer,
  QuestionnaireStateAnswer,
  VersionText,
} from './questionnaires.schema.ts';
import type { QuestionnaireService } from './questionnaires.service.ts';

/** Asks a vendor. The link is in the answer and nowhere else. */
export function questionnaireRoutes({
  questionnaireService,
}: {
  questionnaireService: QuestionnaireService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.post('/vendors/:id/questionnaire', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const id = pathId(VendorIdText, ctx.params['id']);
    ctx.body = LinkAnswer.parse(await questionnaireService.send(ctx.state.merchant, id));
    ctx.status = 201;
  });

  router.delete('/vendors/:id/questionnaire', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await questionnaireService.withdraw(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  router.post('/vendors/:id/questionnaire/:version/review', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const id = pathId(Id, ctx.params['id']);
    const version = pathId(VersionText, ctx.params['version']);
    ctx.body = QuestionnaireStateAnswer.parse(await questionnaireService.review(ctx.state.merchant, id, version));
  });

  router.get('/vendors/:id/letter', async (ctx) => {
    const { language } = parse(LetterQuery, ctx.query);
    const id = pathId(VendorIdText, ctx.params['id']);
    ctx.body = LetterAnswer.parse(await questionnaireService.letter(ctx.state.merchant, id, language));
  });

  return router;
}
