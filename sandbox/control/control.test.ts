import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { PLANTED, testSandbox, webhookReceiver } from '../testing/test-sandbox.ts';

let app: Awaited<ReturnType<typeof webhookReceiver>>;
let sandbox: Sandbox;

beforeAll(async () => {
  app = await webhookReceiver();
  sandbox = await testSandbox({ appUrl: app.url });
});
afterAll(async () => {
  await sandbox.close();
  await app.close();
});

async function call(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${sandbox.adminUrl}/sandbox${path}`, {
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the control API', () => {
  it('tells of each shop what a person at the switches needs', async () => {
    const { body } = await call('/shops');
    expect(body['shops']).toHaveLength(2);
    const shop = (await call(`/shops/${PLANTED}`)).body;
    expect(Object.keys(shop).toSorted()).toEqual([
      'defects',
      'deliveries',
      'domain',
      'faults',
      'handle',
      'isInstalled',
      'name',
      'ordersHeld',
      'people',
      'scopes',
    ]);
    expect(shop['defects']).toContainEqual({
      id: 'forms-without-captcha',
      title: expect.any(String),
      checkId: 'security/form-captcha',
      adminPaths: [],
      where: 'shop',
      isPresent: true,
    });
    expect(JSON.stringify(shop)).not.toMatch(/shp(at|rt|ua)_/);
  });

  it('installs, mends, plants, changes scopes and faults, sends webhooks, uninstalls', async () => {
    expect((await call(`/shops/${PLANTED}/install`, {})).body).toMatchObject({ isInstalled: true });

    const mended = (await call(`/shops/${PLANTED}/mend`, { defect: 'forms-without-captcha' })).body;
    expect(mended['defects']).toContainEqual(
      expect.objectContaining({ id: 'forms-without-captcha', isPresent: false }),
    );
    expect(mended['deliveries']).toEqual([
      expect.objectContaining({ topic: 'shop/update', state: 'delivered', attempts: [200] }),
    ]);
    const planted = (await call(`/shops/${PLANTED}/plant`, { defect: 'forms-without-captcha' })).body;
    expect(planted['defects']).toContainEqual(
      expect.objectContaining({ id: 'forms-without-captcha', isPresent: true }),
    );

    expect((await call(`/shops/${PLANTED}/orders`, { held: 2_000 })).body).toMatchObject({ ordersHeld: 2_000 });
    const scoped = (await call(`/shops/${PLANTED}/scopes`, { grant: ['read_orders'], revoke: ['write_themes'] })).body;
    expect(scoped['scopes']).toMatchObject({ granted: expect.arrayContaining(['read_orders']) });
    expect(app.received.at(-1)?.headers['x-shopify-topic']).toBe('app/scopes_update');

    expect((await call(`/shops/${PLANTED}/faults`, { slowMs: 5, badBody: 'html' })).body).toMatchObject({
      faults: { slowMs: 5, badBody: 'html', hang: false },
    });
    expect((await call(`/shops/${PLANTED}/faults`, { slowMs: 0, badBody: null })).body).toMatchObject({
      faults: { badBody: null },
    });

    const before = app.received.length;
    await call(`/shops/${PLANTED}/webhooks`, { topic: 'customers/redact', copies: 2 });
    expect(app.received.slice(before).map(({ headers }) => headers['x-shopify-topic'])).toEqual([
      'customers/redact',
      'customers/redact',
    ]);

    expect((await call(`/shops/${PLANTED}/uninstall`, {})).body).toMatchObject({
      isInstalled: false,
      scopes: { granted: [] },
    });
  });

  it.each([
    ['/shops/other.myshopify.com', undefined, 404],
    ['/shops/other.myshopify.com/mend', { defect: 'x' }, 404],
    [`/shops/${PLANTED}/mend`, { defect: 'no-such-defect' }, 404],
    [`/shops/${PLANTED}/mend`, { defect: 'no-registration-entered' }, 404], // it lies in the app
    [`/shops/${PLANTED}/mend`, {}, 400],
    [`/shops/${PLANTED}/faults`, { slowMs: -1 }, 400],
    [`/shops/${PLANTED}/faults`, { nonsense: true }, 400],
    [`/shops/${PLANTED}/faults`, { bulk: 'nonsense' }, 400],
    [`/shops/${PLANTED}/orders`, { held: 161 }, 400],
    [`/shops/${PLANTED}/orders`, { held: 1e12 }, 400],
    [`/shops/${PLANTED}/webhooks`, { topic: 'orders/nonsense' }, 400],
    [`/shops/${PLANTED}/scopes`, { grant: ['read themes'] }, 400],
    ['/session-token?shop=other.myshopify.com', undefined, 404],
    [`/session-token?shop=${PLANTED}&user=1`, undefined, 404],
  ])('%s with %j: %s', async (path, body, status) => {
    expect((await call(path, body)).status).toBe(status);
  });

  it.each([
    ['', true],
    ['551000012', false],
  ])('hands out a session token for "%s"', async (user, isOwner) => {
    const { body } = await call(`/session-token?shop=${PLANTED}&user=${user}`);
    expect(body).toMatchObject({ token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), user: { isOwner } });
    expect(Buffer.from(String(body['host']), 'base64').toString()).toBe('admin.shopify.com/store/vastra-niketan');
  });
});

describe('the admin port', () => {
  const statusFor = (headers: Record<string, string>, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const url = new URL(`${sandbox.adminUrl}/sandbox/shops/${PLANTED}/install`);
      const path = method === 'GET' ? '/sandbox/shops' : url.pathname;
      request({ host: '127.0.0.1', port: url.port, path, method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['localhost', 421], // another port than ours
  ])('refuses the host %s', async (host, status) => {
    expect(await statusFor({ Host: host })).toBe(status);
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost:1', 403],
    ['ours', 200],
  ])('a change that comes from %s: %s', async (origin, status) => {
    const { host } = new URL(sandbox.adminUrl);
    expect(await statusFor({ Host: host, Origin: origin === 'ours' ? sandbox.adminUrl : origin }, 'POST')).toBe(status);
  });
});
