import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import {
  AddReader,
  ChangeNotices,
  ChangeReader,
  DeliveriesAnswer,
  DeliveryAnswer,
  NoticesAnswer,
  ReaderAnswer,
} from './notices.schema.ts';
import type { NoticeService } from './notices.service.ts';

/** Who is told of what, and what was sent. Addresses come in whole and go out masked. */
export function noticeRoutes({ noticeService }: { noticeService: NoticeService }): Router<AppState> {
  const router = new Router<AppState>();
  const idOf = (id: unknown) => pathId(Id, id);

  router.get('/notices', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = NoticesAnswer.parse(await noticeService.settings(ctx.state.merchant));
  });

  router.patch('/notices', async (ctx) => {
    const { quietHours } = parse(ChangeNotices, ctx.request.body);
    ctx.body = NoticesAnswer.parse(await noticeService.setQuietHours(ctx.state.merchant, quietHours));
  });

  router.post('/notices/readers', async (ctx) => {
    const reader = parse(AddReader, ctx.request.body);
    ctx.body = ReaderAnswer.parse(await noticeService.addReader(ctx.state.merchant, reader));
    ctx.status = 201;
  });

  router.patch('/notices/readers/:id', async (ctx) => {
    const change = parse(ChangeReader, ctx.request.body);
    const id = idOf(ctx.params['id']);
    ctx.body = ReaderAnswer.parse(await noticeService.changeReader(ctx.state.merchant, id, change));
  });

  router.delete('/notices/readers/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await noticeService.removeReader(ctx.state.merchant, idOf(ctx.params['id']));
    ctx.status = 204;
  });

  router.post('/notices/readers/:id/invite', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = ReaderAnswer.parse(await noticeService.inviteReader(ctx.state.merchant, idOf(ctx.params['id'])));
  });

  router.get('/notices/deliveries', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = DeliveriesAnswer.parse({ deliveries: await noticeService.deliveries(ctx.state.merchant) });
  });

  router.post('/notices/deliveries/:id/again', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = DeliveryAnswer.parse(await noticeService.sendAgain(ctx.state.merchant, idOf(ctx.params['id'])));
  });

  return router;
}
