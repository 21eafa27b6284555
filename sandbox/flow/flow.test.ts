import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isSigned } from '../../server/shopify/webhook-signature.ts';
import { sandboxClock } from '../clock.ts';
import { cleanShop } from '../shops/clean-shop.ts';
import { actionSender, type ActionSender } from './action-sender.ts';
import { flowToml, flowTomls } from './flow-tomls.ts';

const SECRET = 'the secret of a test';
const shop = cleanShop({ handle: 'invented', name: 'Invented Namuna', id: 7 });
const WHOLE = { verdict: 'right', differenceRupees: 0, reason: 'As the law asks.' };

let server: Server;
let sender: ActionSender;
let came: { path: string; isSigned: boolean; body: Record<string, unknown> }[] = [];
let answers: { status: number; body: unknown }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const signature = String(request.headers['x-shopify-hmac-sha256'] ?? '');
      const parsed = JSON.parse(body.toString()) as Record<string, unknown>;
      came.push({ path: request.url ?? '', isSigned: isSigned(body, signature, [SECRET]), body: parsed });
      const { status, body: said } = answers.shift() ?? { status: 200, body: { return_value: WHOLE } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const appUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  sender = actionSender({ appUrl, clientSecret: SECRET, clock: sandboxClock(), gapsMs: [0, 0, 0] });
});
afterAll(() => {
  sender.close();
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  came = [];
  answers = [];
});

const order = { handle: 'check-order-gst', properties: { order_id: '101' } };

describe('a workflow that calls an action', () => {
  it('posts to the path of its runtime_url, signed, and takes the value that comes back', async () => {
    const run = await sender.send(shop, order);
    expect(came).toMatchObject([
      {
        ...{ path: '/flow/check-order-gst', isSigned: true },
        body: { shopify_domain: shop.domain, handle: 'check-order-gst', properties: { order_id: '101' } },
      },
    ]);
    expect(run).toMatchObject({ state: 'done', attempts: [200], returnValue: WHOLE });
    expect(sender.runs(shop.domain)[0]).toBe(run);
  });

  it('sends the same run again after 202, 429 and 5xx', async () => {
    answers = [202, 503, 429].map((status) => ({ status, body: {} }));
    const run = await sender.send(shop, order);
    await sender.settled();
    expect(run).toMatchObject({ state: 'done', attempts: [202, 503, 429, 200] });
    expect(new Set(came.map(({ body }) => body['action_run_id'])).size).toBe(1);
  });

  it.each([
    ['a refusal', { status: 404, body: {} }],
    ['a value that lacks a promised field', { status: 200, body: { return_value: { verdict: 'right' } } }],
  ])('fails at %s', async (_what, answer) => {
    answers = [answer];
    const run = await sender.send(shop, order);
    expect([run?.state, came.length]).toEqual(['failed', 1]);
  });

  it('may be spoilt', async () => {
    await sender.send(shop, { ...order, corrupt: 'hmac' });
    await sender.send(shop, { ...order, corrupt: 'body' });
    await sender.send(shop, { ...order, corrupt: 'missing-hmac' });
    expect(came.map((one) => one.isSigned)).toEqual([false, false, false]);
    await sender.send(shop, { ...order, domain: 'other.myshopify.com', runId: 'run-1', copies: 2 });
    expect(came.slice(3)).toMatchObject([
      { isSigned: true, body: { shopify_domain: 'other.myshopify.com', action_run_id: 'run-1' } },
      { isSigned: true, body: { action_run_id: 'run-1' } },
    ]);
  });

  it('calls nothing that the app does not have', async () => {
    expect(await sender.send(shop, { handle: 'alert-raised', properties: {} })).toBeNull();
    expect(await sender.send(shop, { handle: '../../etc', properties: {} })).toBeNull();
    expect(came).toEqual([]);
  });
});

describe('triggers and actions of the app', () => {
  it('are read from their own files', () => {
    expect(
      flowTomls()
        .map(({ handle }) => handle)
        .sort(),
    ).toEqual(['alert-raised', 'check-order-gst', 'gst-status-changed', 'start-recheck', 'vendor-added']);
    expect(flowToml('flow_trigger', 'gst-status-changed')?.keys).toContain('Status now');
    expect(flowToml('flow_action', 'start-recheck')?.returns).toEqual(['started', 'reason']);
  });
});
