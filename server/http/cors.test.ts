import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ADMIN_EXTENSIONS_ORIGIN, cors } from './cors.ts';
import { problems } from './problem.ts';
import type { AppState } from './state.ts';

const SANDBOX = 'http://127.0.0.1:9000';
let url: string;
let close: () => void;

beforeAll(async () => {
  const app = new Koa<AppState>();
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(cors({ under: '/api', origins: [ADMIN_EXTENSIONS_ORIGIN, SANDBOX], methods: ['GET', 'POST', 'PUT'] }));
  app.use(cors({ under: '/buyer', origins: '*', methods: ['GET', 'PUT'] }));
  app.use((ctx) => {
    if (ctx.path.endsWith('/refused')) ctx.throw(401);
    ctx.body = 'answer';
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterAll(() => close());

const ask = (path: string, origin: string | null, init: { method?: string; wants?: string } = {}) =>
  fetch(`${url}${path}`, {
    method: init.method ?? 'GET',
    headers: {
      ...(origin !== null && { Origin: origin }),
      ...(init.wants && { 'Access-Control-Request-Method': init.wants }),
    },
  });
const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin');

describe('pages of other origins', () => {
  it.each([
    ['/api', ADMIN_EXTENSIONS_ORIGIN, ADMIN_EXTENSIONS_ORIGIN],
    ['/api/orders/1/gst', ADMIN_EXTENSIONS_ORIGIN, ADMIN_EXTENSIONS_ORIGIN],
    ['/api/orders/refused', ADMIN_EXTENSIONS_ORIGIN, ADMIN_EXTENSIONS_ORIGIN],
    ['/api/orders/1/gst', SANDBOX, SANDBOX],
    ['/api/orders/1/gst', null, null],
    ['/api/orders/1/gst', 'null', null],
    ['/api/orders/1/gst', 'http://extensions.shopifycdn.com', null],
    ['/api/orders/1/gst', 'https://extensions.shopifycdn.com:8443', null],
    ['/api/orders/1/gst', 'https://extensions.shopifycdn.com.evil.example', null],
    ['/api/orders/1/gst', 'https://evil-extensions.shopifycdn.com', null],
    ['/api/orders/1/gst', 'HTTPS://EXTENSIONS.SHOPIFYCDN.COM', null],
    ['/api/orders/1/gst', `${ADMIN_EXTENSIONS_ORIGIN}, https://evil.example`, null],
    ['/buyer/company', 'null', '*'],
    ['/buyer/company', 'https://shop.example', '*'],
    ['/apix', ADMIN_EXTENSIONS_ORIGIN, null],
    ['/', ADMIN_EXTENSIONS_ORIGIN, null],
    ['/webhooks', 'https://shop.example', null],
  ])('%s from %s: %s', async (path, origin, expected) => {
    const answer = await ask(path, origin);
    expect(allowed(answer)).toBe(expected);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('are told, before any sign-in, what they may send', async () => {
    const answer = await ask('/api/orders/1/check', ADMIN_EXTENSIONS_ORIGIN, { method: 'OPTIONS', wants: 'POST' });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': ADMIN_EXTENSIONS_ORIGIN,
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers': 'Authorization, Content-Type, Accept-Language',
      'access-control-expose-headers': expect.stringContaining('X-Shopify-Retry-Invalid-Session-Request') as unknown,
      vary: 'Origin',
    });
  });

  it('are told nothing from elsewhere: what follows answers as it would', async () => {
    const answer = await ask('/api/orders/1/check', 'https://evil.example', { method: 'OPTIONS', wants: 'POST' });
    expect([await answer.text(), allowed(answer), answer.headers.get('access-control-allow-methods')]).toEqual([
      'answer',
      null,
      null,
    ]);
  });

  it('ask with OPTIONS for something else too, which is no preflight', async () => {
    expect(await (await ask('/api', ADMIN_EXTENSIONS_ORIGIN, { method: 'OPTIONS' })).text()).toBe('answer');
  });
});
