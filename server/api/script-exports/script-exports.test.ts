import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import type { Role } from '../../../core/api/home.ts';
import type { Language } from '../../../core/text.ts';
import { readPdf } from '../../../test/read-pdf.ts';
import { aScriptBoard, aScriptLogRow } from '../../../test/script-board.ts';
import { TooManyRequestsError } from '../../errors.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import { scriptExportRoutes } from './script-exports.routes.ts';
import { scriptExportService } from './script-exports.service.ts';

const NOW = '2026-11-22T07:00:00.000Z';
const clock = { now: () => new Date(NOW) };

let server: Server;
let role: Role = 'manager';
let language: Language | null = null;

beforeAll(async () => {
  const scripts = { board: async () => aScriptBoard(), log: async () => ({ rows: [aScriptLogRow()] }) };
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(async (ctx, next) => {
    ctx.state.merchant = { shop: 'invented-shop.myshopify.com', userId: '901', role };
    await next();
  });
  const routes = scriptExportRoutes({
    scriptExportService: scriptExportService({ scripts, clock }),
    members: { languageOf: async () => language },
    clock,
  });
  app.use(routes.routes());
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());
beforeEach(() => {
  role = 'manager';
  language = null;
});

const ask = (path: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/scripts/export/${path}`);

describe('files of scripts', () => {
  it.each([
    ['inventory?format=pdf', 'application/pdf', 'prahari-scripts-inventory-2026-11-22.pdf'],
    ['changes?format=json', 'application/json; charset=utf-8', 'prahari-scripts-changes-2026-11-22.json'],
    ['saq-a', 'text/csv; charset=utf-8', 'prahari-scripts-saq-a-2026-11-22.csv'],
  ])('%s is saved under a name of ours, never shown', async (path, type, name) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('comes in the language asked for, or else the person’s own', async () => {
    const titleOf = async (path: string) => readPdf(Buffer.from(await (await ask(path)).arrayBuffer())).frame;
    expect(await titleOf('inventory?format=pdf')).toContain('/Lang (en)');
    expect(await titleOf('inventory?format=pdf&language=hi')).toContain('/Lang (hi)');
    language = 'hi';
    expect(await titleOf('inventory?format=pdf')).toContain('/Lang (hi)');
    expect(await titleOf('inventory?format=pdf&language=en')).toContain('/Lang (en)');
  });

  it.each([
    ['inventory?format=html', 400],
    ['inventory?language=fr', 400],
    ['inventory?shop=other.myshopify.com', 400],
    ['inventory?format=pdf&format=csv', 400],
    ['__proto__', 404],
    ['..%2Fboard', 404],
  ])('%s: %d', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('is made one after the other, and one that breaks holds none up', async () => {
    const open: (() => void)[] = [];
    const service = scriptExportService({
      scripts: {
        board: () => new Promise((resolve) => open.push(() => resolve(aScriptBoard()))),
        log: async () => ({ rows: [] }),
      },
      clock,
    });
    const merchant = { shop: 'invented-shop.myshopify.com', userId: '901', role: 'manager' } as const;
    const wish = { what: 'saq-a', format: 'csv', language: 'en' } as const;
    const first = service.file(merchant, wish);
    await expect(service.file(merchant, wish)).rejects.toThrow(TooManyRequestsError);
    const other = service.file({ ...merchant, shop: 'other-shop.myshopify.com' }, wish);
    for (const go of open) go();
    expect(await first).toContain('notice');
    expect(await other).toContain('notice');
    const again = service.file(merchant, wish);
    open.at(-1)?.();
    expect(await again).toContain('notice');

    const broken = { board: () => Promise.reject(new Error('broken')), log: async () => ({ rows: [] }) };
    const failing = scriptExportService({ scripts: broken, clock });
    await expect(failing.file(merchant, wish)).rejects.toThrow('broken');
    await expect(failing.file(merchant, wish)).rejects.toThrow('broken');
  });

  it('takes a manager, since it holds what people wrote', async () => {
    role = 'viewer';
    const answer = await ask('inventory');
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('Marketing');
  });
});
