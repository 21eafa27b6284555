import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLIENT_ID, CLIENT_SECRET, PREVIOUS_SECRET, startPlatform } from '../test/platform.ts';
import type { Platform } from '../test/platform.ts';
import type { SessionTokenOverrides } from '../sandbox/oauth/session-token.ts';
import { webhookReceiptModel } from './models/webhook-receipt.ts';

let platform: Platform;
let shop: string;
let other: string;
let owner: string;

beforeAll(async () => {
  platform = await startPlatform();
  const [first, second] = platform.sandbox.shops;
  if (!first || !second) throw new Error('the sandbox has two shops');
  [shop, other] = [first.domain, second.domain];
  owner = String(first.people.find(({ isOwner }) => isOwner)?.id);
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.news.length = 0;
  platform.lines.length = 0;
});

const sessionToken = (overrides?: SessionTokenOverrides): string =>
  platform.sandbox.sessionToken(shop, owner, overrides);
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${platform.url}${path}`, { headers, redirect: 'manual' });
const signedIn = (token = sessionToken()): Record<string, string> => ({ authorization: `Bearer ${token}` });
const now = (): number => Math.floor(Date.now() / 1_000);
const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('A8: sign-in', () => {
  it('takes twenty first requests for one install', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/api/me', signedIn())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await answers[0]?.json()).toEqual({ shop, userId: owner, role: 'owner' });
    expect(platform.news.filter((line) => line.startsWith('installed'))).toHaveLength(1);
    expect(platform.lines.join()).not.toContain('eyJ');
  });

  it('T2: takes the shop from the token and from nowhere else', async () => {
    const answer = await fetch(`${platform.url}/api/me?shop=${other}`, {
      headers: { ...signedIn(), 'x-shopify-shop-domain': other },
    });
    expect(await answer.json()).toMatchObject({ shop });
  });
});

describe('A1, A2, A3: tokens that are refused', () => {
  const wrong: [string, () => string][] = [
    ['nothing', () => ''],
    ['no token', () => 'x'],
    ['alg none', () => sessionToken({ alg: 'none' })],
    ['HS512', () => sessionToken({ alg: 'HS512' })],
    [
      'RS256 in the header',
      () => [encode({ alg: 'RS256', typ: 'JWT' }), ...sessionToken().split('.').slice(1)].join('.'),
    ],
    [
      'a key in the header',
      () => [encode({ alg: 'HS256', jwk: { kty: 'oct', k: 'x' } }), ...sessionToken().split('.').slice(1)].join('.'),
    ],
    ['another secret', () => sessionToken({ secret: 'not-the-secret-at-all' })],
    ['another audience', () => sessionToken({ aud: 'another-app' })],
    ['ended', () => sessionToken({ exp: now() - 60 })],
    ['not begun', () => sessionToken({ nbf: now() + 60 })],
    ['empty subject', () => sessionToken({ sub: '' })],
    ['a subject that is no person', () => sessionToken({ sub: 'gid://shopify/Customer/1' })],
    ['issuer and destination of two shops', () => sessionToken({ iss: `https://${other}/admin` })],
    ['an issuer that only begins well', () => sessionToken({ iss: `https://${shop}.evil.example/admin` })],
    ['a destination outside', () => sessionToken({ dest: 'https://evil.example', iss: 'https://evil.example/admin' })],
    ["a checkout's token", () => sessionToken({ dest: shop, iss: '' })],
    ['cut', () => sessionToken().slice(0, -3)],
    ['endless', () => `${sessionToken()}${'A'.repeat(10_000)}`],
  ];

  it.each(wrong)('%s', async (_name, make) => {
    const token = make();
    const answer = await get('/api/me', { authorization: `Bearer ${token}` });
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (token.length > 8)
      expect(`${text}${platform.lines.join()}${await platform.metrics.registry.metrics()}`).not.toContain(
        token.slice(0, 60),
      );
  });

  it('a token in another scheme, or in the query', async () => {
    expect((await get('/api/me', { authorization: `Basic ${sessionToken()}` })).status).toBe(401);
    expect((await get(`/api/me?id_token=${sessionToken()}`)).status).toBe(401);
  });
});

