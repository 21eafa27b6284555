import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import Koa from 'koa';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuestionRow } from '../../../core/api/security.ts';
import { QUESTIONS } from '../../../core/data/questions.ts';
import { A_JPEG, A_PDF, A_PNG } from '../../../test/papers.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { attestationStore } from '../../attestations/attestation-store.ts';
import { evidenceFileStore, MOST_FILE_BYTES, MOST_SHOP_BYTES } from '../../files/evidence-files.ts';
import { jsonBody } from '../../http/body.ts';
import { securityHeaders } from '../../http/headers.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import { attestationModel } from '../../models/attestation.ts';
import { evidenceFileModel } from '../../models/evidence-file.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';

const SHOP = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';
const DAY_MS = 24 * 60 * 60 * 1000;
/** One that asks for a paper and ends by itself. */
const WITH_PAPER = 'external-audit';
const ALWAYS = QUESTIONS.find(({ mayBeNotApplicable }) => !mayBeNotApplicable)?.id ?? '';

let system: TestProduct;
let server: Server;
let merchant: Merchant;
let port = 0;

beforeAll(async () => {
  system = await testProduct();
  for (const shop of [SHOP, THEIRS]) await system.product.lifecycle.installed(shop, []);
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(securityHeaders);
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  app.use(jsonBody);
  app.use(system.product.apiRouter.routes());
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.close();
  await system.close();
});
beforeEach(async () => {
  merchant = { shop: SHOP, userId: '1001', role: 'manager' };
  for (const shop of [SHOP, THEIRS]) {
    await attestationModel(system.store.connection).deleteMany({ shop });
    await evidenceFileModel(system.store.connection).deleteMany({ shop });
  }
});

const ask = (method: string, path: string, body?: unknown) =>
  fetch(`http://127.0.0.1:${port}/attestations${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const upload = (questionId: string, bytes: Buffer, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}/attestations/${questionId}/file`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/pdf', 'x-file-name': 'report.pdf', ...headers },
  });
const state = async (questionId: string, answer = 'yes') => {
  const answered = await ask('PUT', `/${questionId}`, { answer });
  expect(answered.status).toBe(200);
  return (await answered.json()) as QuestionRow;
};
const rowOf = async (questionId: string): Promise<QuestionRow | undefined> =>
  ((await (await ask('GET', '')).json()) as QuestionRow[]).find((row) => row.questionId === questionId);
const store = () => {
  const { connection } = system.store;
  const files = evidenceFileStore({ connection, cipher: system.cipher, clock: system.clock });
  return attestationStore({ connection, files, clock: system.clock });
};

describe('statements', () => {
  it('begin with every question and no answer', async () => {
    const rows = (await (await ask('GET', '')).json()) as QuestionRow[];
    expect(rows.map(({ questionId }) => questionId)).toEqual(QUESTIONS.map(({ id }) => id));
    expect(rows.every(({ answer, file }) => answer === null && file === null)).toBe(true);
  });

  it.each(QUESTIONS.map(({ id, expiryDays }) => [id, expiryDays] as const))(
    '%s names its person and ends after %i days',
    async (id, days) => {
      const { statedAt, expiresAt, statedBy } = await state(id, 'no');
      expect(statedBy).toBe('1001');
      expect(Date.parse(expiresAt ?? '') - Date.parse(statedAt ?? '')).toBe((days || 365) * DAY_MS);
      expect(await rowOf(id)).toMatchObject({ answer: 'no', statedBy: '1001' });
    },
  );

  it('take the place of each other, and stay as history', async () => {
    await state(WITH_PAPER, 'no');
    merchant = { ...merchant, userId: '1002' };
    await state(WITH_PAPER, 'yes');
    expect(await rowOf(WITH_PAPER)).toMatchObject({ answer: 'yes', statedBy: '1002' });
    const history = await attestationModel(system.store.connection).find({ shop: SHOP }).sort({ statedAt: 1 }).lean();
    expect(history.map(({ answer, isCurrent, endedBy }) => [answer, isCurrent, endedBy])).toEqual([
      ['no', false, '1002'],
      ['yes', true, undefined],
    ]);
  });

  it('can be taken back once', async () => {
    await state(WITH_PAPER);
    expect((await ask('DELETE', `/${WITH_PAPER}`)).status).toBe(204);
    expect(await rowOf(WITH_PAPER)).toMatchObject({ answer: null, statedAt: null });
    expect((await ask('DELETE', `/${WITH_PAPER}`)).status).toBe(404);
  });

  it('of one shop are not of another', async () => {
    await state(WITH_PAPER);
    merchant = { ...merchant, shop: THEIRS };
    expect(await rowOf(WITH_PAPER)).toMatchObject({ answer: null });
    expect((await ask('DELETE', `/${WITH_PAPER}`)).status).toBe(404);
    merchant = { ...merchant, shop: SHOP };
    expect(await rowOf(WITH_PAPER)).toMatchObject({ answer: 'yes' });
  });

  it.each([
    [ALWAYS, { answer: 'not-applicable' }, 400],
    [ALWAYS, { answer: 'maybe' }, 400],
    [ALWAYS, { answer: 'yes', expiresAt: '2099-01-01' }, 400],
    ['who-asks-this', { answer: 'yes' }, 404],
    ['..%2Fsettings', { answer: 'yes' }, 404],
  ])('%s %j: %i', async (id, body, status) => expect((await ask('PUT', `/${id}`, body)).status).toBe(status));

  it('are evidence, those that ended too: who judges says that they did', async () => {
    await state(WITH_PAPER);
    await upload(WITH_PAPER, A_PDF);
    await state(ALWAYS, 'no');
    const evidence = await store().evidence(SHOP);
    expect(evidence.map(({ questionId, answer, hasFile }) => [questionId, answer, hasFile]).sort()).toEqual(
      [
        [WITH_PAPER, 'yes', true],
        [ALWAYS, 'no', false],
      ].sort(),
    );
  });
});

