import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { stoppedClock } from '../../test/stopped-clock.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { beaconIntake, type BeaconIntake } from '../beacon/beacon-intake.ts';
import { beaconStore, newRound, type BeaconStore } from '../beacon/beacon-store.ts';
import { beaconTokens } from '../beacon/beacon-token.ts';
import { securityHeaders } from '../http/headers.ts';
import { problems } from '../http/problem.ts';
import type { AppState } from '../http/state.ts';
import { createLog } from '../log.ts';
import { beaconSightingModel } from '../models/beacon-sighting.ts';
import { ensureIndexes } from '../store/connect.ts';
import { KeyRing } from '../store/key-ring.ts';
import { publicBeaconRoutes, type BeaconReportOutcome } from './public-beacon.routes.ts';

const SHOP = 'marigold.myshopify.com';
const BADGE = 'https://cdn.reviews.example/badge.js';
const HASH = `sha256-${'A'.repeat(43)}=`;
const ORIGIN = 'https://www.marigold.example';
const tokens = beaconTokens(KeyRing.parse(`test:${randomBytes(32).toString('base64')}`));
const clock = stoppedClock();
const lines: string[] = [];
const outcomes: BeaconReportOutcome[] = [];
let store: TestStore;
let beacon: BeaconStore;
let intake: BeaconIntake;
let round = '';
let address = 0;
let url = '';
let close: () => Promise<void>;

beforeAll(async () => {
  store = await openTestStore();
  beacon = beaconStore({ connection: store.connection, clock });
  intake = beaconIntake({ store: beacon, tokens, ownHosts: async () => ['blog.marigold.example'], clock });
  await ensureIndexes(store.connection);
  const app = new Koa<AppState>({ proxy: true });
  app.silent = true;
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });
  app.use(securityHeaders);
  app.use(problems({ log }));
  const routes = publicBeaconRoutes({ intake, clock, observe: (outcome) => void outcomes.push(outcome) });
  app.use(routes.routes());
  app.use(routes.allowedMethods());
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/beacon`;
  close = () => new Promise((resolve) => void server.close(() => resolve()));
});
afterAll(async () => {
  await close();
  await store.close();
});
beforeEach(async () => {
  await beacon.forget(SHOP);
  round = newRound();
  await beacon.switchOn(SHOP, round, '1001');
  intake.forget(SHOP);
  clock.pass(60_000); // everybody's share of a minute is whole again
  outcomes.length = 0;
  lines.length = 0;
  address += 1;
});

const report = (over: object = {}) =>
  JSON.stringify({ token: tokens.sign({ shop: SHOP, round }), page: 'home', scripts: [BADGE], inline: [], ...over });
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      'x-forwarded-for': `198.51.100.${address}`,
      origin: ORIGIN,
      ...headers,
    },
  });
const rows = () => beaconSightingModel(store.connection).find({ shop: SHOP }).sort({ identity: 1 }).lean();
const seen = async () => (await rows()).map(({ identity }) => identity);

describe('a report', () => {
  it('is kept and answered with nothing', async () => {
    const answer = await post(report({ inline: [HASH], page: 'cart' }));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(await rows()).toMatchObject([
      { identity: BADGE, pages: { cart: { reports: 1 } } },
      { identity: HASH, pages: { cart: { reports: 1 } } },
    ]);
    expect(outcomes).toEqual(['kept']);
  });

  it('is a simple request: no origin is let in by name, no cookie is set, nothing is logged', async () => {
    const answer = await post(report(), {
      cookie: 'session=of-nobody',
      referer: `${ORIGIN}/products/kurta?email=a@b.example`,
    });
    const names = [...answer.headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control') || name === 'set-cookie')).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/198\.51|kurta|marigold|of-nobody/);
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: ORIGIN } });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    ['the shop’s own host', `https://${SHOP}/x.js`],
    ['a host that it named as its own', 'https://blog.marigold.example/x.js'],
    ['Shopify’s', 'https://cdn.shopify.com/shopifycloud/x.js'],
    ['a machine of the visitor’s', 'http://localhost/x.js'],
    ['an address without name', 'http://192.168.0.1/x.js'],
    ['an address of the sixth version', 'http://[::1]/x.js'],
    ['a name of the visitor’s network', 'http://printer/x.js'],
  ])('leaves out %s', async (_whose, script) => {
    expect((await post(report({ scripts: [script, BADGE] }))).status).toBe(204);
    expect(await seen()).toEqual([BADGE]);
  });

  it('keeps an app’s file on Shopify’s own host', async () => {
    const file = 'https://cdn.shopify.com/extensions/1/reviews-3/assets/stars.js';
    await post(report({ scripts: [file] }));
    expect(await seen()).toEqual([file]);
  });
});

