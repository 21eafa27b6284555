import '@shopify/shopify-api/adapters/node';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiVersion, LogSeverity, shopifyApi, type Shopify } from '@shopify/shopify-api';

import { NO_FAULTS } from '../faults/settings.ts';
import type { Sandbox } from '../start.ts';
import { TEST_CLIENT_ID, TEST_SECRET } from '../testing/shop-client.ts';
import { PLANTED, testSandbox, webhookReceiver, type ReceivedWebhook } from '../testing/test-sandbox.ts';
import { RETRY_GAPS_MS } from './sender.ts';
import { WEBHOOK_TOPICS } from './topics.ts';

let app: Awaited<ReturnType<typeof webhookReceiver>>;
let sandbox: Sandbox;
let library: Shopify;

beforeAll(() => {
  library = shopifyApi({
    apiKey: TEST_CLIENT_ID,
    apiSecretKey: TEST_SECRET,
    apiVersion: ApiVersion.October26,
    hostName: 'app.example',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
  });
});
beforeEach(async () => {
  app = await webhookReceiver();
  sandbox = await testSandbox({ appUrl: app.url, webhookRetryGapsMs: [1, 1, 1, 1, 1, 1, 1, 1] });
  sandbox.core.install(PLANTED);
});
afterEach(async () => {
  await sandbox.close();
  await app.close();
});

function validate({ headers, body }: ReceivedWebhook) {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return library.webhooks.validate({
    rawBody: body,
    rawRequest: { method: 'POST', url: '/webhooks', headers: named } as never,
  });
}

const state = () => sandbox.core.describe(PLANTED)?.deliveries[0];

describe('webhooks', () => {
  it.each(WEBHOOK_TOPICS)('%s carries what the official library asks for', async (topic) => {
    await sandbox.core.sendWebhook(PLANTED, { topic });
    const [webhook] = app.received;
    if (!webhook) throw new Error('nothing arrived');
    expect(await validate(webhook)).toMatchObject({
      valid: true,
      topic: topic.toUpperCase().replace('/', '_'),
      domain: PLANTED,
      apiVersion: '2026-10',
    });
    expect(webhook.headers).toMatchObject({
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-shopify-event-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-shopify-triggered-at': expect.stringMatching(/^20\d\d-.*Z$/),
    });
    expect(JSON.parse(webhook.body)).toEqual(expect.any(Object));
  });

  it.each([
    ['a wrong signature', 'hmac', 'invalid_hmac'],
    ['a body changed on the way', 'body', 'invalid_hmac'],
    ['no signature', 'missing-hmac', 'missing_hmac'],
  ] as const)('can be spoilt by %s', async (_what, corrupt, reason) => {
    await sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update', corrupt });
    const [webhook] = app.received;
    if (!webhook) throw new Error('nothing arrived');
    expect(await validate(webhook)).toMatchObject({ valid: false, reason });
  });

  it('come again, the same, until an answer in the two hundreds', async () => {
    app.statuses.push(500, 404, 302);
    await sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update' });
    await sandbox.webhooksSettled();
    expect(state()).toMatchObject({ attempts: [500, 404, 302, 200], state: 'delivered' });
    expect(new Set(app.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(app.received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  });

  it('are tried eight more times over four hours, at growing gaps', () => {
    expect(RETRY_GAPS_MS).toHaveLength(8);
    expect(RETRY_GAPS_MS.toSorted((a, b) => a - b)).toEqual(RETRY_GAPS_MS);
    expect(RETRY_GAPS_MS.reduce((sum, gap) => sum + gap, 0)).toBeLessThanOrEqual(4 * 3_600_000);
  });

  it('are given up after eight more tries', async () => {
    app.statuses.push(...Array.from({ length: 12 }, () => 500));
    await sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update' });
    await sandbox.webhooksSettled();
    expect(state()?.attempts).toHaveLength(9);
    expect(state()?.state).toBe('failed');
  });

  it('count an app that is away as one try', async () => {
    await app.close();
    await sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update' });
    expect(state()?.attempts[0]).toBe(0);
  });

  it.each([
    ['ordered', () => sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update', copies: 3 })],
    [
      'by the switch',
      () => {
        sandbox.core.setFaults(PLANTED, { webhookCopies: 3 });
        return sandbox.core.sendWebhook(PLANTED, { topic: 'shop/update' });
      },
    ],
  ])('come as duplicates under one id when %s', async (_how, send) => {
    await send();
    expect(app.received).toHaveLength(3);
    expect(new Set(app.received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  });

  it('come newest first when their order is turned round', async () => {
    sandbox.core.setFaults(PLANTED, { isWebhookOrderReversed: true });
    const topics = ['shop/update', 'themes/publish', 'locations/update'];
    await Promise.all(topics.map((topic) => sandbox.core.sendWebhook(PLANTED, { topic })));
    expect(app.received.map(({ headers }) => headers['x-shopify-topic'])).toEqual(topics.toReversed());
    sandbox.core.setFaults(PLANTED, NO_FAULTS);
  });

  it('can be replayed under an old id and time', async () => {
    const order = { topic: 'app/uninstalled', webhookId: 'an-old-id', triggeredAt: '2026-01-01T00:00:00Z' };
    await sandbox.core.sendWebhook(PLANTED, order);
    expect(app.received[0]?.headers).toMatchObject({
      'x-shopify-webhook-id': 'an-old-id',
      'x-shopify-triggered-at': '2026-01-01T00:00:00Z',
    });
  });
});

describe('what the shop tells by itself', () => {
  it.each([
    ['storefront-still-locked', 'shop/update', { password_enabled: false }],
    ['address-in-gujarat', 'shop/update', { province_code: 'MH', zip: '400013' }],
    ['warehouse-in-karnataka', 'locations/update', { name: 'Main warehouse', province_code: 'MH' }],
    ['nagpur-pin-of-telangana', 'locations/update', { name: 'Nagpur shop', zip: '440010' }],
    ['surplus-scope', 'app/scopes_update', { current: expect.not.arrayContaining(['write_themes']) }],
  ])('mending %s fires %s', async (defect, topic, body) => {
    expect(await sandbox.core.mend(PLANTED, defect)).toBe(true);
    expect(app.received.map(({ headers }) => headers['x-shopify-topic'])).toEqual([topic]);
    expect(JSON.parse(app.received[0]?.body ?? '')).toMatchObject(body);
  });

  it('says nothing of an edited theme file, as Shopify does not', async () => {
    await sandbox.core.mend(PLANTED, 'review-widget-script');
    expect(app.received).toEqual([]);
  });

  it('tells of changed scopes before and after', async () => {
    await sandbox.core.changeScopes(PLANTED, { grant: ['read_orders'], revoke: ['write_themes'] });
    const { previous, current } = JSON.parse(app.received[0]?.body ?? '{}') as {
      previous: string[];
      current: string[];
    };
    expect(previous).toContain('write_themes');
    expect(current).toContain('read_orders');
    expect(current).not.toContain('write_themes');
    const defect = sandbox.core.describe(PLANTED)?.defects.find(({ id }) => id === 'surplus-scope');
    expect(defect?.isPresent).toBe(false);
  });

  it('tells an uninstall once, and then nothing more', async () => {
    await sandbox.core.uninstall(PLANTED);
    await sandbox.core.uninstall(PLANTED);
    await sandbox.core.mend(PLANTED, 'storefront-still-locked');
    expect(app.received.map(({ headers }) => headers['x-shopify-topic'])).toEqual(['app/uninstalled']);
  });
});