describe('papers', () => {
  it.each([
    ['a PDF', A_PDF, 'application/pdf', 'pdf'],
    ['a PNG called PDF', A_PNG, 'image/png', 'png'],
    ['a JPEG called PDF', A_JPEG, 'image/jpeg', 'jpg'],
  ])('U4, U5: %s comes back as it was, to be saved and never shown', async (_name, bytes, type, ending) => {
    await state(WITH_PAPER);
    const name = 'ऑडिट "2026"\r\n.html';
    const sent = await upload(WITH_PAPER, bytes, { 'x-file-name': encodeURIComponent(name) });
    expect(sent.status).toBe(200);
    expect(((await sent.json()) as QuestionRow).file).toMatchObject({
      name: `ऑडिट 2026.${ending}`,
      sizeBytes: bytes.length,
    });
    const back = await ask('GET', `/${WITH_PAPER}/file`);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect(back.headers.get('content-type')).toBe(type);
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename="prahari-${WITH_PAPER}.${ending}"; filename*=UTF-8''%E0%A4%91%E0%A4%A1%E0%A4%BF%E0%A4%9F%202026.${ending}`,
    );
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
    expect(back.headers.get('cache-control')).toBe('no-store');
  });

  it.each<[string, Buffer, Record<string, string>, number]>([
    ['HTML called PDF', Buffer.from('<!doctype html><script>alert(1)</script>'), {}, 415],
    ['SVG', Buffer.from('<svg onload="alert(1)"/>'), { 'content-type': 'image/svg+xml' }, 415],
    ['a page before a PDF', Buffer.concat([Buffer.from('<b>'), A_PDF]), {}, 415],
    ['nothing', Buffer.alloc(0), {}, 415],
    ['too much', Buffer.concat([A_PDF, Buffer.alloc(MOST_FILE_BYTES)]), {}, 413],
    ['a packed one', A_PDF, { 'content-encoding': 'gzip' }, 415],
  ])('U4: %s is refused, and nothing is kept', async (_name, bytes, headers, status) => {
    await state(WITH_PAPER);
    const answer = await upload(WITH_PAPER, bytes, headers).catch(() => null);
    if (answer) expect(answer.status).toBe(status); // one that is too long may be cut off while it is sent
    expect(await evidenceFileModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(0);
  });

  it('takes five megabytes', async () => {
    await state(WITH_PAPER);
    const bytes = Buffer.concat([A_PDF.subarray(0, 9), Buffer.alloc(MOST_FILE_BYTES - 14, 'x'), Buffer.from('%%EOF')]);
    expect((await upload(WITH_PAPER, bytes)).status).toBe(200);
    const back = await ask('GET', `/${WITH_PAPER}/file`);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('are sealed: neither name nor bytes stand in the store', async () => {
    await state(WITH_PAPER);
    const bytes = Buffer.from(`${A_PDF.toString()}`.replace('/Count 0', '/Count 0 /Canary (marigold-canary)'));
    await upload(WITH_PAPER, bytes, { 'x-file-name': 'canary-name.pdf' });
    const kept = JSON.stringify(await evidenceFileModel(system.store.connection).find({ shop: SHOP }).lean());
    expect(kept).not.toMatch(/canary/);
    expect(kept).not.toContain(bytes.toString('base64').slice(0, 40));
  });

  it('need a statement, go with it, and are replaced', async () => {
    expect((await upload(WITH_PAPER, A_PDF)).status).toBe(409);
    await state(WITH_PAPER);
    await upload(WITH_PAPER, A_PDF);
    await upload(WITH_PAPER, A_PNG, { 'x-file-name': 'second.png' });
    expect((await rowOf(WITH_PAPER))?.file).toMatchObject({ name: 'second.png' });
    await state(WITH_PAPER, 'no');
    expect((await rowOf(WITH_PAPER))?.file).toBeNull();
    expect((await ask('GET', `/${WITH_PAPER}/file`)).status).toBe(404);
    expect(await evidenceFileModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(0);
  });

  it('T1: of one shop are not there for another', async () => {
    await state(WITH_PAPER);
    await upload(WITH_PAPER, A_PDF);
    merchant = { ...merchant, shop: THEIRS, role: 'owner' };
    expect((await ask('GET', `/${WITH_PAPER}/file`)).status).toBe(404);
  });

  it('are not for viewers, and a viewer sends no bytes', async () => {
    await state(WITH_PAPER);
    merchant = { ...merchant, role: 'viewer' };
    expect((await upload(WITH_PAPER, A_PDF)).status).toBe(403);
    expect((await ask('GET', `/${WITH_PAPER}/file`)).status).toBe(403);
  });
});

describe('U8: many, slow and broken uploads', () => {
  it('twenty at once leave one paper for each statement, and say what to do to those who wait', async () => {
    await state(WITH_PAPER);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await upload(WITH_PAPER, A_PDF)).status),
    );
    // Two of one statement at the same moment: one is kept, the other may be told that it came second.
    expect(statuses.filter((status) => ![200, 409, 429].includes(status))).toEqual([]);
    expect(statuses).toContain(200);
    expect(await evidenceFileModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(1);
    expect((await upload(WITH_PAPER, A_PDF)).status).toBe(200);
  });

  it('what breaks off leaves nothing, and gives its place free', async () => {
    await state(WITH_PAPER);
    for (let time = 0; time < 4; time += 1) {
      const socket = connect(port, '127.0.0.1');
      const head = `PUT /attestations/${WITH_PAPER}/file HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n`;
      socket.write(head + A_PDF.toString('latin1'));
      await once(socket, 'connect');
      socket.destroy();
      await once(socket, 'close');
    }
    let last = 429;
    while (last === 429) last = (await upload(WITH_PAPER, A_PDF)).status; // until the broken ones are noticed
    expect(last).toBe(200);
    expect(await evidenceFileModel(system.store.connection).countDocuments({ shop: SHOP })).toBe(1);
  });

  it('a room that one more would fill keeps the paper of before', async () => {
    await state(WITH_PAPER);
    await upload(WITH_PAPER, A_PNG);
    const big = {
      sizeBytes: MOST_SHOP_BYTES - A_PDF.length,
      type: 'pdf' as const,
      nameSealed: 'x',
      contentSealed: 'x',
    };
    const about = { addedAt: new Date(), addedBy: '1', forgetAt: new Date(Date.now() + DAY_MS) };
    await evidenceFileModel(system.store.connection).create({ shop: SHOP, owner: 'other', ...big, ...about });
    const longer = Buffer.concat([A_PDF, Buffer.from('\n')]);
    expect((await upload(WITH_PAPER, longer)).status).toBe(409);
    expect((await ask('GET', `/${WITH_PAPER}/file`)).headers.get('content-type')).toBe('image/png');
    expect((await upload(WITH_PAPER, A_PDF)).status).toBe(200);
  });

  it('a full room takes no more, and says so before the bytes come', async () => {
    await state(WITH_PAPER);
    const big = { sizeBytes: MOST_SHOP_BYTES, type: 'pdf' as const, nameSealed: 'x', contentSealed: 'x' };
    const about = { addedAt: new Date(), addedBy: '1', forgetAt: new Date(Date.now() + DAY_MS) };
    await evidenceFileModel(system.store.connection).create({ shop: SHOP, owner: 'other', ...big, ...about });
    const refused = await upload(WITH_PAPER, A_PDF);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('100 MB')]);
    await evidenceFileModel(system.store.connection).deleteOne({ shop: SHOP, owner: 'other' });
    expect((await upload(WITH_PAPER, A_PDF)).status).toBe(200);
  });
});
