import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { NewWebhook } from '../../core/api/notices.ts';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { RECEIVER_HOST } from '../../sandbox/receiver/webhook-receiver.ts';
import { testSandbox } from '../../sandbox/testing/test-sandbox.ts';
import { fakeAdmin, shopAnswers } from '../../test/fake-admin.ts';
import { someNews } from '../../test/notice-lab.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { outgoingService, type OutgoingService } from '../api/outgoing/outgoing.service.ts';
import { createGuardedFetch, type Outbound } from '../http/guarded-fetch.ts';
import { outgoingWebhookModel } from '../models/outgoing-webhook.ts';
import { noticeSettingsStore } from '../notices/notice-settings.ts';
import { createDeliver, type Deliver } from '../outbox/deliver.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import type { Merchant } from '../shopify/lifecycle.ts';
import { adminLinks } from '../shopify/admin-link.ts';
import { ensureIndexes } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { KeyRing } from '../store/key-ring.ts';
import { outgoingSide } from './outgoing-side.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER_SHOP = 'jasmine.myshopify.com';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PATH = '/canary-of-the-address';
const URL_OF_TARGET = `https://${RECEIVER_HOST}${PATH}`;

let sandbox: Awaited<ReturnType<typeof testSandbox>>;
let store: TestStore;
let guardedFetch: Outbound;
let side: ReturnType<typeof outgoingSide>;
let service: OutgoingService;
let outbox: Outbox;
let deliver: Deliver;

const personOf = (shop: string): Merchant => ({ shop, userId: '1', role: 'owner' });
const owner = personOf(SHOP);
const wish: NewWebhook = {
  ...{ name: 'Our team', url: URL_OF_TARGET, format: 'json', language: 'en', getsWeekly: true },
  rule: DEFAULT_RULE,
};

beforeAll(async () => {
  sandbox = await testSandbox();
  store = await openTestStore();
  const { connection } = store;
  const { clock } = sandbox;
  const [host = '', port] = sandbox.connectTo.split(':');
  guardedFetch = createGuardedFetch({ connectTo: { host, port: Number(port) }, caFile: sandbox.caFile });
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  const settings = noticeSettingsStore({ connection });
  outbox = createOutbox({ connection, cipher, clock });
  side = outgoingSide({
    ...{ connection, cipher, clock, settings, adminLink: adminLinks(), weekly: async () => null },
    // Ten seconds of silence are shortened: that they end is the guarded fetch's own test.
    guardedFetch: (url, init) => guardedFetch(url, { ...init, ...(init?.timeoutMs && { timeoutMs: 500 }) }),
    adminFor: () => fakeAdmin(shopAnswers()),
    vendorsOf: async () => [],
  });
  service = outgoingService({ ...side, settings, outbox, appUrl: 'https://prahari.example', clock });
  deliver = createDeliver({
    ...{ outbox, channels: side.channels, listeners: side.listeners, clock, log: pino({ level: 'silent' }) },
    isInstalled: async () => true,
    roomFor: async () => ({ isFree: true, day: '2026-11-23' }),
    chance: () => 0.5,
  });
  await ensureIndexes(connection);
});
afterAll(async () => {
  await guardedFetch.close();
  await sandbox.close();
  await store.close();
});
beforeEach(async () => {
  for (const shop of [SHOP, OTHER_SHOP]) await side.webhooks.forget(shop);
  sandbox.receiver.forget();
});
afterEach(() => {
  sandbox.receiver.misbehave(null, 0);
  sandbox.receiver.expect(PATH, []);
});

async function queued(shop: string, to: string, identity: string) {
  const part = { source: identity, news: [someNews()] };
  const dueAt = sandbox.clock.now();
  await outbox.add({ shop, identity, channel: 'webhook', kind: 'alerts', to, dueAt, part });
}
const run = (shop = SHOP) => deliver.run({ shop, channel: 'webhook' });
const stateOf = async (identity: string, shop = SHOP) =>
  (await outbox.newest(shop)).find((one) => one.identity === identity);
const ids = () => sandbox.receiver.posts().map(({ headers }) => headers['webhook-id']);

