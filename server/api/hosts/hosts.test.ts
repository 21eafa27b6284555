import type { Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { domainToASCII } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import type { HostBook, OwnHostRow } from '../../../core/api/hosts.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { hostStore } from '../../hosts/host-store.ts';
import { jsonBody } from '../../http/body.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import { crawlerSignatureModel } from '../../models/crawler-signature.ts';
import { ownHostModel } from '../../models/own-host.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';

const SHOP = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';
const SECRET = 'c2lnbmF0dXJlLW9mLW5vYm9keQ==';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let system: TestProduct;
let server: Server;
let merchant: Merchant;

beforeAll(async () => {
  system = await testProduct();
  for (const shop of [SHOP, THEIRS]) await system.product.lifecycle.installed(shop, []);
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  app.use(jsonBody);
  app.use(system.product.apiRouter.routes());
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await system.close();
});
beforeEach(async () => {
  merchant = { shop: SHOP, userId: '1', role: 'owner' };
  for (const shop of [SHOP, THEIRS]) {
    await ownHostModel(system.store.connection).deleteMany({ shop });
    await crawlerSignatureModel(system.store.connection).deleteMany({ shop });
  }
});

async function ask(method: string, path: string, body?: unknown) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: text === '' ? null : (JSON.parse(text) as unknown) };
}
const read = async () => (await ask('GET', '/hosts')).body as HostBook;
const signature = (over: object = {}) => ({
  host: SHOP,
  signatureInput: 'sig1=("@authority");created=1;expires=2;tag="web-bot-auth"',
  signature: `sig1=:${SECRET}:`,
  endsOn: inDays(30),
  ...over,
});

describe('own hosts', () => {
  it.each([
    ['journal.shop.example', 'journal.shop.example'],
    ['  Journal.Shop.Example. ', 'journal.shop.example'],
    ['https://journal.shop.example/a?b', 'journal.shop.example'],
    ['दुकान.example', domainToASCII('दुकान.example')],
  ])('%s is taken as %s', async (typed, host) => {
    const added = await ask('POST', '/hosts', { host: typed });
    expect([added.status, (added.body as OwnHostRow).host]).toEqual([201, host]);
  });

  it.each([
    '',
    'shop',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '2130706433',
    'metadata.google.internal',
    'example',
    'co.in',
    'other.myshopify.com',
    'accounts.shopify.com',
    'user:pass@shop.example',
    'shop.example:8443',
    'a b.example',
    `${'a'.repeat(64)}.example`,
  ])('%s is no host of a shop’s own', async (host) => {
    const answer = await ask('POST', '/hosts', { host });
    expect([answer.status, (answer.body as { fields: unknown }).fields]).toEqual([422, { host: 'no-host' }]);
  });

  it('get a proof that stays, and that no other shop has', async () => {
    const mine = (await ask('POST', '/hosts', { host: 'journal.shop.example' })).body as OwnHostRow;
    merchant = { shop: THEIRS, userId: '9', role: 'owner' };
    const theirs = (await ask('POST', '/hosts', { host: 'journal.shop.example' })).body as OwnHostRow;
    merchant = { shop: SHOP, userId: '1', role: 'owner' };
    expect(mine).toMatchObject({ proofName: '_prahari.journal.shop.example', verifiedAt: null });
    expect(mine.proof).toMatch(/^prahari-verification=[\w-]{27}$/);
    expect(theirs.proof).not.toBe(mine.proof);
    expect((await read()).hosts).toEqual([mine]);
  });

  it('are on the list once, ten at most', async () => {
    for (let at = 0; at < 10; at++) await ask('POST', '/hosts', { host: `h${at}.shop.example` });
    expect((await ask('POST', '/hosts', { host: 'h11.shop.example' })).status).toBe(409);
    const [first] = (await read()).hosts;
    expect((await ask('DELETE', `/hosts/${first?.id}`)).status).toBe(204);
    expect((await ask('POST', '/hosts', { host: 'h1.shop.example' })).body).toMatchObject({
      status: 409,
      fields: { host: 'duplicate' },
    });
    expect((await read()).hosts).toHaveLength(9);
  });
});

describe('crawler signatures', () => {
  it('are kept sealed: no answer shows their values, and the collector gets them whole', async () => {
    const set = await ask('PUT', '/hosts/signatures', signature());
    expect([set.status, (set.body as HostBook).signatures]).toEqual([200, [{ host: SHOP, endsOn: inDays(30) }]]);
    expect(set.text).not.toContain(SECRET);
    const records = await crawlerSignatureModel(system.store.connection).find({ shop: SHOP }).lean();
    expect(JSON.stringify(records)).not.toContain(SECRET);
    const store = hostStore({ connection: system.store.connection, cipher: system.cipher, clock: system.clock });
    expect(await store.signatureFor(SHOP, SHOP)).toEqual({
      headers: { 'signature-input': signature().signatureInput, signature: `sig1=:${SECRET}:` },
      endsOn: inDays(30),
    });
    expect(await store.signatureFor(THEIRS, SHOP)).toBeNull();
  });

  it.each([
    ['a host of nobody’s', { host: 'other.example' }, 422, { host: 'not-yours' }],
    ['another shop', { host: THEIRS }, 422, { host: 'not-yours' }],
    ['a day gone by', { endsOn: inDays(-2) }, 422, { endsOn: 'past' }],
    ['more than three months', { endsOn: inDays(120) }, 422, { endsOn: 'too-long' }],
    ['no day', { endsOn: '2026-02-30' }, 400, expect.objectContaining({ endsOn: expect.anything() })],
    ['a line break', { signature: `sig1=:${SECRET}:\r\nX-Other: 1` }, 400, expect.anything()],
    ['another header', { signatureInput: 'sig1=("@authority")\nHost: x' }, 400, expect.anything()],
  ])('refuse %s', async (_name, over, status, fields) => {
    const answer = await ask('PUT', '/hosts/signatures', signature(over));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ fields });
    expect(answer.text).not.toContain(SECRET);
    expect((await read()).signatures).toEqual([]);
  });

  it('are replaced, removed, and gone with their host', async () => {
    const { id } = (await ask('POST', '/hosts', { host: 'journal.shop.example' })).body as OwnHostRow;
    for (const host of [SHOP, 'journal.shop.example']) await ask('PUT', '/hosts/signatures', signature({ host }));
    await ask('PUT', '/hosts/signatures', signature({ endsOn: inDays(60) }));
    expect((await read()).signatures).toEqual([
      { host: 'journal.shop.example', endsOn: inDays(30) },
      { host: SHOP, endsOn: inDays(60) },
    ]);
    await ask('DELETE', `/hosts/${id}`);
    expect((await ask('DELETE', '/hosts/signatures', { host: SHOP })).status).toBe(204);
    expect((await ask('DELETE', '/hosts/signatures', { host: SHOP })).status).toBe(404);
    expect((await read()).signatures).toEqual([]);
  });

  it('end with the shop’s access', async () => {
    await ask('PUT', '/hosts/signatures', signature());
    await system.product.lifecycle.uninstalled(SHOP, new Date(system.clock.now().getTime() + 1_000));
    expect(await crawlerSignatureModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(0);
  });
});
