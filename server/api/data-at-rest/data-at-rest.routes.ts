import Router from 'koa-router';
import { z } from 'zod';
import type { DataAtRestState } from '../../../core/api/security.ts';
import { SECURITY_EVIDENCE_SCHEMAS } from '../../collect/security-evidence-schemas.ts';
import { parse } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoQuery, pathId } from '../shapes.ts';
import type { DataAtRestService } from './data-at-rest.service.ts';

const count = z.number().int().min(0).max(100_000_000);
const Switch = z.strictObject({ isOn: z.boolean() });
const NewFileScan = z.strictObject({
  rows: count,
  counts: z.strictObject({ card: count, aadhaar: count, pan: count }),
});

const Answer: z.ZodType<DataAtRestState> = z.strictObject({
  isSampleOn: z.boolean(),
  missingScopes: z.array(z.string()).readonly(),
  scans: SECURITY_EVIDENCE_SCHEMAS.fileScans,
  sample: SECURITY_EVIDENCE_SCHEMAS.dataSample.nullable(),
});

/** Numbers that should not stand in notes and files. A scanned file never comes here: its counts do. */
export function dataAtRestRoutes({ dataAtRestService }: { dataAtRestService: DataAtRestService }): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/data-at-rest', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = Answer.parse(await dataAtRestService.read(ctx.state.merchant));
  });

  router.put('/data-at-rest/sample', async (ctx) => {
    const { isOn } = parse(Switch, ctx.request.body);
    ctx.body = Answer.parse(await dataAtRestService.switchSample(ctx.state.merchant, isOn));
  });

  router.post('/file-scans', async (ctx) => {
    const scan = parse(NewFileScan, ctx.request.body);
    ctx.status = 201;
    ctx.body = Answer.parse(await dataAtRestService.addFileScan(ctx.state.merchant, scan));
  });

  router.delete('/file-scans/:id', async (ctx) => {
    const id = pathId(Id, ctx.params['id']);
    ctx.body = Answer.parse(await dataAtRestService.removeFileScan(ctx.state.merchant, id));
  });

  return router;
}