describe('a webhook', () => {
  it('keeps name, address and secrets sealed; the secret leaves once', async () => {
    const { webhook, secret } = await service.add(owner, wish);
    expect(webhook).toMatchObject({ name: 'Our team', host: RECEIVER_HOST, isOn: true, trouble: null, last: null });
    const kept = JSON.stringify(await outgoingWebhookModel(store.connection).find({ shop: SHOP }).lean());
    for (const word of [secret, PATH, 'Our team']) expect(kept).not.toContain(word);
    const shown = JSON.stringify(await side.webhooks.list(SHOP));
    for (const word of [secret, PATH]) expect(shown).not.toContain(word);
  });

  it('is one of ten at most', async () => {
    for (let at = 0; at < 10; at += 1) await service.add(owner, { ...wish, name: `w${at}` });
    await expect(service.add(owner, wish)).rejects.toMatchObject({ status: 409 });
  });

  it.each([
    ['http://hooks.example/x', 'not-https'],
    ['https://localhost/x', 'not-a-public-name'],
    ['https://127.0.0.1/x', 'not-a-public-name'],
    ['https://169.254.169.254/latest/meta-data', 'not-a-public-name'],
    ['https://[::1]/', 'not-a-public-name'],
    ['https://2130706433/', 'not-a-public-name'],
    ['https://metadata.internal/', 'not-a-public-name'],
    ['https://hooks.example:8443/', 'port'],
    ['https://user:word@hooks.example/', 'credentials-in-address'],
    ['https://prahari.example/webhooks', 'own-address'],
    ['no address', 'not-an-address'],
  ])('S7: is refused at %s: %s', async (url, reason) => {
    await expect(service.add(owner, { ...wish, url })).rejects.toMatchObject({ status: 422, fields: { url: reason } });
    expect(await side.webhooks.list(SHOP)).toEqual([]);
  });

  it('T9: is changed by the owner alone, and tried by a manager', async () => {
    const { webhook } = await service.add(owner, wish);
    for (const role of ['manager', 'viewer'] as const) {
      const person = { ...owner, role };
      for (const act of [
        () => service.add(person, wish),
        () => service.change(person, webhook.id, { isOn: false }),
        () => service.remove(person, webhook.id),
        () => service.rotate(person, webhook.id),
      ]) {
        await expect(act()).rejects.toMatchObject({ status: 403 });
      }
    }
    await expect(service.test({ ...owner, role: 'viewer' }, webhook.id)).rejects.toMatchObject({ status: 403 });
    expect(await service.test({ ...owner, role: 'manager' }, webhook.id)).toMatchObject({ isDelivered: true });
  });

  it('is nobody’s in another shop', async () => {
    const { webhook } = await service.add(owner, wish);
    const stranger = personOf(OTHER_SHOP);
    for (const act of [
      () => service.change(stranger, webhook.id, { isOn: false }),
      () => service.remove(stranger, webhook.id),
      () => service.rotate(stranger, webhook.id),
      () => service.test(stranger, webhook.id),
    ]) {
      await expect(act()).rejects.toMatchObject({ status: 404 });
    }
    expect(await side.webhooks.list(SHOP)).toHaveLength(1);
  });
});

