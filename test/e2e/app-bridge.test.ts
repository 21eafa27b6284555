import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa, { type Context } from 'koa';
import type { Browser, Frame, Page } from 'playwright-core';
import { controlRoutes } from '../../sandbox/control/routes.ts';
import { aShop, coreWith } from '../../sandbox/frame/fake-core.ts';
import { frameRouter } from '../../sandbox/frame/router.ts';
import { appFrame, axeViolations, launchChromium } from './chromium.ts';

/** An embedded page that uses what Prahari's pages use, in plain HTML: `log` holds what it saw. */
function embeddedPage(adminUrl: string): string {
  return `<!doctype html><html lang="en"><head>
    <script data-api-key="client" src="${adminUrl}/shopifycloud/app-bridge.js"></script>
    <title>Embedded</title></head><body>
    <main><h1>Embedded</h1>
    <s-app-nav><a href="/" rel="home">Home</a><a href="/alerts">Alerts</a><a href="/plain">Plain</a></s-app-nav>
    <a id="fix" href="shopify://admin/settings/general" target="_top">Open the setting</a>
    <ui-save-bar id="form"><button variant="primary" onclick="log.push('saved')">Keep</button>
      <button onclick="log.push('discarded'); shopify.saveBar.hide('form')">Drop</button></ui-save-bar>
    <ui-modal id="why"><p>Inside</p><ui-title-bar title="Why?">
      <button variant="primary" onclick="log.push('agreed')">Agree</button></ui-title-bar></ui-modal>
    </main>
    <script>
      window.log = [];
      document.addEventListener('shopify:navigate', (event) => {
        const address = event.target.getAttribute('href');
        if (address !== '/plain') history.pushState(null, '', address);
      });
    </script></body></html>`;
}

/** Answers who asks and how often, and refuses the first request as stale. */
function embeddedApp(adminUrl: () => string): Koa {
  const app = new Koa();
  const seen: string[] = [];
  app.use((ctx: Context) => {
    if (ctx.path === '/api/who') {
      seen.push(ctx.get('Authorization'));
      if (seen.length === 1) {
        ctx.status = 401;
        ctx.set('X-Shopify-Retry-Invalid-Session-Request', '1');
      } else ctx.body = { seen };
      return;
    }
    ctx.type = 'html';
    ctx.body = embeddedPage(adminUrl());
  });
  return app;
}

async function serve(app: Koa): Promise<{ server: Server; url: string }> {
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

/** Reads again until the length is right; the comparison after it says what is wrong. */
async function eventually(read: () => Promise<string[]>, wanted: readonly string[]): Promise<string[]> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const now = await read();
    if (now.length >= wanted.length) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return read();
}

/** Runs in the embedded page. */
type Embedded = typeof globalThis & {
  readonly log: string[];
  readonly shopify: {
    idToken(): Promise<string>;
    config: { apiKey: string; locale: string; shop: string };
    toast: { show(message: string, options?: object): string };
    saveBar: { show(id: string): Promise<void>; leaveConfirmation(): Promise<void> };
    modal: { show(id: string): Promise<void> };
    scopes: { request(scopes: string[]): Promise<{ result: string; detail: { granted: string[] } }> };
    loading(isLoading: boolean): void;
    resourcePicker(): Promise<unknown>;
  };
};

