import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import { ROLES, type Role } from '../../core/api/home.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { CASE_GSTIN, goodBody, IDS } from '../../test/route-cases.ts';
import { until } from '../../test/until.ts';
import { jsonBody } from '../http/body.ts';
import { problems } from '../http/problem.ts';
import type { AppState } from '../http/state.ts';
import { alertModel } from '../models/alert.ts';
import { registrationModel } from '../models/registration.ts';
import type { Merchant } from '../shopify/lifecycle.ts';
import { API_ROUTES, type ApiRoute } from './routes.ts';

const MINE = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';

let system: TestProduct;
let server: Server;
let merchant: Merchant;

beforeAll(async () => {
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
  app.use(system.product.apiRouter.allowedMethods());
  server = app.listen(0, '127.0.0.1');
  for (const shop of [MINE, THEIRS]) {
    await system.product.lifecycle.installed(shop, ['read_themes']);
    await system.product.members.roleOf(shop, '1', async () => true);
    await until(`${shop} is scanned`, () => alertModel(system.store.connection).findOne({ shop }).lean());
    merchant = { shop, userId: '1', role: 'owner' };
    await scanIsOver();
    const added = await ask('POST', '/registrations', { gstin: CASE_GSTIN });
    expect(added.status).toBe(201);
    await scanIsOver(); // the one that the GSTIN began
  }
});
afterAll(async () => {
  server.close();
  await system.close();
});
beforeEach(() => {
  merchant = { shop: MINE, userId: '1', role: 'owner' };
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

function scanIsOver(): Promise<unknown> {
  return until('the scan is over', async () => {
    const scan = await bodyOf<{ state: string }>(await ask('GET', '/scans/current'));
    return scan.state === 'done';
  });
}

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

/** Where a path names two things, nobody has the second. */
const pathWith = ({ path }: ApiRoute, id: string): string =>
  path.replace(/:\w+/, id).replace(':version', '1').replace(/:\w+/, 'f'.repeat(24));

const named = API_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('the list of routes', () => {
  it('is the router, no more and no less', () => {
    const layers = (system.product.apiRouter as unknown as { stack: { methods: string[]; path: string }[] }).stack;
    const there = layers.flatMap(({ methods, path }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
    );
    expect(there.sort()).toEqual(named.map(([name]) => name).sort());
  });

  it('has an id kind wherever a path has a parameter', () => {
    for (const { path, takes } of API_ROUTES) expect(path.includes(':')).toBe(takes?.in === 'path');
  });
});

describe('T1: ids of another shop', () => {
  it.each(named.filter(([, { takes }]) => takes !== null))('%s: as if there were none', async (_name, route) => {
    const kind = route.takes?.id ?? 'alert';
    const foreign = await IDS[kind].of(system.store.connection, THEIRS);
    const answers = await Promise.all(
      [foreign, IDS[kind].nobodys].map(async (id) => {
        const answer = await ask(route.method, pathWith(route, id), goodBody(route, id));
        return { status: answer.status, type: answer.headers.get('Content-Type'), body: await answer.text() };
      }),
    );
    const [theirs, none] = answers;
    expect(theirs?.status).toBe(404);
    expect(theirs).toEqual(none);
  });

  it('leaves what is theirs untouched', async () => {
    const theirs = await alertModel(system.store.connection).find({ shop: THEIRS }).lean();
    // Nobody of theirs acts here, so whatever happened to an alert was Prahari's own doing.
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter(({ status }) => status !== 'open' && status !== 'resolved')).toEqual([]);
    expect(theirs.flatMap(({ history }) => history.filter(({ by }) => by !== 'prahari'))).toEqual([]);
    expect(await registrationModel(system.store.connection).countDocuments({ shop: THEIRS })).toBe(1);
  });
});

describe('T9: roles', () => {
  const cases = named.flatMap(([name, route]) => ROLES.map((role) => [role, name, route] as const));
  const rank = (role: Role) => ['viewer', 'manager', 'owner'].indexOf(role);

  it.each(cases)('%s: %s', async (role, _name, route) => {
    merchant = { shop: MINE, userId: '1', role };
    const body = route.path === '/settings' && route.body ? { language: 'hi' } : goodBody(route, 'f'.repeat(24));
    const answer = await ask(route.method, pathWith(route, route.takes ? IDS[route.takes.id].nobodys : ''), body);
    if (rank(role) < rank(route.role)) {
      expect(answer.status).toBe(403);
      expect(await bodyOf(answer)).toMatchObject({ type: 'forbidden', status: 403 });
    } else {
      expect(answer.status).not.toBe(403);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it('lets a viewer choose a language, and not hide the guide', async () => {
    merchant = { shop: MINE, userId: '1', role: 'viewer' };
    expect((await ask('PATCH', '/settings', { language: 'en' })).status).toBe(200);
    expect((await ask('PATCH', '/settings', { guideHidden: true })).status).toBe(403);
    expect((await ask('PATCH', '/settings', { language: 'hi', guideHidden: true })).status).toBe(403);
    expect(await bodyOf(await ask('GET', '/settings'))).toMatchObject({ language: 'en', guideHidden: false });
  });
});

describe('T7: fields that nobody asked for', () => {
  const SERVER_OWNED = ['shop', 'severity', 'resolvedAt', 'rung', 'gstinSealed', 'userId', 'unheard'];
  const withBody = named.filter(([, { body }]) => body !== null);

  it.each(withBody)('%s: 400, each named', async (_name, route) => {
    for (const field of SERVER_OWNED) {
      const body = { ...goodBody(route, 'f'.repeat(24)), [field]: 'x' };
      const answer = await ask(route.method, pathWith(route, route.takes ? IDS[route.takes.id].nobodys : ''), body);
      expect(answer.status).toBe(400);
      expect(await bodyOf(answer)).toMatchObject({ fields: { [field]: 'unknown' } });
    }
  });

  it.each(named.filter(([, { method }]) => method === 'GET'))('%s: a shop in the query', async (_name, route) => {
    const answer = await ask('GET', `${pathWith(route, 'f'.repeat(24))}?shop=${THEIRS}`);
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({ fields: { shop: 'unknown' } });
  });
});

describe('I1: operators of the store in what comes from outside', () => {
  const OPERATORS = [{ $ne: '' }, { $gt: '' }, { $where: 'sleep(1000)' }, [{ $ne: null }]];
  const fields = named.flatMap(([name, route]) => (route.body ?? []).map((field) => [name, field, route] as const));

  it.each(fields)('%s, body %s', async (_name, field, route) => {
    for (const operator of OPERATORS) {
      const body = { ...goodBody(route, 'f'.repeat(24)), [field]: operator };
      const answer = await ask(route.method, pathWith(route, route.takes ? IDS[route.takes.id].nobodys : ''), body);
      expect(answer.status).toBe(400);
    }
  });

  const parameters = named.flatMap(([name, route]) => route.query.map((field) => [name, field, route] as const));
  it.each(parameters)('%s, query %s', async (_name, field, route) => {
    for (const suffix of [`${field}[$ne]=x`, `${field}=a&${field}=b`]) {
      expect((await ask(route.method, `${route.path}?${suffix}`)).status).toBe(400);
    }
  });

  it('takes words that look like operators as words', async () => {
    const answer = await ask('GET', '/alerts?q=%7B%22%24ne%22%3A%22%22%7D');
    expect(await bodyOf(answer)).toMatchObject({ alerts: [], total: 0 });
  });
});