describe('a test of a webhook', () => {
  it('posts an invented alert that the receiver can verify, and tells its status', async () => {
    const { webhook, secret } = await service.add(owner, wish);
    sandbox.receiver.expect(PATH, [secret]);
    expect(await service.test(owner, webhook.id)).toEqual({ isDelivered: true, status: 200, code: 'sent' });
    const [post] = sandbox.receiver.posts();
    expect(post).toMatchObject({ path: PATH, isSigned: true });
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      ...{ format: 'prahari-notice-1', kind: 'test', shop: SHOP, id: post?.headers['webhook-id'], moreAlerts: 0 },
      alerts: [{ check: 'security/domain-tls', severity: 'high' }],
    });
    await expect(service.test(owner, webhook.id)).rejects.toMatchObject({ status: 429 });
    sandbox.clock.advance(11_000);
    expect(await service.test(owner, webhook.id)).toMatchObject({ isDelivered: true });
  });

  it.each([
    ['error', { isDelivered: false, status: 500, code: 'status' }],
    ['busy', { isDelivered: false, status: 429, code: 'busy' }],
    ['redirect', { isDelivered: false, status: 307, code: 'redirect' }],
    ['gone', { isDelivered: false, status: 410, code: 'gone' }],
    ['hang', { isDelivered: false, status: null, code: 'timed-out' }],
  ] as const)('S7: %s: the status is told, and nothing else of the answer', async (fault, answer) => {
    const { webhook } = await service.add(owner, wish);
    sandbox.receiver.misbehave(fault, 1);
    expect(await service.test(owner, webhook.id)).toEqual(answer);
    expect(sandbox.receiver.posts()).toHaveLength(1); // no redirect was followed
    const [shown] = await side.webhooks.list(SHOP);
    expect(shown?.last).toMatchObject({ status: answer.status, code: answer.code });
    expect(shown).toMatchObject(
      fault === 'gone' ? { isOn: false, trouble: 'gone' } : { isOn: true, trouble: 'failing' },
    );
  });
});

