import Router from 'koa-router';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { NoQuery } from '../shapes.ts';
import { BeaconAnswer, SwitchBeacon } from './beacon.schema.ts';
import type { BeaconService } from './beacon.service.ts';

/** The switch for reports of real browsers. The reports themselves come to /beacon, without a session. */
export function beaconRoutes({ beaconService }: { beaconService: BeaconService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/beacon', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = BeaconAnswer.parse(await beaconService.read(ctx.state.merchant));
  });

  router.put('/beacon', async (ctx) => {
    const { isOn } = parse(SwitchBeacon, ctx.request.body);
    ctx.body = BeaconAnswer.parse(await beaconService.change(ctx.state.merchant, isOn));
  });

  return router;
}
