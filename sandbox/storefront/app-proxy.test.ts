import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';

import type { Sandbox } from '../start.ts';
import { callShop, TEST_CLIENT_ID, TEST_SECRET } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';
import { signedQuery } from './app-proxy.ts';

const HOST = 'https://www.saaf-dukaan.example';

interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const calls: Call[] = [];
const app = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://app.example');
    calls.push({ method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '9', 'Set-Cookie': 'a=b' });
    response.end('{"known":true}');
  });
});

let sandbox: Sandbox;
beforeAll(async () => {
  await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
  sandbox = await testSandbox({ appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}` });
});
beforeEach(() => void calls.splice(0));
afterAll(async () => {
  await sandbox.close();
  app.close();
});

async function fault(proxyFault: string | null): Promise<void> {
  await fetch(`${sandbox.adminUrl}/sandbox/shops/${CLEAN}/storefront`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ proxyFault }),
  });
}
const ask = (path = '/apps/prahari/gstin') =>
  callShop(sandbox, HOST + path, {
    method: 'POST',
    text: 'gstin=27AAZCI1005F1Z5',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: 'cart=1',
      'X-Sandbox-Visitor': '203.0.113.7',
    },
  });
/** Whether the app, as Shopify's own library judges it, may believe the call. */
const isGenuine = ({ url }: Call) =>
  shopifyApi({
    apiKey: TEST_CLIENT_ID,
    apiSecretKey: TEST_SECRET,
    hostName: 'app.example',
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: true,
    isTesting: true,
    logger: { level: LogSeverity.Error },
  }).utils.validateHmac(Object.fromEntries(url.searchParams), { signator: 'appProxy' });

describe('the app proxy', () => {
  it('hands a call on with the platform’s parameters, signed, and the answer back, both without cookies', async () => {
    const answer = await ask('/apps/prahari/gstin?x=1');
    const [call] = calls;
    expect(call).toMatchObject({ method: 'POST', body: 'gstin=27AAZCI1005F1Z5' });
    expect(call?.url.pathname).toBe('/proxy/gstin');
    expect(Object.fromEntries(call?.url.searchParams ?? [])).toMatchObject({
      x: '1',
      shop: CLEAN,
      path_prefix: '/apps/prahari',
      logged_in_customer_id: '',
    });
    expect(call?.headers).toMatchObject({ 'x-forwarded-for': '203.0.113.7' });
    expect([call?.headers.cookie, answer.headers['set-cookie']]).toEqual([undefined, undefined]);
    expect([answer.status, answer.text, answer.headers['retry-after']]).toEqual([429, '{"known":true}', '9']);
    expect(call && (await isGenuine(call))).toBe(true);
  });

  it('lets no visitor speak as the platform', async () => {
    await ask('/apps/prahari/gstin?shop=other.myshopify.com&signature=0&timestamp=1&logged_in_customer_id=7');
    expect(calls[0]?.url.searchParams.getAll('shop')).toEqual([CLEAN]);
    expect(calls[0]?.url.searchParams.get('logged_in_customer_id')).toBe('');
  });

  it('takes the way of a language, too, and no other app’s', async () => {
    await ask('/hi/apps/prahari/gstin');
    expect(calls).toHaveLength(1);
    expect((await ask('/apps/praharis/gstin')).status).toBe(405);
    expect(calls).toHaveLength(1);
  });

  it('goes wrong when so asked', async () => {
    await fault('tampered');
    await ask();
    await fault('old');
    await ask();
    await fault('unreachable');
    const answer = await ask();
    await fault(null);
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'text/html; charset=utf-8']);
    const [tampered, old, ...more] = calls;
    expect(more).toEqual([]);
    const at = (call: Call | undefined) => Number(call?.url.searchParams.get('timestamp'));
    expect(at(tampered) - at(old)).toBeGreaterThan(3_000);
    expect(tampered && (await isGenuine(tampered))).toBe(false);
  });
});

it('signs as Shopify’s documentation shows', () => {
  // The worked example of shopify.dev, "Authenticate app proxies".
  const own = {
    shop: 'shop-name.myshopify.com',
    path_prefix: '/apps/awesome_reviews',
    timestamp: '1317327555',
    logged_in_customer_id: '1',
  };
  const query = signedQuery(new URLSearchParams('extra=1&extra=2'), own, 'hush');
  expect(query.get('signature')).toBe('4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb');
});
