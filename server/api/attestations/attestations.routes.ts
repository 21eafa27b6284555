import Router from 'koa-router';
import { attachment, ownFileName, PAPER_POLICY } from '../../files/file-name.ts';
import { MOST_FILE_BYTES } from '../../files/evidence-files.ts';
import { MEDIA_TYPES } from '../../files/file-type.ts';
import { parse, rawBody } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoBody, NoQuery, pathId } from '../shapes.ts';
import { QuestionIdText, QuestionRowAnswer, StatedAnswer } from './attestations.schema.ts';
import type { AttestationService } from './attestations.service.ts';

/** What people of the shop state, and the papers behind it. */
export function attestationRoutes({
  attestationService,
}: {
  attestationService: AttestationService;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/attestations', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = (await attestationService.list(ctx.state.merchant)).map((row) => QuestionRowAnswer.parse(row));
  });

  router.put('/attestations/:questionId', async (ctx) => {
    const { answer } = parse(StatedAnswer, ctx.request.body);
    const questionId = pathId(QuestionIdText, ctx.params['questionId']);
    ctx.body = QuestionRowAnswer.parse(await attestationService.state(ctx.state.merchant, questionId, answer));
  });

  router.delete('/attestations/:questionId', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await attestationService.withdraw(ctx.state.merchant, pathId(QuestionIdText, ctx.params['questionId']));
    ctx.status = 204;
  });

  router.put('/attestations/:questionId/file', async (ctx) => {
    const questionId = pathId(QuestionIdText, ctx.params['questionId']);
    const read = () => rawBody(ctx, MOST_FILE_BYTES);
    const file = { name: ctx.get('X-File-Name'), read };
    ctx.body = QuestionRowAnswer.parse(await attestationService.addFile(ctx.state.merchant, questionId, file));
  });

  router.get('/attestations/:questionId/file', async (ctx) => {
    parse(NoQuery, ctx.query);
    const questionId = pathId(QuestionIdText, ctx.params['questionId']);
    const { type, name, bytes } = await attestationService.openFile(ctx.state.merchant, questionId);
    ctx.set({
      'Content-Disposition': attachment(ownFileName(questionId, type), name),
      'Content-Security-Policy': PAPER_POLICY,
    });
    ctx.type = MEDIA_TYPES[type];
    ctx.body = bytes;
  });

  return router;
}