describe('the App Bridge stand-in in its admin', () => {
  const servers: Server[] = [];
  let adminUrl = '';
  let appUrl = '';
  let browser: Browser;
  let page: Page;
  let app: Frame;

  beforeAll(async () => {
    const embedded = await serve(embeddedApp(() => adminUrl));
    appUrl = embedded.url;
    const core = coreWith(aShop(), { appUrl });
    const admin = new Koa();
    admin.use(controlRoutes(core).routes());
    admin.use(frameRouter(core).routes());
    const served = await serve(admin);
    adminUrl = served.url;
    servers.push(embedded.server, served.server);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${adminUrl}/store/namuna/apps/prahari`);
    app = await appFrame(page, appUrl);
    await page.locator('#app-menu a').first().waitFor();
  });
  afterEach(() => page.close());

  const log = (): Promise<string[]> => app.evaluate(() => (globalThis as Embedded).log);

  it('knows the app, the shop and the language', async () => {
    const { apiKey, shop, locale } = await app.evaluate(() => ({ ...(globalThis as Embedded).shopify.config }));
    expect([apiKey, shop, locale]).toEqual(['client', 'namuna.myshopify.com', 'en-IN']);
  });

  it('signs the app’s own requests, and once more when the token was stale', async () => {
    const answer = await app.evaluate(async () => (await fetch('/api/who')).json() as Promise<{ seen: string[] }>);
    expect(answer.seen).toEqual(['Bearer token-of-1', 'Bearer token-of-1']);
  });

  it('shows the app’s menu without its home, and moves the app by its own router', async () => {
    expect(await page.locator('#app-menu a').allTextContents()).toEqual(['Alerts', 'Plain']);
    await page.locator('#app-menu a', { hasText: 'Alerts' }).click();
    await page.waitForURL('**/apps/prahari/alerts');
    expect(app.url()).toBe(`${appUrl}/alerts`);
    expect(await page.locator('#app-menu [aria-current]').textContent()).toBe('Alerts');
  });

  it('loads a page that the app’s router leaves alone', async () => {
    await page.locator('#app-menu a', { hasText: 'Plain' }).click();
    await page.waitForURL('**/apps/prahari/plain');
    expect(app.url()).toBe(`${appUrl}/plain`);
  });

  it('opens the admin’s page that a link of the app names', async () => {
    await app.locator('#fix').click();
    await page.waitForURL('**/store/namuna/settings/general');
  });

  it('shows a toast and tells the app of its action', async () => {
    await app.evaluate(() => {
      const { log: seen, shopify } = globalThis as Embedded;
      shopify.toast.show('Alert muted', {
        action: 'Undo',
        onAction: () => seen.push('undone'),
        onDismiss: () => seen.push('gone'),
      });
    });
    await page.locator('.toast', { hasText: 'Alert muted' }).getByRole('button', { name: 'Undo' }).click();
    expect(await eventually(log, ['undone', 'gone'])).toEqual(['undone', 'gone']);
  });

  it('holds back a person who would lose what was typed', async () => {
    await app.evaluate(() => (globalThis as Embedded).shopify.saveBar.show('form'));
    await page.getByRole('button', { name: 'Keep' }).click();
    expect(await eventually(log, ['saved'])).toEqual(['saved']);
    await page.locator('#app-menu a', { hasText: 'Alerts' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(app.url()).not.toContain('/alerts');
    await page.locator('#app-menu a', { hasText: 'Alerts' }).click();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.waitForURL('**/apps/prahari/alerts');
    expect(await log()).toEqual(['saved', 'discarded']);
  });

  it('opens a dialog by keyboard reach, with the app’s own buttons, and dims the admin', async () => {
    await app.evaluate(() => (globalThis as Embedded).shopify.modal.show('why'));
    await page.locator('#scrim').waitFor();
    await app.getByRole('dialog', { name: 'Why?' }).getByRole('button', { name: 'Agree' }).click();
    expect(await log()).toEqual(['agreed']);
    await page.keyboard.press('Escape');
    await page.locator('#scrim').waitFor({ state: 'hidden' });
  });

  it('grants scopes only when the person allows it, and only those of the configuration', async () => {
    const request = (scopes: string[]) =>
      app.evaluate((wanted) => (globalThis as Embedded).shopify.scopes.request(wanted), scopes);
    const refused = request(['read_orders']);
    await page.getByRole('button', { name: 'Not now' }).click();
    expect((await refused).result).toBe('declined-all');
    const granted = request(['read_orders']);
    await page.getByRole('button', { name: 'Allow' }).click();
    expect((await granted).detail.granted).toEqual(['read_themes', 'read_orders']);
    await expect(request(['write_orders'])).rejects.toThrow('does not list these scopes');
  });

  it('refuses aloud what a sandbox does not have', async () => {
    await expect(app.evaluate(() => (globalThis as Embedded).shopify.resourcePicker())).rejects.toThrow(
      'no resource picker',
    );
  });

  it('listens to nobody but the app’s own frame', async () => {
    await page.evaluate(() =>
      window.postMessage({ prahariSandbox: { kind: 'menu', links: [{ label: 'Fake', path: '/x' }] } }, '*'),
    );
    expect(await page.locator('#app-menu a').allTextContents()).toEqual(['Alerts', 'Plain']);
  });

  it('shows its controls, and is open to everybody', async () => {
    await page.getByRole('button', { name: 'Sandbox controls' }).click();
    await page.getByRole('button', { name: 'Mend: Forms without captcha' }).click();
    await page.getByRole('button', { name: 'Plant again: Forms without captcha' }).waitFor();
    expect(await axeViolations(page.mainFrame())).toEqual([]);
  });
});
