import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import type { AuditPage, AuditProof } from '../../core/api/audit.ts';
import { CASE_GSTIN, goodBody, IDS } from '../../test/route-cases.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { jsonBody } from '../http/body.ts';
import { problems } from '../http/problem.ts';
import type { AppState } from '../http/state.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { registrationModel } from '../models/registration.ts';
import type { Merchant } from '../shopify/lifecycle.ts';
import { ROUTE_ACTIONS } from './route-actions.ts';
import { API_ROUTES, type ApiRoute } from './routes.ts';

const SHOP = 'marigold.myshopify.com';
const CANARY = 'Canary Person canary@invented.example 9876543210';

let system: TestProduct;
let server: Server;
let merchant: Merchant;

beforeAll(async () => {
  system = await testProduct();
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  app.use(system.product.apiRouter.routes());
  app.use(system.product.apiRouter.allowedMethods());
  server = app.listen(0, '127.0.0.1');
  await system.product.lifecycle.installed(SHOP, ['read_themes']);
  await system.product.members.roleOf(SHOP, '1', async () => true);
});
afterAll(async () => {
  server.close();
  await system.close();
});
beforeEach(() => as('owner'));

const as = (role: Merchant['role'], userId = '1'): void => {
  merchant = { shop: SHOP, userId, role };
};

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

const page = async (query = ''): Promise<AuditPage> => (await (await ask('GET', `/audit${query}`)).json()) as AuditPage;

/** Lines written by what is done, oldest first, without their hashes. */
async function linesOf(act: () => Promise<unknown>): Promise<AuditPage['entries']> {
  const { userId, role } = merchant;
  as('owner');
  const before = (await page()).entries[0]?.seq ?? 0;
  as(role, userId);
  await act();
  as('owner');
  const after = (await page()).entries;
  as(role, userId);
  return after.filter(({ seq }) => seq > before).reverse();
}

const nowhere = (route: ApiRoute): string =>
  route.path
    .replace(':version', '1')
    .replace(/:\w+/, route.takes ? IDS[route.takes.id].nobodys : '')
    .replace(/:\w+/g, 'f'.repeat(24));
const changing = API_ROUTES.filter(({ method }) => method !== 'GET').map(
  (route) => [`${route.method} ${route.path}`, route] as const,
);

describe('changes over the API', () => {
  it('leave one line, with what was named and how many, and no value of it', async () => {
    const [line, ...more] = await linesOf(() => ask('POST', '/registrations', { gstin: CASE_GSTIN }));
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...{ actor: { kind: 'person', id: '1' }, action: 'registrations.add', outcome: 'asked', subjects: [] },
      details: { fields: 'gstin' },
    });
  });

  it('name what they were done to by id', async () => {
    const { _id } = await registrationModel(system.store.connection).findOne({ shop: SHOP }).lean().orFail();
    const [line] = await linesOf(() => ask('DELETE', `/registrations/${_id.toString()}`));
    expect(line).toMatchObject({ action: 'registrations.remove', subjects: [_id.toString()], outcome: 'asked' });
  });

  it('name roles and switches, which are words of ours', async () => {
    await system.product.members.roleOf(SHOP, '777', async () => false);
    const [line] = await linesOf(() => ask('PATCH', '/members/777', { role: 'manager' }));
    expect(line).toMatchObject({ subjects: ['777'], details: { fields: 'role', role: 'manager' } });
  });

  it.each(changing)('T9: %s: a viewer’s try is two lines, or one where a viewer may', async (name, route) => {
    as('viewer', '5');
    const lines = await linesOf(() => ask(route.method, nowhere(route), goodBody(route, 'f'.repeat(24))));
    expect(lines[0]).toMatchObject({
      action: ROUTE_ACTIONS[name],
      outcome: 'asked',
      actor: { kind: 'person', id: '5' },
    });
    if (route.role === 'viewer') return;
    expect(lines[1]).toMatchObject({
      action: ROUTE_ACTIONS[name],
      outcome: 'refused',
      details: { status: 403, of: lines[0]?.seq },
    });
    expect(lines).toHaveLength(2);
  });

  it.each(changing)('%s: texts of people, known fields or not, are in no line', async (_name, route) => {
    const body = Object.fromEntries([...(route.body ?? []), 'surplus'].map((field) => [field, [CANARY, CANARY]]));
    const path = nowhere(route).replace(/f{24}$/, encodeURIComponent(CANARY));
    await ask(route.method, path, body);
    await ask(route.method, path, { ...body, ids: CANARY, role: CANARY, until: CANARY, [CANARY]: CANARY });
    const stored = JSON.stringify(await auditEntryModel(system.store.connection).find({ shop: SHOP }).lean());
    for (const part of [...CANARY.split(' '), CASE_GSTIN, 'surplus']) expect(stored).not.toContain(part);
  });
});

