import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { pino } from 'pino';
import type { Role } from '../../../core/api/home.ts';
import type { Deliveries, DeliveryRow, NewReader, NoticeSettings, Reader } from '../../../core/api/notices.ts';
import { DEFAULT_QUIET_HOURS, DEFAULT_RULE } from '../../../core/notices/rules.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { until } from '../../../test/until.ts';
import { jsonBody } from '../../http/body.ts';
import { problems } from '../../http/problem.ts';
import type { AppState } from '../../http/state.ts';
import type { MailMessage } from '../../mail/mailer.ts';
import { alertModel } from '../../models/alert.ts';
import { alertNewsModel } from '../../models/alert-news.ts';
import { deliveryModel } from '../../models/delivery.ts';
import { readerModel } from '../../models/reader.ts';
import { scanModel } from '../../models/scan.ts';
import type { Attempt } from '../../outbox/channel.ts';

const DAY_MS = 86_400_000;
/** An address gets five mails a day from all shops, so each test has its own. */
const ravi = (): NewReader => ({
  ...{ address: `ravi@agency-${count}.example`, role: 'manager', language: 'en', getsAlerts: true, getsWeekly: false },
  rule: DEFAULT_RULE,
});

let system: TestProduct;
let server: Server;
let shop: string;
let role: Role = 'owner';
let count = 0;
let answer: Attempt = { outcome: 'sent' };
const mails: MailMessage[] = [];

