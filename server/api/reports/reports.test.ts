import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import type { MadeReport, ReportList } from '../../../core/api/reports.ts';
import { reportJson } from '../../../core/report/weekly.ts';
import { AS_OF, aDomain, aSnapshot } from '../../../test/factories.ts';
import { TUESDAY } from '../../../test/report-inputs.ts';
import { reportLab, type ReportLab } from '../../../test/report-lab.ts';
import { jsonBody } from '../../http/body.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { reportRoutes } from './reports.routes.ts';
import { reportService } from './reports.service.ts';

const SHOP = 'marigold.myshopify.com';
const SECOND = '2026-11-23';

let lab: ReportLab;
let server: Server;
let merchant: Merchant;

beforeAll(async () => {
  lab = await reportLab('2026-11-01T00:00:00.000Z');
  await lab.install(SHOP);
  await lab.check(SHOP, { takenAt: AS_OF, evidence: aSnapshot().evidence });
  const broken = aSnapshot({ domains: [aDomain({ isTlsReady: false })] });
  await lab.check(SHOP, { takenAt: TUESDAY, evidence: broken.evidence });
  lab.at('2026-11-30T04:00:00.000Z');
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  const service = reportService({
    reports: lab.reports,
    drawPdf: async (report, language) => Buffer.from(`%PDF ${report.week.monday} ${language}`),
    clock: { now: () => new Date('2026-11-30T04:00:00.000Z') },
  });
  app.use(reportRoutes({ reportService: service, members: { languageOf: async () => 'hi' } }).routes());
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await lab.close();
});
beforeEach(() => {
  merchant = { shop: SHOP, userId: '1', role: 'viewer' };
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

describe('weeks over the API', () => {
  it('lists them, newest first, with what changed', async () => {
    const { weeks } = (await (await ask('GET', '/reports')).json()) as ReportList;
    expect(weeks.map(({ monday }) => monday)).toEqual([SECOND, '2026-11-16']);
    expect(weeks[0]?.change).toBeLessThan(0);
  });

  it('answers a week, and the same file each time', async () => {
    const { report } = (await (await ask('GET', `/reports/${SECOND}`)).json()) as MadeReport;
    const file = await (await ask('GET', `/reports/${SECOND}/file?format=json`)).text();
    expect(file).toBe(reportJson(report));
    expect(await (await ask('GET', `/reports/${SECOND}/file?format=json`)).text()).toBe(file);
  });

  it.each([
    ['pdf', 'application/pdf', /^%PDF 2026-11-23 hi/],
    ['csv', 'text/csv; charset=utf-8', /section,key,text/],
  ])('hands it out as %s, to be saved, in the person’s language', async (format, type, content) => {
    const answer = await ask('GET', `/reports/${SECOND}/file?format=${format}`);
    expect(answer.headers.get('Content-Type')).toBe(type);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="prahari-week-${SECOND}.${format}"`);
    expect(await answer.text()).toMatch(content);
  });

  it.each(['2026-11-24', '2026-11-09', '2027-01-04', '2026-02-30', 'newest', '..'])(
    'has no week %s',
    async (monday) => {
      expect((await ask('GET', `/reports/${encodeURIComponent(monday)}`)).status).toBe(404);
    },
  );

  it('shows another shop nothing of it', async () => {
    merchant = { ...merchant, shop: 'jasmine.myshopify.com', role: 'owner' };
    expect((await ask('GET', `/reports/${SECOND}`)).status).toBe(404);
    expect(((await (await ask('GET', '/reports')).json()) as ReportList).weeks).toEqual([]);
  });

  it('T9: sends it for managers, once an hour', async () => {
    await lab.reader(SHOP, 'owner@marigold.example');
    expect((await ask('POST', '/reports/send', { monday: SECOND })).status).toBe(403);
    merchant = { ...merchant, role: 'manager' };
    expect((await ask('POST', '/reports/send', { monday: '2026-11-24' })).status).toBe(404);
    const sent = await ask('POST', '/reports/send', { monday: SECOND });
    expect([sent.status, await sent.json()]).toEqual([202, { deliveries: 1 }]);
    const again = await ask('POST', '/reports/send', { monday: SECOND });
    expect([again.status, Number(again.headers.get('Retry-After')) > 0]).toEqual([429, true]);
  });
});