describe('a report that does not count is answered as one that does', () => {
  it('of a round that is over', async () => {
    const old = report();
    await beacon.switchOn(SHOP, newRound(), '1001');
    intake.forget(SHOP);
    expect((await post(old)).status).toBe(204);
    expect([await seen(), outcomes]).toEqual([[], ['off']]);
  });

  it('of a shop that switched it off', async () => {
    await beacon.switchOff(SHOP, '1001');
    intake.forget(SHOP);
    expect((await post(report())).status).toBe(204);
    expect(await seen()).toEqual([]);
  });

  it('of a shop that never switched it on, for which nothing is kept', async () => {
    const shop = 'nobody.myshopify.com';
    expect((await post(report({ token: tokens.sign({ shop, round }) }))).status).toBe(204);
    expect((await beacon.state(shop)).lastReportAt).toBeNull();
  });

  it('of a shop whose minute is used up', async () => {
    const answers = [];
    for (let at = 0; at < 65; at += 1) answers.push((await post(report({ scripts: [], inline: [] }))).status);
    expect(new Set(answers)).toEqual(new Set([204]));
    expect(outcomes.filter((outcome) => outcome === 'kept').length).toBeLessThanOrEqual(62);
    expect(outcomes).toContain('too-many');
  });
});

describe('what is no report', () => {
  const padded = (bytes: number) => report({ token: 'x'.repeat(bytes) });
  it.each([
    ['nothing', '', 400],
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['a prototype', '{"__proto__": {"isOn": true}}', 400],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b]), 400],
    ['a field too many', report({ visitor: 'Meera' }), 400],
    ['a deep nest', '['.repeat(500), 400],
    ['a forged token', report({ token: `test.marigold.${'A'.repeat(16)}.${'A'.repeat(43)}` }), 401],
    ['1,025 bytes', padded(1_024), 413],
    ['5 MB', 'x'.repeat(5 * 1024 * 1024), 413],
  ])('%s is refused as a problem, and nothing is kept', async (_what, body, status) => {
    const answer = await post(body).catch(() => null); // a long one may be cut off while it is sent
    if (answer || status !== 413) {
      expect(answer?.status).toBe(status);
      expect(answer?.headers.get('content-type')).toContain('application/problem+json');
      const text = (await answer?.text()) ?? '';
      expect(text).not.toMatch(/Meera| at .*\.ts/);
    }
    expect(await seen()).toEqual([]);
    expect(outcomes).toEqual([status === 401 ? 'forged' : 'malformed']);
  });

  it.each([
    ['application/json', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('sent as %s it is refused', async (type, status) => {
    expect((await post(report(), { 'content-type': type })).status).toBe(status);
    expect(await seen()).toEqual([]);
  });

  it('compressed is refused', async () => {
    expect((await post(report(), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('GET is no method of it', async () => {
    expect((await fetch(url)).status).toBe(405);
  });

  it('from one address too often waits, and costs no other address anything', async () => {
    const statuses = [];
    for (let at = 0; at < 130; at += 1) statuses.push((await post('{')).status);
    expect(statuses.at(-1)).toBe(429);
    address += 1;
    expect((await post(report())).status).toBe(204);
  });
});
