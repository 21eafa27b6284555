import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import { AddHost, HostAnswer, HostsAnswer, RemoveSignature, SetSignature } from './hosts.schema.ts';
import type { HostsService } from './hosts.service.ts';

/** Hosts of the merchant's own, and the crawler signatures. A signature's values come in and never go out. */
export function hostRoutes({ hostsService }: { hostsService: HostsService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/hosts', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = HostsAnswer.parse(await hostsService.read(ctx.state.merchant));
  });

  router.post('/hosts', async (ctx) => {
    const { host } = parse(AddHost, ctx.request.body);
    ctx.body = HostAnswer.parse(await hostsService.add(ctx.state.merchant, host));
    ctx.status = 201;
  });

  router.put('/hosts/signatures', async (ctx) => {
    const signature = parse(SetSignature, ctx.request.body);
    ctx.body = HostsAnswer.parse(await hostsService.setSignature(ctx.state.merchant, signature));
  });

  router.delete('/hosts/signatures', async (ctx) => {
    const { host } = parse(RemoveSignature, ctx.request.body);
    await hostsService.removeSignature(ctx.state.merchant, host);
    ctx.status = 204;
  });

  router.delete('/hosts/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await hostsService.remove(ctx.state.merchant, pathId(Id, ctx.params['id']));
    ctx.status = 204;
  });

  return router;
}
