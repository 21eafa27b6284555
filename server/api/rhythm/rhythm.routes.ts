import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import { RhythmAnswer } from './rhythm.schema.ts';
import type { RhythmService } from './rhythm.service.ts';

/** What runs by itself: what ran, what goes on, what is due, what failed. */
export function rhythmRoutes({ rhythmService }: { rhythmService: RhythmService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/rhythm', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = RhythmAnswer.parse(await rhythmService.board(ctx.state.merchant));
  });

  router.post('/rhythm/failed/:id/retry', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = RhythmAnswer.parse(await rhythmService.retry(ctx.state.merchant, pathId(Id, ctx.params['id'])));
    ctx.status = 202;
  });

  return router;
}
