import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import {
  DecisionBody,
  DiffQuery,
  ScriptBoardAnswer,
  ScriptDiffAnswer,
  ScriptLogAnswer,
  WithdrawBody,
} from './scripts.schema.ts';
import type { ScriptService } from './scripts.service.ts';

/** The scripts of the shop's pages, what people say of them, and what changed. */
export function scriptRoutes({ scriptService }: { scriptService: ScriptService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/scripts', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = ScriptBoardAnswer.parse(await scriptService.board(ctx.state.merchant));
  });

  router.post('/scripts/decisions', async (ctx) => {
    const decision = parse(DecisionBody, ctx.request.body);
    ctx.body = ScriptBoardAnswer.parse(await scriptService.decide(ctx.state.merchant, decision));
  });

  router.post('/scripts/decisions/withdraw', async (ctx) => {
    const { identities } = parse(WithdrawBody, ctx.request.body);
    ctx.body = ScriptBoardAnswer.parse(await scriptService.withdraw(ctx.state.merchant, identities));
  });

  router.get('/scripts/log', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = ScriptLogAnswer.parse(await scriptService.log(ctx.state.merchant));
  });

  router.get('/scripts/diff', async (ctx) => {
    const { from, to } = parse(DiffQuery, ctx.query);
    ctx.body = ScriptDiffAnswer.parse(await scriptService.diff(ctx.state.merchant, from, to));
  });

  return router;
}