describe('what is only read', () => {
  it('leaves no line', async () => {
    expect(await linesOf(() => ask('GET', '/home'))).toEqual([]);
    expect(await linesOf(() => ask('GET', '/members'))).toEqual([]);
  });

  it('T9: leaves one where it was refused', async () => {
    as('viewer', '5');
    const lines = await linesOf(() => ask('GET', '/members'));
    expect(lines).toEqual([
      expect.objectContaining({ action: 'read', outcome: 'refused', details: { route: 'GET /members', status: 403 } }),
    ]);
  });

  it('T1: leaves one where an id is not of this shop', async () => {
    const lines = await linesOf(() => ask('GET', `/alerts/${'f'.repeat(24)}`));
    expect(lines).toEqual([
      expect.objectContaining({
        action: 'read',
        subjects: ['f'.repeat(24)],
        details: { route: 'GET /alerts/:id', status: 404 },
      }),
    ]);
  });
});

describe('a line that cannot be written', () => {
  it('stops the change', async () => {
    const model = auditEntryModel(system.store.connection);
    const last = await model.findOne({ shop: SHOP }).sort({ seq: -1 }).lean().orFail();
    await model.updateOne({ shop: SHOP, seq: last.seq }, { seq: Number.MAX_SAFE_INTEGER + 1 }); // no next number
    const before = await registrationModel(system.store.connection).countDocuments({ shop: SHOP });
    expect((await ask('POST', '/registrations', { gstin: CASE_GSTIN })).status).toBe(500);
    expect(await registrationModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(before);
    await model.updateOne({ shop: SHOP, seq: Number.MAX_SAFE_INTEGER + 1 }, { seq: last.seq });
  });
});

describe('the log over the API', () => {
  it('is whole after all of this, and its file is the log', async () => {
    const proof = (await (await ask('GET', '/audit/verify')).json()) as AuditProof;
    expect(proof).toMatchObject({ isWhole: true, firstSeq: 1, signature: 'valid' });
    const file = await ask('GET', '/audit/file?format=json');
    expect(file.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="prahari-audit-log-[\d-]{10}\.json"$/,
    );
    const { entries, ...head } = (await file.json()) as { entries: AuditPage['entries'] };
    expect(head).toMatchObject({ format: 'prahari-audit-log-1', shop: SHOP, anchor: null });
    expect(entries.at(-1)).toMatchObject({ action: 'audit.export', seq: (proof.lastSeq ?? 0) + 1 });
    const csv = await (await ask('GET', '/audit/file?language=hi')).text();
    expect(csv.split('\r\n')).toHaveLength(entries.length + 3); // head, this export's own line, the end
    expect(csv).toContain('भूमिका बदली गई');
  });

  it.each(['manager', 'viewer'] as const)('T9: is not a %s’s', async (role) => {
    as(role);
    for (const path of ['/audit', '/audit/verify', '/audit/file']) expect((await ask('GET', path)).status).toBe(403);
  });

  it.each(['before=0', 'before=1e3', 'before[$gt]=1', 'action=nothing', 'actor=eve', 'actor[$ne]=1', 'shop=x'])(
    'takes no %s',
    async (query) => {
      expect((await ask('GET', `/audit?${query}`)).status).toBe(400);
    },
  );

  it('filters by person and deed', async () => {
    expect((await page('?actor=777')).total).toBe(0);
    expect((await page('?action=members.role&actor=1')).entries[0]).toMatchObject({ action: 'members.role' });
    expect((await page('?actor=webhook')).entries.map(({ action }) => action)).toContain('shop.installed');
  });
});
