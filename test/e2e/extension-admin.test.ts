import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { CLEAN, testSandbox } from './own-sandbox.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { openOrder, openProduct, openSelection } from './extension-page.ts';

interface Seen {
  readonly asked: string;
  readonly origin: string;
  readonly user: string;
}

/** Stands for the app: takes notes of who asks, and knows nothing. */
async function silentApp(seen: Seen[]): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const origin = request.headers.origin ?? '';
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Accept');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const [, payload = ''] = /^Bearer [^.]+\.([^.]+)\./.exec(request.headers.authorization ?? '') ?? [];
    const { sub = 'nobody' } =
      payload === '' ? {} : (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub?: string });
    seen.push({ asked: `${request.method ?? ''} ${request.url ?? ''}`, origin, user: sub });
    response.writeHead(404, { 'Content-Type': 'application/problem+json' }).end('{"type":"not-found","status":404}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

describe('extensions in the sandbox’s admin', () => {
  const seen: Seen[] = [];
  let app: Awaited<ReturnType<typeof silentApp>>;
  let sandbox: Awaited<ReturnType<typeof testSandbox>>;
  let browser: Browser;
  let page: Page;
  let owner = '';
  let orderId = 0;
  let productId = 0;

  beforeAll(async () => {
    app = await silentApp(seen);
    [sandbox, browser] = await Promise.all([testSandbox({ appUrl: app.url }), launchChromium()]);
    sandbox.core.install(CLEAN);
    owner = sandbox.core.describe(CLEAN)?.people.find(({ isOwner }) => isOwner)?.id ?? '';
    orderId = sandbox.core.orders(CLEAN).at(-1)?.id ?? 0;
    productId = sandbox.shops.find(({ domain }) => domain === CLEAN)?.commerce.products[0]?.id ?? 0;
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    app.server.closeAllConnections();
    app.server.close();
  });
  beforeEach(async () => {
    seen.length = 0;
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
  });
  afterEach(() => page.close());

  const place = () => ({ adminUrl: sandbox.adminUrl, shop: CLEAN });
  const firstAsked = async () => {
    for (let attempt = 0; attempt < 800 && seen.length === 0; attempt += 1) await page.waitForTimeout(25);
    return seen[0];
  };

  it('shows the block of an order in the admin’s language; it asks as the person, from nowhere', async () => {
    const frame = await openOrder(page, { ...place(), orderId, locale: 'hi' });
    expect(await frame.locator('html').getAttribute('lang')).toBe('hi');
    expect(await firstAsked()).toEqual({ asked: `GET /api/orders/${orderId}/gst`, origin: 'null', user: owner });
    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 0);
    expect(await axeViolations(page.mainFrame())).toEqual([]);
  });

  it('keeps the frame from the admin around it', async () => {
    const frame = await openOrder(page, { ...place(), orderId });
    const reached = await frame.evaluate(() => {
      try {
        return parent.document.title;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reached).toBe('SecurityError');
  });

  it('shows the block of a product', async () => {
    await openProduct(page, { ...place(), productId });
    expect((await firstAsked())?.asked).toBe(`GET /api/products/${productId}/gst`);
  });

  it('leads from an order to the app by its link', async () => {
    await openOrder(page, { ...place(), orderId });
    await page.getByText('More actions').click();
    const link = page.locator('a.menu-item').first();
    expect(await link.getAttribute('href')).toBe(`/store/saaf-dukaan/apps/prahari/order?id=${orderId}&shop=${CLEAN}`);
  });

  it('hands what is ticked to an action, in a dialog that can be closed', async () => {
    await page.goto(`${sandbox.adminUrl}/store/saaf-dukaan/orders`);
    expect(await page.locator('button[data-action-target]').first().isDisabled()).toBe(true);
    await openSelection(page, { ...place(), orders: 3, action: /GST/ });
    await page.getByRole('dialog').waitFor();
    expect((await firstAsked())?.asked).toBe('POST /api/orders/gst');
    await page.getByText('3 selected').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it.each([
    ['app:alerts/12', '/store/saaf-dukaan/apps/prahari/alerts/12'],
    ['/gst', '/store/saaf-dukaan/apps/prahari/gst'],
    ['shopify:admin/settings/taxes', '/store/saaf-dukaan/settings/taxes'],
  ])('follows %s for the extension', async (url, address) => {
    const frame = await openOrder(page, { ...place(), orderId });
    await frame.evaluate((to) => {
      const { shopify } = globalThis as unknown as { shopify: { navigation: { navigate(to: string): void } } };
      shopify.navigation.navigate(to);
    }, url);
    await page.waitForURL(`**${address}`);
  });

  it('shows none of it where the app is not installed', async () => {
    await sandbox.core.uninstall(CLEAN);
    await page.goto(`${sandbox.adminUrl}/store/saaf-dukaan/orders/${orderId}`);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByText('More actions').count()).toBe(0);
    sandbox.core.install(CLEAN);
  });

  it('answers no frame that it did not make', async () => {
    const frame = await openOrder(page, { ...place(), orderId });
    await firstAsked();
    const tokens: string[] = [];
    page.on('request', (request) => request.url().includes('session-token') && tokens.push(request.url()));
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const other = document.createElement('iframe');
          other.srcdoc = `<script>
            parent.postMessage({ prahariExtension: { kind: 'ask', id: 1, question: { what: 'token' } } }, '*');
            parent.postMessage('asked', '*');</script>`;
          window.addEventListener('message', ({ data }) => data === 'asked' && resolve(null));
          document.body.append(other);
        }),
    );
    // What is asked after it is answered: the one before was passed over.
    const token = await frame.evaluate(() =>
      (globalThis as unknown as { shopify: { auth: { idToken(): Promise<string> } } }).shopify.auth.idToken(),
    );
    expect(token.split('.')).toHaveLength(3);
    expect(tokens).toHaveLength(1);
  });
});
