import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoQuery, pathId } from '../shapes.ts';
import { DataAtRestAnswer, NewFileScan, SwitchSample } from './data-at-rest.schema.ts';
import type { DataAtRestService } from './data-at-rest.service.ts';

/** Numbers that should not stand in notes and files. A scanned file never comes here: its counts do. */
export function dataAtRestRoutes({ dataAtRestService }: { dataAtRestService: DataAtRestService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/data-at-rest', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = DataAtRestAnswer.parse(await dataAtRestService.read(ctx.state.merchant));
  });

  router.put('/data-at-rest/sample', async (ctx) => {
    const { isOn } = parse(SwitchSample, ctx.request.body);
    ctx.body = DataAtRestAnswer.parse(await dataAtRestService.switchSample(ctx.state.merchant, isOn));
  });

  router.post('/file-scans', async (ctx) => {
    const scan = parse(NewFileScan, ctx.request.body);
    ctx.status = 201;
    ctx.body = DataAtRestAnswer.parse(await dataAtRestService.addFileScan(ctx.state.merchant, scan));
  });

  router.delete('/file-scans/:id', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    ctx.body = DataAtRestAnswer.parse(await dataAtRestService.removeFileScan(ctx.state.merchant, id));
  });

  return router;
}
