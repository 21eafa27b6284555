import Router from 'koa-router';
import type { Clock } from '../../clock.ts';
import { MOST_FILE_BYTES } from '../../files/evidence-files.ts';
import { attachment, ownFileName, PAPER_POLICY } from '../../files/file-name.ts';
import { MEDIA_TYPES } from '../../files/file-type.ts';
import { parse, rawBody } from '../../http/body.ts';
import type { AppState } from '../../http/state.ts';
import { Id, NoBody, NoQuery, pathId } from '../shapes.ts';
import {
  AcceptRiskBody,
  ApproveBody,
  BreachBody,
  ImportPreviewAnswer,
  ListBody,
  MergeVendorsBody,
  PaperAnswer,
  PaperBody,
  RemovedAnswer,
  VendorBody,
  VendorChangeBody,
  VendorDetailsAnswer,
  VendorIdText,
  VendorImportAnswer,
  VendorRegisterAnswer,
} from './vendors.schema.ts';
import type { VendorService } from './vendors.service.ts';

/** Who else is inside the shop. What people wrote of vendors leaves here and nowhere else. */
export function vendorRoutes({
  vendorService,
  clock,
}: {
  vendorService: VendorService;
  clock: Clock;
}): Router<AppState> {
  const router = new Router<AppState>();
  const vendorId = (params: Readonly<Record<string, string>>) => pathId(VendorIdText, params['id']);
  const entryId = (params: Readonly<Record<string, string>>) => pathId(Id, params['id']);

  router.get('/vendors', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = VendorRegisterAnswer.parse(await vendorService.read(ctx.state.merchant));
  });

  router.get('/vendors.csv', async (ctx) => {
    parse(NoQuery, ctx.query);
    const csv = await vendorService.csv(ctx.state.merchant);
    ctx.attachment(`prahari-vendors-${clock.now().toISOString().slice(0, 10)}.csv`);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = csv;
  });

  router.get('/vendors/:id', async (ctx) => {
    parse(NoQuery, ctx.query);
    ctx.body = VendorDetailsAnswer.parse(await vendorService.find(ctx.state.merchant, vendorId(ctx.params)));
  });

  router.post('/vendors', async (ctx) => {
    const fields = parse(VendorBody, ctx.request.body);
    ctx.body = VendorDetailsAnswer.parse(await vendorService.add(ctx.state.merchant, fields));
    ctx.status = 201;
  });

  router.post('/vendors/merge', async (ctx) => {
    const both = parse(MergeVendorsBody, ctx.request.body);
    ctx.body = VendorDetailsAnswer.parse(await vendorService.merge(ctx.state.merchant, both));
  });

  router.post('/vendors/import/preview', async (ctx) => {
    const { text } = parse(ListBody, ctx.request.body);
    ctx.body = ImportPreviewAnswer.parse(await vendorService.preview(ctx.state.merchant, text));
  });

  router.post('/vendors/import', async (ctx) => {
    const { text } = parse(ListBody, ctx.request.body);
    ctx.body = VendorImportAnswer.parse(await vendorService.take(ctx.state.merchant, text));
    ctx.status = 201;
  });

  router.post('/vendors/import/:id/undo', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await vendorService.undo(ctx.state.merchant, entryId(ctx.params));
    ctx.status = 204;
  });

  router.patch('/vendors/:id', async (ctx) => {
    const wish = parse(VendorChangeBody, ctx.request.body);
    const answer = await vendorService.change(ctx.state.merchant, vendorId(ctx.params), wish);
    ctx.body = VendorDetailsAnswer.parse(answer);
  });

  router.delete('/vendors/:id', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = RemovedAnswer.parse(await vendorService.remove(ctx.state.merchant, entryId(ctx.params)));
  });

  router.post('/vendors/:id/restore', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = VendorDetailsAnswer.parse(await vendorService.restore(ctx.state.merchant, entryId(ctx.params)));
  });

  router.post('/vendors/:id/approve', async (ctx) => {
    const { reason } = parse(ApproveBody, ctx.request.body);
    const answer = await vendorService.approve(ctx.state.merchant, vendorId(ctx.params), reason);
    ctx.body = VendorDetailsAnswer.parse(answer);
  });

  router.post('/vendors/:id/review', async (ctx) => {
    parse(NoBody, ctx.request.body);
    ctx.body = VendorDetailsAnswer.parse(await vendorService.review(ctx.state.merchant, vendorId(ctx.params)));
  });

  router.put('/vendors/:id/accepted-risk', async (ctx) => {
    const risk = parse(AcceptRiskBody, ctx.request.body);
    const answer = await vendorService.acceptRisk(ctx.state.merchant, vendorId(ctx.params), risk);
    ctx.body = VendorDetailsAnswer.parse(answer);
  });

  router.delete('/vendors/:id/accepted-risk', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const answer = await vendorService.endAcceptedRisk(ctx.state.merchant, vendorId(ctx.params));
    ctx.body = VendorDetailsAnswer.parse(answer);
  });

  router.post('/vendors/:id/breaches', async (ctx) => {
    const breach = parse(BreachBody, ctx.request.body);
    const answer = await vendorService.noteBreach(ctx.state.merchant, vendorId(ctx.params), breach);
    ctx.body = VendorDetailsAnswer.parse(answer);
    ctx.status = 201;
  });

  router.post('/vendors/:id/breaches/:breachId/close', async (ctx) => {
    parse(NoBody, ctx.request.body);
    const breachId = pathId(Id, ctx.params['breachId']);
    const answer = await vendorService.closeBreach(ctx.state.merchant, vendorId(ctx.params), breachId);
    ctx.body = VendorDetailsAnswer.parse(answer);
  });

  router.post('/vendors/:id/papers', async (ctx) => {
    const paper = parse(PaperBody, ctx.request.body);
    ctx.body = PaperAnswer.parse(await vendorService.addPaper(ctx.state.merchant, vendorId(ctx.params), paper));
    ctx.status = 201;
  });

  router.put('/vendors/:id/papers/:paperId/file', async (ctx) => {
    const of = { id: entryId(ctx.params), paperId: pathId(Id, ctx.params['paperId']) };
    const file = { name: ctx.get('X-File-Name'), read: () => rawBody(ctx, MOST_FILE_BYTES) };
    ctx.body = PaperAnswer.parse(await vendorService.addFile(ctx.state.merchant, of, file));
  });

  router.get('/vendors/:id/papers/:paperId/file', async (ctx) => {
    parse(NoQuery, ctx.query);
    const of = { id: entryId(ctx.params), paperId: pathId(Id, ctx.params['paperId']) };
    const { type, name, bytes, kind } = await vendorService.openFile(ctx.state.merchant, of);
    ctx.set({
      'Content-Disposition': attachment(ownFileName(kind, type), name),
      'Content-Security-Policy': PAPER_POLICY,
    });
    ctx.type = MEDIA_TYPES[type];
    ctx.body = bytes;
  });

  router.delete('/vendors/:id/papers/:paperId', async (ctx) => {
    parse(NoBody, ctx.request.body);
    await vendorService.removePaper(ctx.state.merchant, {
      id: entryId(ctx.params),
      paperId: pathId(Id, ctx.params['paperId']),
    });
    ctx.status = 204;
  });

  return router;
}