beforeAll(async () => {
  const mailer = {
    async send(message: MailMessage): Promise<Attempt> {
      if (answer.outcome === 'sent') mails.push(message);
      return answer;
    },
  };
  system = await testProduct({ mail: { mailer, from: { name: 'Prahari', address: 'notices@prahari.example' } } });
  await system.product.startWorker();
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    ctx.state.merchant = { shop, userId: '1', role };
    await next();
  });
  app.use(system.product.apiRouter.routes());
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await system.close();
});
beforeEach(() => {
  count += 1;
  shop = `seller-${count}.myshopify.com`;
  role = 'owner';
  answer = { outcome: 'sent' };
  mails.length = 0;
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}
const said = async <T>(answered: Promise<Response>): Promise<T> => (await (await answered).json()) as T;
const statusOf = async (answered: Promise<Response>) => (await answered).status;
const install = () => system.product.lifecycle.installed(shop, ['read_themes']);
const deliveries = async () => (await said<Deliveries>(ask('GET', '/notices/deliveries'))).deliveries;
const delivered = (kind: DeliveryRow['kind'], state: DeliveryRow['state']) =>
  until(`${kind} is ${state}`, async () =>
    (await deliveries()).find((row) => row.kind === kind && row.state === state),
  );
const confirm = (id: string) =>
  readerModel(system.store.connection).updateOne({ shop, _id: id }, { $set: { confirmedAt: system.clock.now() } });

/** What left for this test's own shop, by kind. */
const mailed = () =>
  mails
    .filter(({ to }) => to.endsWith(`@agency-${count}.example`))
    .map(({ identity }) => identity.slice(0, identity.indexOf(':')));

async function confirmedReader(reader: Partial<NewReader> = {}): Promise<Reader> {
  const added = await said<Reader>(ask('POST', '/notices/readers', { ...ravi(), ...reader }));
  await until('the invitation is sent', async () =>
    (await deliveries()).some(({ identity, state }) => identity === `invite:${added.id}:1` && state === 'sent'),
  );
  await confirm(added.id);
  return added;
}

describe('notices of a shop', () => {
  it('are quiet at night and told to nobody, unless somebody says otherwise', async () => {
    expect(await said(ask('GET', '/notices'))).toEqual({
      ...{ quietHours: DEFAULT_QUIET_HOURS, isMailOn: true, readers: [], webhooks: [] },
      flow: { isOn: false, rule: DEFAULT_RULE, triggers: ['alert-raised', 'gst-status-changed', 'vendor-added'] },
    });
    const changed = await said<NoticeSettings>(
      ask('PATCH', '/notices', { quietHours: { from: '22:30', to: '07:00' } }),
    );
    expect(changed.quietHours).toEqual({ from: '22:30', to: '07:00' });
    expect((await said<NoticeSettings>(ask('PATCH', '/notices', { quietHours: null }))).quietHours).toBeNull();
    expect((await said<NoticeSettings>(ask('GET', '/notices'))).quietHours).toBeNull();
  });

  it.each([
    [{ quietHours: { from: '24:00', to: '07:00' } }],
    [{ quietHours: { from: '22:00' } }],
    [{ quietHours: '22:00' }],
    [{}],
  ])('%j is refused', async (body) => expect(await statusOf(ask('PATCH', '/notices', body))).toBe(400));
});

describe('a reader', () => {
  it('is invited, and shown masked', async () => {
    await install();
    const reader = await said<Reader>(ask('POST', '/notices/readers', ravi()));
    expect(reader).toMatchObject({ address: `r…@agency-${count}.example`, state: 'waiting', role: 'manager' });
    await delivered('invitation', 'sent');
    expect(mailed()).toEqual(['invite']);
    expect(await deliveries()).toMatchObject([{ to: `r…@agency-${count}.example`, identity: `invite:${reader.id}:1` }]);
    const stored = await deliveryModel(system.store.connection).find({ shop }).lean();
    expect(JSON.stringify(stored)).not.toContain('ravi');
  });

  it.each<[string, Partial<Record<keyof NewReader, unknown>>]>([
    ['M1: an address with a second header', { address: 'ravi@agency.example\r\nBcc: victim@corp.example' }],
    ['M2: a list of addresses', { address: 'ravi@agency.example, victim@corp.example' }],
    ['M2: a quoted address', { address: '"victim@corp.example x"@agency.example' }],
    ['an address that is none', { address: 'ravi' }],
    ['a rule without an area', { rule: { ...DEFAULT_RULE, areas: [] } }],
    ['a rule that names an area twice', { rule: { ...DEFAULT_RULE, areas: ['gst', 'gst'] } }],
    ['a severity that is no alert’s', { rule: { ...DEFAULT_RULE, leastSeverity: 'info' } }],
  ])('%s is refused', async (_what, wrong) => {
    expect(await statusOf(ask('POST', '/notices/readers', { ...ravi(), ...wrong }))).toBe(400);
    expect((await said<NoticeSettings>(ask('GET', '/notices'))).readers).toEqual([]);
  });

  it('T9: is given no more than the person may see, and not touched by who may see less', async () => {
    await install();
    role = 'manager';
    expect(await statusOf(ask('POST', '/notices/readers', { ...ravi(), role: 'owner' }))).toBe(403);
    const { id } = await said<Reader>(ask('POST', '/notices/readers', ravi()));
    expect(await statusOf(ask('PATCH', `/notices/readers/${id}`, { role: 'owner' }))).toBe(403);
    role = 'owner';
    expect(await statusOf(ask('PATCH', `/notices/readers/${id}`, { role: 'owner' }))).toBe(200);
    role = 'manager';
    expect(await statusOf(ask('PATCH', `/notices/readers/${id}`, { getsAlerts: false }))).toBe(403);
    expect(await statusOf(ask('DELETE', `/notices/readers/${id}`))).toBe(403);
    expect(await statusOf(ask('POST', `/notices/readers/${id}/invite`))).toBe(403);
  });

  it('changes wishes, never the address', async () => {
    await install();
    const { id } = await said<Reader>(ask('POST', '/notices/readers', ravi()));
    expect(await statusOf(ask('PATCH', `/notices/readers/${id}`, { address: 'victim@corp.example' }))).toBe(400);
    expect(await statusOf(ask('PATCH', `/notices/readers/${id}`, {}))).toBe(400);
    const rule = { ...DEFAULT_RULE, pace: 'weekly' };
    expect(await said(ask('PATCH', `/notices/readers/${id}`, { rule, language: 'hi' }))).toMatchObject({
      rule,
      language: 'hi',
    });
  });

  it('M4: is asked again once an hour', async () => {
    await install();
    const { id } = await said<Reader>(ask('POST', '/notices/readers', ravi()));
    await delivered('invitation', 'sent');
    expect(await statusOf(ask('POST', `/notices/readers/${id}/invite`))).toBe(409);
    system.clock.pass(3_600_000);
    expect(await statusOf(ask('POST', `/notices/readers/${id}/invite`))).toBe(200);
    await until('a second invitation is sent', async () => mailed().length === 2);
    expect(new Set((await deliveries()).map(({ identity }) => identity)).size).toBe(2);
  });

  it('M4: is one of five a day who get an invitation at the same address, from whatever shop', async () => {
    const address = 'victim@corp.example';
    for (let n = 0; n < 8; n += 1) {
      shop = `bomber-${n}.myshopify.com`;
      await install();
      expect(await statusOf(ask('POST', '/notices/readers', { ...ravi(), address }))).toBe(201);
      await until('it is settled', async () => (await deliveries()).every((row) => row.state === 'sent' || row.code));
    }
    expect(mails.filter(({ to }) => to === address)).toHaveLength(5);
    expect(await deliveries()).toMatchObject([{ state: 'waiting', code: 'address-cap', attempts: 0 }]);
  });
});

describe('what a check finds', () => {
  const scanned = () =>
    until(
      'the scan is over',
      async () => (await said<{ state: string }>(ask('GET', '/scans/current'))).state === 'done',
    );

  /** As if a check had just found what is open, in a shop that is told of everything at any hour. */
  async function foundAnew(): Promise<void> {
    const { connection } = system.store;
    const open = await alertModel(connection).find({ shop, status: 'open' }).lean();
    const at = system.clock.now();
    const news = open.map(({ fingerprint, checkId, messageId, data, subject, severity }) => ({
      ...{ kind: 'opened', fingerprint, checkId, messageId, data: data as unknown, subject, severity },
      ...{ atStakePaise: null, dueOn: null, at: at.toISOString() },
    }));
    expect(news.length).toBeGreaterThan(1);
    await alertNewsModel(connection).create({ shop, at, newsJson: JSON.stringify(news), isHandedOut: false });
    await system.product.sweep();
  }

  beforeEach(async () => {
    await ask('PATCH', '/notices', { quietHours: null });
    await install();
    await scanned();
  });

  it('is one mail to who confirmed, and the same a week later none', async () => {
    await confirmedReader({ rule: { ...DEFAULT_RULE, leastSeverity: 'low' } });
    await foundAnew();
    expect(await delivered('alerts', 'sent')).toMatchObject({ channel: 'mail', attempts: 1 });
    expect(mailed()).toEqual(['invite', 'alerts']);
    system.clock.pass(7 * DAY_MS);
    await system.product.sweep();
    await until(
      'a check ran',
      async () => (await scanModel(system.store.connection).countDocuments({ shop, state: 'done' })) === 2,
    );
    await system.product.sweep();
    expect(await alertNewsModel(system.store.connection).countDocuments({ shop, isHandedOut: false })).toBe(0);
    expect(mailed()).toEqual(['invite', 'alerts']);
  });

  it('T10: is mailed to nobody who did not confirm, and to nobody who was removed', async () => {
    await said<Reader>(ask('POST', '/notices/readers', { ...ravi(), address: `waits@agency-${count}.example` }));
    const { id } = await confirmedReader({ rule: { ...DEFAULT_RULE, leastSeverity: 'low' } });
    answer = { outcome: 'again', code: 'timed-out' };
    await foundAnew();
    const tried = () =>
      until('a mail was tried', async () => (await deliveries()).find(({ kind, code }) => kind === 'alerts' && code));
    expect(await tried()).toMatchObject({ state: 'waiting', code: 'timed-out', to: `r…@agency-${count}.example` });
    expect(await statusOf(ask('DELETE', `/notices/readers/${id}`))).toBe(204);
    answer = { outcome: 'sent' };
    system.clock.pass(DAY_MS / 4);
    await system.product.sweep();
    const rows = (await deliveries()).filter(({ kind }) => kind === 'alerts');
    expect(rows).toMatchObject([{ state: 'dropped', code: 'gone', to: null }]);
    expect(mailed()).toEqual(['invite', 'invite']);
  });
});

describe('lost access', () => {
  it('is told to owners and managers, once', async () => {
    await install();
    await confirmedReader();
    await confirmedReader({ address: `viewer@agency-${count}.example`, role: 'viewer' });
    await system.product.lifecycle.accessLost(shop);
    await system.product.lifecycle.accessLost(shop);
    expect(await delivered('visit', 'sent')).toMatchObject({ to: `r…@agency-${count}.example` });
    expect(mailed()).toEqual(['invite', 'invite', 'visit']);
  });
});

describe('a delivery that was given up', () => {
  it('is sent again by hand, under the same identity, and nothing else is', async () => {
    await install();
    answer = { outcome: 'again', code: 'unreachable' };
    await said(ask('POST', '/notices/readers', ravi()));
    await until('it was tried', async () => (await deliveries())[0]?.attempts === 1);
    const [waiting] = await deliveries();
    expect(await statusOf(ask('POST', `/notices/deliveries/${waiting?.id}/again`))).toBe(409);
    system.clock.pass(DAY_MS); // the last try of mail
    await system.product.sweep();
    const parked = await delivered('invitation', 'parked');
    answer = { outcome: 'sent' };
    expect(await said(ask('POST', `/notices/deliveries/${parked.id}/again`))).toMatchObject({ id: parked.id });
    expect(await delivered('invitation', 'sent')).toMatchObject({ identity: waiting?.identity });
    expect(mailed()).toEqual(['invite']);
    expect(await statusOf(ask('POST', `/notices/deliveries/${parked.id}/again`))).toBe(409);
  });
});