describe('secrets', () => {
  it('M6: two sign for seven days, then the new one alone; a third ends the first', async () => {
    const { webhook, secret: first } = await service.add(owner, wish);
    const { secret: second, webhook: turned } = await service.rotate(owner, webhook.id);
    expect(second).not.toBe(first);
    expect(turned.oldSecretUntil).not.toBeNull();
    const isSignedBy = async (secret: string) => {
      sandbox.clock.advance(11_000);
      sandbox.receiver.expect(PATH, [secret]);
      await service.test(owner, webhook.id);
      return sandbox.receiver.posts().at(-1)?.isSigned;
    };
    expect([await isSignedBy(first), await isSignedBy(second)]).toEqual([true, true]);
    sandbox.clock.advance(7 * DAY_MS);
    expect([await isSignedBy(first), await isSignedBy(second)]).toEqual([false, true]);
    expect((await side.webhooks.list(SHOP))[0]?.oldSecretUntil).toBeNull();
    const { secret: third } = await service.rotate(owner, webhook.id);
    const { secret: fourth } = await service.rotate(owner, webhook.id);
    expect([await isSignedBy(second), await isSignedBy(third), await isSignedBy(fourth)]).toEqual([false, true, true]);
  });

  it('M6: an altered or old post does not verify', async () => {
    const { webhook, secret } = await service.add(owner, wish);
    await service.test(owner, webhook.id);
    sandbox.receiver.expect(PATH, [secret]);
    const [post] = sandbox.receiver.posts();
    const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': mac = '' } = post?.headers ?? {};
    const headers = { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': mac };
    const again = async (body: string, over: Record<string, string> = {}) => {
      await guardedFetch(URL_OF_TARGET, { method: 'POST', headers: { ...headers, ...over }, body });
      return sandbox.receiver.posts().at(-1)?.isSigned;
    };
    const body = post?.body ?? '';
    expect(await again(body)).toBe(true); // a copy: its id tells that it is one
    expect(await again(body.replace('high', 'low'))).toBe(false);
    expect(await again(body, { 'webhook-id': 'alerts:other' })).toBe(false);
    expect(await again(body, { 'webhook-timestamp': String(Number(at) + 60) })).toBe(false);
    sandbox.clock.advance(6 * 60_000);
    expect(await again(body)).toBe(false);
  });
});

describe('delivering', () => {
  it('P4: a receiver that answers 500 for a day gets each notice afterwards, under the same id and unchanged', async () => {
    const { webhook } = await service.add(owner, wish);
    sandbox.receiver.misbehave('error', 24);
    await queued(SHOP, webhook.id, 'alerts:s1:webhook:w');
    for (let hour = 0; hour < 40; hour += 1) {
      await run();
      sandbox.clock.advance(HOUR_MS);
    }
    expect(await stateOf('alerts:s1:webhook:w')).toMatchObject({ state: 'sent', code: null });
    expect(new Set(ids())).toEqual(new Set(['alerts:s1:webhook:w']));
    expect(new Set(sandbox.receiver.posts().map(({ body }) => body)).size).toBe(1);
    expect(sandbox.receiver.posts().at(-1)?.answered).toBe(200);
    expect((await side.webhooks.list(SHOP))[0]).toMatchObject({ trouble: null, last: { code: 'sent' } });
  });

  it('P4: after three days it is parked, and sent again by hand under the same id', async () => {
    const { webhook } = await service.add(owner, wish);
    sandbox.receiver.misbehave('hang', 24 * 5);
    await queued(SHOP, webhook.id, 'alerts:s2:webhook:w');
    for (let step = 0; step < 20; step += 1) {
      await run();
      sandbox.clock.advance(6 * HOUR_MS);
    }
    const parked = await stateOf('alerts:s2:webhook:w');
    expect(parked).toMatchObject({ state: 'parked', code: 'timed-out' });
    sandbox.receiver.misbehave(null, 0);
    await outbox.sendAgain(SHOP, parked?.id ?? '');
    await run();
    expect(await stateOf('alerts:s2:webhook:w')).toMatchObject({ state: 'sent' });
    expect(new Set(ids())).toEqual(new Set(['alerts:s2:webhook:w']));
  });

  it('P4: one that is gone gets nothing more, and another shop is not delayed', async () => {
    const { webhook } = await service.add(owner, wish);
    const theirs = await service.add(personOf(OTHER_SHOP), { ...wish, url: `https://${RECEIVER_HOST}/theirs` });
    sandbox.receiver.misbehave('gone', 1);
    await queued(SHOP, webhook.id, 'alerts:s3:webhook:w');
    await queued(SHOP, webhook.id, 'alerts:s4:webhook:w');
    await run();
    sandbox.receiver.misbehave(null, 0);
    await queued(OTHER_SHOP, theirs.webhook.id, 'alerts:s5:webhook:w');
    await run(OTHER_SHOP);
    expect(await stateOf('alerts:s3:webhook:w')).toMatchObject({ state: 'dropped', code: 'gone' });
    expect(await stateOf('alerts:s4:webhook:w')).toMatchObject({ state: 'dropped', code: 'switched-off' });
    expect(await stateOf('alerts:s5:webhook:w', OTHER_SHOP)).toMatchObject({ state: 'sent' });
  });

  it('waits as long as the receiver asks, up to an hour', async () => {
    const { webhook } = await service.add(owner, wish);
    sandbox.receiver.misbehave('busy', 0.5);
    await queued(SHOP, webhook.id, 'alerts:s6:webhook:w');
    await run();
    sandbox.clock.advance(HOUR_MS - 60_000);
    await run();
    expect(sandbox.receiver.posts()).toHaveLength(1);
    sandbox.clock.advance(60_000);
    await run();
    expect(await stateOf('alerts:s6:webhook:w')).toMatchObject({ state: 'sent' });
  });

  it('T10: a target that was removed or switched off in between gets nothing', async () => {
    const { webhook } = await service.add(owner, wish);
    const { webhook: second } = await service.add(owner, wish);
    await queued(SHOP, webhook.id, 'alerts:s7:webhook:w');
    await queued(SHOP, second.id, 'alerts:s8:webhook:w');
    await service.remove(owner, webhook.id);
    await service.change(owner, second.id, { isOn: false });
    await run();
    expect(sandbox.receiver.posts()).toEqual([]);
    expect(await stateOf('alerts:s7:webhook:w')).toMatchObject({ state: 'dropped', code: 'gone' });
    expect(await stateOf('alerts:s8:webhook:w')).toMatchObject({ state: 'dropped', code: 'switched-off' });
  });

  it.each(['slack', 'teams', 'google-chat'] as const)(
    'writes for %s in the language that was chosen',
    async (format) => {
      const { webhook } = await service.add(owner, { ...wish, format, language: 'hi' });
      await queued(SHOP, webhook.id, `alerts:${format}:webhook:w`);
      await run();
      expect(sandbox.receiver.posts()[0]?.body).toMatch(/नया अलर्ट/);
    },
  );
});
