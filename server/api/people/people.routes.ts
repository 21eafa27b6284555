import Router from 'koa-router';
import type { Clock } from '../../clock.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import {
  AccountAnswer,
  AddAccountBody,
  AddPersonBody,
  ChangeAccountBody,
  ChangePersonBody,
  ConfirmAnswer,
  ConfirmBody,
  ImportAnswer,
  ImportBody,
  MergeBody,
  PersonAnswer,
  PreviewAnswer,
  RegisterAnswer,
  ServicesAnswer,
  UseServiceBody,
} from './people.schema.ts';
import type { PeopleService } from './people.service.ts';

/** People with access and their accounts. Names and addresses leave here and nowhere else. */
export function peopleRoutes({
  peopleService,
  clock,
}: {
  peopleService: PeopleService;
  clock: Clock;
}): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/people', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = RegisterAnswer.parse(await peopleService.read(ctx.state.merchant));
  });

  router.get('/people.csv', async (ctx) => {
    parse(NoQuery, ctx.query);
    const csv = await peopleService.csv(ctx.state.merchant);
    ctx.attachment(`prahari-people-${clock.now().toISOString().slice(0, 10)}.csv`);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = csv;
  });

  router.post('/people/import/preview', (ctx) => {
    const list = parse(ImportBody, ctx.request.body);
    ctx.body = PreviewAnswer.parse(peopleService.preview(ctx.state.merchant, list));
  });

  router.post('/people/import', async (ctx) => {
    const list = parse(ImportBody, ctx.request.body);
    ctx.body = ImportAnswer.parse(await peopleService.take(ctx.state.merchant, list));
    ctx.status = 201;
  });

  router.post('/people/import/:id/undo', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await peopleService.undo(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  router.post('/people', async (ctx) => {
    const wish = parse(AddPersonBody, ctx.request.body);
    ctx.body = PersonAnswer.parse(await peopleService.addPerson(ctx.state.merchant, wish));
    ctx.status = 201;
  });

  router.post('/people/merge', async (ctx) => {
    const { from, into } = parse(MergeBody, ctx.request.body);
    ctx.body = PersonAnswer.parse(await peopleService.merge(ctx.state.merchant, from, into));
  });

  router.patch('/people/:id', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    const change = parse(ChangePersonBody, ctx.request.body);
    ctx.body = PersonAnswer.parse(await peopleService.changePerson(ctx.state.merchant, id, change));
  });

  router.delete('/people/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await peopleService.removePerson(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  router.post('/accounts', async (ctx) => {
    const wish = parse(AddAccountBody, ctx.request.body);
    ctx.body = AccountAnswer.parse(await peopleService.addAccount(ctx.state.merchant, wish));
    ctx.status = 201;
  });

  router.post('/accounts/confirm', async (ctx) => {
    const { ids } = parse(ConfirmBody, ctx.request.body);
    ctx.body = ConfirmAnswer.parse({ confirmed: await peopleService.confirm(ctx.state.merchant, ids) });
  });

  router.patch('/accounts/:id', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    const change = parse(ChangeAccountBody, ctx.request.body);
    ctx.body = AccountAnswer.parse(await peopleService.changeAccount(ctx.state.merchant, id, change));
  });

  router.delete('/accounts/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await peopleService.removeAccount(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  router.patch('/services', async (ctx) => {
    const wish = parse(UseServiceBody, ctx.request.body);
    ctx.body = ServicesAnswer.parse({ services: await peopleService.useService(ctx.state.merchant, wish) });
  });

  return router;
}
