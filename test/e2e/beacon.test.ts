import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { BeaconState } from '../../core/api/scripts.ts';
import type { BeaconBook } from '../../core/evidence/scripts.ts';
import { LATE_SCRIPT_URL, LATE_TEXT, TAG_MANAGER_URL } from '../../sandbox/beacon/late-hosts.ts';
import { beaconStore } from '../../server/beacon/beacon-store.ts';
import { systemClock } from '../../server/clock.ts';
import { cspHash } from '../../server/collect/storefront/script-element.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const HOST = 'https://www.saaf-dukaan.example';

describe('what real browsers see', () => {
  let system: System;
  let admin: Browser;
  let shopper: Browser;
  let merchant: MerchantDriver;
  let page: Page;
  let bookOf: () => Promise<BeaconBook>;
  let disconnect: () => Promise<void>;

  beforeAll(async () => {
    system = await startSystem();
    [admin, shopper] = await Promise.all([launchChromium(), launchChromium({ shopsAt: system.shopsAt })]);
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    page = await admin.newPage();
    page.setDefaultTimeout(20_000);
    await merchant.open(page);
    const connection = await connectStore({ uri: system.storeUri });
    const store = beaconStore({ connection, clock: systemClock });
    bookOf = () => store.book(CLEAN_SHOP);
    disconnect = () => connection.close();
  }, 90_000);
  afterAll(async () => {
    await disconnect?.();
    await Promise.all([admin?.close(), shopper?.close()]);
    await system?.stop();
  });

  const control = (body: object) => system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/beacon`, body);
  const state = async () => (await (await merchant.api('GET', '/api/beacon')).json()) as BeaconState;

  /** A visitor who was drawn, or not, and what her browser sent to us. */
  async function visitor(drawn: 'yes' | 'no', options: Parameters<Browser['newContext']>[0] = {}) {
    const context: BrowserContext = await shopper.newContext({ ignoreHTTPSErrors: true, ...options });
    await context.addInitScript((word) => {
      if (location.protocol === 'https:') sessionStorage.setItem('prahariBeacon', word);
    }, drawn);
    const sent: Request[] = [];
    const faults: string[] = [];
    context.on('request', (request) => request.url().startsWith(system.appUrl) && sent.push(request));
    const shop = await context.newPage();
    shop.on('pageerror', (error) => faults.push(error.message));
    return { context, shop, sent, faults };
  }

  /** Opens a page, waits for what comes late, and leaves. */
  async function visit(shop: Page, path: string): Promise<void> {
    await shop.goto(HOST + path, { waitUntil: 'load' });
    await shop.waitForFunction(() => 'lateOffer' in globalThis);
    await shop.waitForLoadState('networkidle');
    await shop.goto('about:blank');
  }

  it('is switched on by the owner, who is led to the theme editor', async () => {
    const app = await merchant.open(page, '/settings');
    await app.getByRole('button', { name: 'Let browsers report' }).click();
    const link = app.getByRole('link', { name: 'Open the theme editor' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain('context=apps&activateAppId=');
    expect(await axeViolations(app)).toEqual([]);
    await control({ isEmbedded: true, hasLateScripts: true });
    expect((await state()).lastReportAt).toBeNull();
  });

  it('learns of a script that no page names, and of nothing else', async () => {
    const { context, shop, sent, faults } = await visitor('yes');
    await visit(shop, '/products/hand-block-cotton-kurta?utm_source=secret-campaign');
    await visit(shop, '/cart');
    await visit(shop, '/cart'); // three reports make a row
    expect(faults).toEqual([]);
    // The browser shows what it sent while the pages stood; what it sent as they went, the store shows below.
    expect(sent.length).toBeGreaterThanOrEqual(2);
    for (const request of sent) {
      expect([request.method(), request.url()]).toEqual(['POST', `${system.appUrl}/beacon`]);
      const report = JSON.parse(request.postData() ?? '') as Record<string, unknown>;
      expect(Object.keys(report).sort()).toEqual(['inline', 'page', 'scripts', 'token']);
      const headers = await request.allHeaders();
      expect([headers['cookie'] ?? '', headers['referer'] ?? '']).toEqual(['', '']);
      expect(JSON.stringify([report, headers])).not.toContain('secret-campaign');
    }
    await context.close();
    const rowsNow = async () => (await bookOf()).seen.map(({ identity, pageKind }) => `${pageKind} ${identity}`);
    await until('the last report has come', async () => (await rowsNow()).includes(`cart ${cspHash(LATE_TEXT)}`));
    const rows = await rowsNow();
    for (const kind of ['product', 'cart']) {
      for (const identity of [TAG_MANAGER_URL, LATE_SCRIPT_URL, cspHash(LATE_TEXT)]) {
        expect(rows).toContain(`${kind} ${identity}`);
      }
    }
    expect(rows.filter((row) => row.includes('saaf-dukaan') || row.includes('shopifycloud'))).toEqual([]);
    expect((await state()).lastReportAt).not.toBeNull();
    const app = await merchant.open(page, '/settings');
    await app.getByText(/^Last report: /).waitFor();
    expect(system.wordsOf('web')).not.toMatch(/secret-campaign|baad-mein/);
  });

  it('hears nothing of a visitor who was not drawn', async () => {
    const { context, shop, sent } = await visitor('no');
    await visit(shop, '/');
    await context.close();
    expect(sent).toEqual([]);
  });

  it('ends for good when the owner stops it, and the page loads no script of ours', async () => {
    const app = await merchant.open(page, '/settings');
    await app.getByRole('button', { name: 'Stop the reports' }).click();
    await app.getByRole('button', { name: 'Let browsers report' }).waitFor();
    const { context, shop, sent } = await visitor('yes');
    await visit(shop, '/');
    expect(await shop.evaluate(() => document.scripts.length)).toBe(0); // about:blank
    await shop.goto(`${HOST}/`);
    expect(await shop.content()).not.toContain('script-beacon');
    await context.close();
    expect(sent).toEqual([]);
    expect(await bookOf()).toEqual({ isOn: false, seen: [] });
  });
});
