import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { until } from '../../../test/until.ts';
import { jsonBody } from '../../http/body.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import { alertModel } from '../../models/alert.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';

const SHOP = 'marigold.myshopify.com';
const NEW_SHOP = 'jasmine.myshopify.com';
const NAME = 'Canaria Inventada';
const ADDRESS = 'canaria@pack.example';

let system: TestProduct;
let server: Server;
let folder: string;
let merchant: Merchant;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-pack-'));
  system = await testProduct();
  await system.product.startWorker();
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  app.use(system.product.apiRouter.routes());
  server = app.listen(0, '127.0.0.1');
  as('owner');
  await system.product.lifecycle.installed(SHOP, ['read_themes']);
  expect((await ask('POST', '/people', { name: NAME, email: ADDRESS, role: null })).status).toBe(201);
  await until('the shop is scanned', () => alertModel(system.store.connection).findOne({ shop: SHOP }).lean());
});
afterAll(async () => {
  server.close();
  await system.close();
  await rm(folder, { recursive: true, force: true });
});

function as(role: Merchant['role'], shop = SHOP): void {
  merchant = { shop, userId: '1', role };
}

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

describe('GET /evidence-pack', () => {
  it.each(['manager', 'viewer'] as const)('T9: is not a %s’s', async (role) => {
    as(role);
    expect((await ask('GET', '/evidence-pack')).status).toBe(403);
  });

  it('says of a shop that was never checked what to wait for', async () => {
    as('owner', NEW_SHOP);
    const answer = await ask('GET', '/evidence-pack');
    expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ type: 'conflict' })]);
  });

  it('is a zip with the report, the log with its own line, and nobody’s name or address', async () => {
    as('owner');
    const answer = await ask('GET', '/evidence-pack?language=hi');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/zip');
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="prahari-evidence-[\d-]{10}\.zip"$/,
    );
    const zip = join(folder, 'pack.zip');
    await writeFile(zip, Buffer.from(await answer.arrayBuffer()));
    await promisify(execFile)('unzip', ['-q', zip, '-d', join(folder, 'open')]);
    const text = (path: string) => readFile(join(folder, 'open', path), 'utf8');
    const list = (await text('MANIFEST.sha256')).trim().split('\n');
    const paths = list.map((line) => line.split('  ')[1] ?? '');
    expect(paths).toEqual(
      expect.arrayContaining(['report.json', 'report.pdf', 'audit.json', 'proof.json', 'alerts.csv']),
    );
    for (const path of paths) {
      for (const canary of [NAME, ADDRESS]) expect([path, (await text(path)).includes(canary)]).toEqual([path, false]);
    }
    const { entries } = JSON.parse(await text('audit.json')) as { entries: { action: string; outcome: string }[] };
    expect(entries.at(-1)).toMatchObject({ action: 'evidence-pack.made', outcome: 'done' });
    expect(JSON.parse(await text('proof.json'))).toMatchObject({ isWhole: true, entries: entries.length });
  });

  it('is made five times a day, and again the day after; what was refused does not count', async () => {
    as('owner');
    for (let time = 2; time <= 5; time += 1) {
      const answer = await ask('GET', '/evidence-pack');
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
    const sixth = await ask('GET', '/evidence-pack');
    expect([sixth.status, sixth.headers.get('Retry-After')]).toEqual([429, '86400']);
    system.clock.pass(24 * 60 * 60 * 1_000 + 1);
    expect((await ask('GET', '/evidence-pack')).status).toBe(200);
  });
});