describe('extensions of the admin', () => {
  it.each([
    ['https://extensions.shopifycdn.com', 'https://extensions.shopifycdn.com'],
    ['https://evil.example', null],
  ])('from %s: %s may read, before and after sign-in', async (origin, allowed) => {
    const asking = { origin, 'access-control-request-method': 'POST' };
    const first = await fetch(`${platform.url}/api/orders/1/check`, { method: 'OPTIONS', headers: asking });
    expect([first.status === 204, first.headers.get('access-control-allow-origin')]).toEqual([
      allowed !== null,
      allowed,
    ]);
    for (const [headers, status] of [
      [signedIn(), 200],
      [{}, 401],
    ] as const) {
      const answer = await get('/api/me', { origin, ...headers });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, allowed]);
    }
  });
});

describe('documents', () => {
  const hostOf = (text: string): string => Buffer.from(text).toString('base64');
  const page = (query: Record<string, string>): Promise<Response> => get(`/?${new URLSearchParams(query).toString()}`);
  const host = () => hostOf(`admin.shopify.com/store/${shop.split('.')[0]}`);
  const ancestors = (answer: Response): string | undefined =>
    answer.headers
      .get('content-security-policy')
      ?.split('; ')
      .find((part) => part.startsWith('frame-ancestors'));

  it('X5: gives the page to a good token, framed by its shop only', async () => {
    const answer = await page({ embedded: '1', shop, host: host(), id_token: sessionToken() });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`data-api-key="${CLIENT_ID}"`);
    expect(html).toContain('<div id="root">');
    expect(ancestors(answer)).toBe(`frame-ancestors https://${shop} https://admin.shopify.com`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('gives the same page on every route of its own', async () => {
    const answer = await get(
      `/alerts/1?${new URLSearchParams({ embedded: '1', shop, id_token: sessionToken() }).toString()}`,
    );
    expect(await answer.text()).toContain('<div id="root">');
  });

  it.each([
    ['no token', () => ({})],
    ['a stale token', () => ({ id_token: sessionToken({ exp: now() - 60 }) })],
    ["another shop's token", () => ({ id_token: platform.sandbox.sessionToken(other) })],
  ])('bounces with %s', async (_name, extra) => {
    const answer = await page({ embedded: '1', shop, host: host(), evil: '"><script>alert(1)</script>', ...extra() });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`data-api-key="${CLIENT_ID}"`);
    expect(html).not.toContain('root');
    expect(html).not.toMatch(/alert|evil/);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBeNull();
  });

  it('serves the script that the bounce page names, as a script', async () => {
    const answer = await get('/bounce.js');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(await answer.text()).toContain('idToken()');
  });

  it('sends on to the admin when it is not in its frame', async () => {
    const answer = await page({ shop, host: host() });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(
      `https://admin.shopify.com/store/${shop.split('.')[0]}/apps/${CLIENT_ID}`,
    );
  });

  it.each([
    ['host', hostOf('evil.example')],
    ['host', hostOf('javascript:alert(1)')],
    ['host', hostOf('admin.shopify.com.evil.example')],
    ['host', hostOf('admin.shopify.com/store/x\nSet-Cookie: a=b')],
    ['host', hostOf('a.myshopify.com@evil.example/admin')],
    ['host', hostOf('evil.example/admin.shopify.com/store/x')],
    ['host', 'not base64!'],
    ['host', ''],
    ['shop', 'evil.example'],
    ['shop', 'a.myshopify.com.evil.example'],
    ['shop', 'a.myshopify.com; script-src *'],
    ['shop', 'a.myshopify.com/'],
    ['shop', 'A.myshopify.com'],
    ['shop', ''],
  ])('A4: refuses %s=%j: no redirect, no frame, no script', async (name, value) => {
    const embedded = name === 'shop' ? { embedded: '1' } : {};
    const answer = await page({ ...embedded, [name]: value });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(ancestors(answer)).toBe("frame-ancestors 'none'");
    expect(text).not.toContain('<script');
    if (value !== '') expect(text).not.toContain(value);
  });

  it('A5: knows no way back that a query names', async () => {
    const answer = await page({
      shop,
      host: host(),
      returnTo: '//evil.example',
      'shopify-reload': 'https://evil.example',
    });
    expect(answer.headers.get('location')).not.toContain('evil');
  });
});

describe('files', () => {
  it('keeps built files for ever', async () => {
    const answer = await get('/assets/index-abc123.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('export {};\n');
  });

  it.each([
    '/assets/none.js',
    '/assets/%2e%2e/index.html',
    '/index.html',
    '/style.css',
    '/.git/config',
    '/.env',
    '/assets/..%2f..%2fstore',
  ])('T6, O5: %s is 404 and not the page', async (path) => {
    const answer = await get(`${path}?embedded=1&shop=${shop}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('root');
  });
});

describe('requests to the API', () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${platform.url}/api/echo`, {
      method: 'POST',
      headers: { ...signedIn(), 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });

  it('parses, acts, answers', async () => {
    expect(await (await post('{"name":"x"}')).json()).toEqual({ name: 'x' });
  });

  it.each<[string, string, Record<string, string>, number]>([
    ['no JSON', '{"name":', {}, 400],
    ['a prototype', '{"__proto__":{"name":"x"},"name":"x"}', {}, 400],
    ['nothing', '', {}, 400],
    ['an unknown key', '{"name":"x","role":"owner"}', {}, 400],
    ['I1: an operator', '{"name":{"$ne":""}}', {}, 400],
    ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['Q6: a compressed body', '{}', { 'content-encoding': 'gzip' }, 415],
    ['10 MB', 'x'.repeat(10 * 1024 * 1024), {}, 413],
  ])('refuses %s', async (_name, body, headers, status) => {
    const answer = await post(body, headers).catch(() => null);
    // The server may close before ten megabytes are sent; then there is no answer to read.
    if (status === 413 && answer === null) return;
    expect(answer?.status).toBe(status);
    expect(answer?.headers.get('content-type')).toContain('application/problem+json');
  });

  it('names bad fields and repeats nothing', async () => {
    const answer = await post('{"name":"much too long","extra":1}');
    expect(await answer.json()).toMatchObject({ type: 'bad-request', fields: { name: 'too_big', extra: 'unknown' } });
  });

  it('O5: tells nothing of an inner error but its id', async () => {
    const answer = await get('/api/broken', signedIn());
    const problem = (await answer.json()) as { requestId: string };
    expect([answer.status, Object.keys(problem).sort()]).toEqual([500, ['requestId', 'status', 'title', 'type']]);
    expect(JSON.stringify(problem)).not.toContain('inner words');
    expect(platform.lines.find((line) => line.includes(problem.requestId))).toContain('inner words');
  });

  it.each(['/api', '/api/', '/api/none', '/api/me/x', '/webhooks'])(
    'T6: %s is never the page, and never kept',
    async (path) => {
      const answer = await get(`${path}?embedded=1&shop=${shop}`, signedIn());
      expect([404, 405]).toContain(answer.status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );
});

it('O3: counts by route pattern, never by address or shop', async () => {
  await get('/api/me?x=canary', signedIn());
  await get('/canary/address', signedIn());
  const text = await platform.metrics.registry.metrics();
  expect(text).toContain('prahari_http_request_seconds_count{route="/api/me",method="GET",status="200"}');
  expect(text).not.toMatch(/canary|myshopify/);
});

describe('A6: the name it answers to', () => {
  const withHost = (headers: Record<string, string | string[]>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${platform.url}/api/me`, { headers: flat(headers), setHost: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  /** As name, value, name, value: the only way to send a name twice. */
  const flat = (headers: Record<string, string | string[]>): string[] =>
    Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));

  it.each<[string, Record<string, string | string[]>, number]>([
    ['another name', { host: 'evil.example' }, 421],
    ['a name with a person', { host: 'a@evil.example' }, 421],
    ['two names', { host: ['evil.example', 'other.example'] }, 400],
  ])('refuses %s', async (_name, headers, status) => {
    expect(await withHost(headers)).toBe(status);
  });

  it('does not believe forwarded names without a trusted proxy', async () => {
    expect(await withHost({ host: new URL(platform.url).host, 'x-forwarded-host': 'evil.example' })).toBe(401);
    expect(await withHost({ host: 'evil.example', 'x-forwarded-host': new URL(platform.url).host })).toBe(421);
  });
});

describe('webhooks', () => {
  let count = 0;
  const sign = (body: string | Buffer, secret = CLIENT_SECRET): string =>
    createHmac('sha256', secret).update(body).digest('base64');
  const headersFor = (
    topic: string,
    body: string | Buffer,
    extra: Record<string, string> = {},
  ): Record<string, string> => ({
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': shop,
    'x-shopify-webhook-id': `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    'x-shopify-triggered-at': new Date().toISOString(),
    'x-shopify-hmac-sha256': sign(body),
    ...extra,
  });
  const deliver = async (headers: Record<string, string>, body: string | Buffer): Promise<number> => {
    const answer = await fetch(`${platform.url}/webhooks`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  /** What the product heard once all work is done. */
  const heard = async (): Promise<string[]> => {
    await new Promise((resolve) => setImmediate(resolve));
    await platform.inbox.idle();
    return platform.news;
  };
  const theme = JSON.stringify({ id: 1, name: 'Dawn', role: 'main' });

  it.each<[string, (body: string) => Record<string, string>]>([
    ['a wrong signature', () => ({ 'x-shopify-hmac-sha256': sign('other') })],
    ['no signature', () => ({ 'x-shopify-hmac-sha256': '' })],
    [
      'hexadecimal',
      (body) => ({ 'x-shopify-hmac-sha256': createHmac('sha256', CLIENT_SECRET).update(body).digest('hex') }),
    ],
    ['another length', (body) => ({ 'x-shopify-hmac-sha256': sign(body).slice(0, -4) })],
    ['another secret', (body) => ({ 'x-shopify-hmac-sha256': sign(body, 'another-secret-entirely') })],
  ])('W1: refuses %s', async (_name, extra) => {
    expect(await deliver(headersFor('themes/publish', theme, extra(theme)), theme)).toBe(401);
    expect(await heard()).toEqual([]);
  });

  it('W1: refuses an empty body that nobody signed', async () => {
    expect(await deliver({ ...headersFor('themes/publish', 'x') }, '')).toBe(401);
  });

  it.each<[string, string | Buffer]>([
    ['odd spacing', '{  "id" :1 ,\n\t"name": "x" }\r\n'],
    [
      'a byte that is not UTF-8',
      Buffer.concat([Buffer.from('{"id":1,"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
    ],
  ])('W2: takes the signature over raw bytes: %s', async (_name, body) => {
    expect(await deliver(headersFor('themes/publish', body), body)).toBe(200);
    expect(await heard()).toEqual([`changed ${shop} themes/publish`]);
  });

  it('takes the old secret for as long as it is configured', async () => {
    const headers = headersFor('themes/publish', theme, { 'x-shopify-hmac-sha256': sign(theme, PREVIOUS_SECRET) });
    expect(await deliver(headers, theme)).toBe(200);
    expect(await heard()).toEqual([`changed ${shop} themes/publish`]);
  });

  it('W3: does the same delivery once, however often and however at once it comes', async () => {
    const headers = headersFor('themes/publish', theme);
    const statuses = await Promise.all(Array.from({ length: 10 }, () => deliver(headers, theme)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await heard()).toEqual([`changed ${shop} themes/publish`]);
  });

  it.each(['app/uninstalled', 'shop/redact'])(
    'W3: %s sent again to a shop that still lets us in destroys nothing',
    async (topic) => {
      await get('/api/me', signedIn());
      platform.news.length = 0;
      const body = JSON.stringify({ id: 1, myshopify_domain: shop, shop_id: 1, shop_domain: shop });
      expect(await deliver(headersFor(topic, body, { 'x-shopify-triggered-at': '2026-10-01T00:00:00Z' }), body)).toBe(
        200,
      );
      expect(await heard()).toEqual([]);
    },
  );

  const shopBody = (name: string): string => JSON.stringify({ id: 1, myshopify_domain: name });
  const privacyBody = (name: string): string =>
    JSON.stringify({
      shop_id: 1,
      shop_domain: name,
      customer: { id: 7, email: 'invented.person@buyer.example' },
      data_request: { id: 9 },
      orders_requested: [41, 42],
      orders_to_redact: [43],
    });

  it.each<[string, string, string, Record<string, string>]>([
    ['another shop in the body', 'shop/update', shopBody('b.myshopify.com'), {}],
    ['another shop in the header', 'shop/update', shopBody('b.myshopify.com'), {}],
    ['another shop, compliance', 'customers/redact', privacyBody('b.myshopify.com'), {}],
    ["another topic's body", 'app/uninstalled', privacyBody('b.myshopify.com'), {}],
    ["a theme's body", 'app/scopes_update', theme, {}],
    ['no JSON', 'themes/publish', 'id=1', {}],
    ['no topic', '', theme, { 'x-shopify-topic': '' }],
    ['no id', 'themes/publish', theme, { 'x-shopify-webhook-id': '' }],
    ['no shop', 'themes/publish', theme, { 'x-shopify-shop-domain': 'evil.example' }],
  ])('W4: refuses %s', async (_name, topic, body, extra) => {
    expect(await deliver(headersFor(topic, body, extra), body)).toBe(400);
    expect(await heard()).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['shop/update', shopBody('SHOP'), 'changed SHOP shop/update'],
    ['locations/delete', '{"id":5}', 'changed SHOP locations/delete'],
    [
      'app/scopes_update',
      '{"id":1,"previous":[],"current":["read_themes","read_locations"]}',
      'scopesChanged SHOP read_themes,read_locations',
    ],
    ['customers/data_request', privacyBody('SHOP'), 'customerDataRequested SHOP 9 42,41'],
    [
      'customers/redact',
      privacyBody('SHOP').replace(',"data_request":{"id":9}', ''),
      'customerRedacted SHOP customer 7 43',
    ],
  ])('does %s', async (topic, template, line) => {
    const body = template.replaceAll('SHOP', shop);
    expect(await deliver(headersFor(topic, body), body)).toBe(200);
    expect(await heard()).toEqual([line.replaceAll('SHOP', shop)]);
  });

  it('answers a topic that it has no use for, and keeps nothing of it', async () => {
    expect(await deliver(headersFor('orders/create', theme), theme)).toBe(200);
    expect(await webhookReceiptModel(platform.store.connection).countDocuments({ shop, topic: 'orders/create' })).toBe(
      0,
    );
  });

  it('keeps no person of an event', async () => {
    const body = privacyBody(shop);
    await deliver(headersFor('customers/data_request', body), body);
    await heard();
    expect(JSON.stringify(await webhookReceiptModel(platform.store.connection).find({ shop }).lean())).not.toContain(
      'buyer.example',
    );
  });

  it('takes up again what failed', async () => {
    platform.failNext(new Error('the product was away'));
    expect(await deliver(headersFor('themes/publish', theme), theme)).toBe(200);
    expect(await heard()).toEqual([]);
    await webhookReceiptModel(platform.store.connection).updateMany(
      { shop, isHandled: false },
      { $set: { leaseUntil: new Date(0) } },
    );
    expect(await platform.inbox.resumeUnhandled()).toBe(1);
    expect(await heard()).toEqual([`changed ${shop} themes/publish`]);
    expect(await platform.inbox.resumeUnhandled()).toBe(0);
  });

  it('A9: an uninstall that is real takes the access and tells the product', async () => {
    await get('/api/me', { authorization: `Bearer ${platform.sandbox.sessionToken(other)}` });
    platform.news.length = 0;
    await platform.sandbox.core.uninstall(other);
    await platform.sandbox.webhooksSettled();
    expect(await heard()).toEqual([`accessLost ${other}`, `uninstalled ${other}`]);
  });
});
