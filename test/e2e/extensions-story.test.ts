import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { FlowRun } from '../../sandbox/flow/flow-state.ts';
import { aGstin } from '../factories.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';
import { faultsOf, openOrder } from './extension-page.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const HOST = 'https://www.saaf-dukaan.example';
/** Of Karnataka, with the last character of another number: as people mistype. */
const MISTYPED = aGstin({ state: '29', pan: 'AAAPZ4321D' }).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
const MASKED = `${MISTYPED.slice(0, 5)}`;
/** Where pictures of this story go, if anybody wants them. */
const PICTURES = process.env['PICTURES'];

const WORDS = {
  en: {
    prefix: '',
    gstin: /^GSTIN \(/,
    business: /^Business name/,
    mistake: /typing mistake/,
    addToCart: /Add to cart/,
    checkOut: /Check out/,
    order: 'Place the order',
    thanks: 'Thank you',
    cannot: 'Cannot exist',
    again: 'Check again',
    found: 'Found, and still open',
    alert: /has a typing mistake/,
  },
  hi: {
    prefix: '/hi',
    gstin: /^GSTIN \(/,
    business: /^कारोबार का नाम/,
    mistake: /लिखने की गलती/,
    addToCart: /कार्ट में/,
    checkOut: 'आगे बढ़ें',
    order: 'ऑर्डर दें',
    thanks: 'धन्यवाद',
    cannot: 'नहीं हो सकता',
    again: 'फिर से जाँचें',
    found: 'मिला और अब भी खुला',
    alert: /लिखने की गलती/,
  },
} as const;

/** A buyer mistypes a GSTIN in the cart and buys all the same; the merchant hears of it wherever she looks. */
describe.each(['en', 'hi'] as const)('the story of extensions: %s', (language) => {
  const words = WORDS[language];
  let system: System;
  let admin: Browser;
  let shopper: Browser;
  let page: Page;
  let merchant: MerchantDriver;
  let orderId = 0;

  const control = (path: string, body: object) => system.control('POST', `/sandbox/shops/${CLEAN_SHOP}${path}`, body);
  const runs = async () =>
    ((await system.control('GET', `/sandbox/shops/${CLEAN_SHOP}/flow`)) as { runs: readonly FlowRun[] }).runs;

  async function picture(of: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    for (const width of [1280, 390]) {
      await of.setViewportSize({ width, height: 900 });
      await of.waitForTimeout(300);
      await of.screenshot({ path: join(PICTURES, `${name}-${language}-${width}.png`), fullPage: true });
    }
    await of.setViewportSize({ width: 1280, height: 900 });
  }

  beforeAll(async () => {
    system = await startSystem();
    [admin, shopper] = await Promise.all([launchChromium(), launchChromium({ shopsAt: system.shopsAt })]);
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    page = await admin.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    await merchant.open(page, '', { locale: 'en' });
    expect((await merchant.api('POST', '/api/registrations', { gstin: '27AAPFU0939F1ZV' })).status).toBeLessThan(300);
    await merchant.allow(page, 'Allow reading orders');
    // At night nothing but the critical is told, and tests run at any hour.
    expect((await merchant.api('PATCH', '/api/notices', { quietHours: null })).status).toBeLessThan(300);
    const rule = { areas: ['gst'], leastSeverity: 'low', pace: 'at-once', tellsResolved: false };
    const flow = await merchant.api('PATCH', '/api/notices/flow', { isOn: true, rule });
    expect(flow.status).toBeLessThan(300);
    expect((await merchant.checkNow()).state).toBe('done');
    expect((await merchant.alerts()).filter(({ checkId }) => checkId === 'gst/buyer-gstins')).toEqual([]);
    await control('/blocks', { block: 'buyer-gstin', isOn: true });
  }, 180_000);
  afterAll(async () => {
    await Promise.all([admin?.close(), shopper?.close()]);
    await system?.stop();
  });

  it('a buyer gives a number in the cart, reads what is wrong with it, and may buy', async () => {
    const context = await shopper.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } });
    const shop = await context.newPage();
    shop.setDefaultTimeout(20_000);
    const faults: string[] = [];
    shop.on('pageerror', (error) => faults.push(error.message));
    await shop.goto(`${HOST}${words.prefix}/`);
    const product = await shop.locator('a[href*="/products/"]').first().getAttribute('href');
    const path = new URL(product ?? '', shop.url()).pathname.replace(/^\/hi\//, '/');
    await shop.goto(`${HOST}${words.prefix}${path}`);
    await shop.getByRole('button', { name: words.addToCart }).click();
    await shop.goto(`${HOST}${words.prefix}/cart`);
    await shop.getByLabel(words.gstin).fill(MISTYPED);
    await shop.getByLabel(words.business).fill('Invented Stores');
    await shop.getByLabel(words.business).blur();
    await shop.getByText(words.mistake).first().waitFor();
    expect(await axeViolations(shop.mainFrame())).toEqual([]);
    expect(await sidewaysOverflowPx(shop.mainFrame())).toBe(0);
    await picture(shop, 'cart');
    await shop.getByRole('button', { name: words.checkOut }).click();
    await shop.getByRole('button', { name: words.order }).click();
    await shop.getByRole('heading', { name: words.thanks }).waitFor();
    await shop.getByText(`Buyer GSTIN: ${MISTYPED}`).waitFor();
    await picture(shop, 'thank-you');
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it('the order carries it, and the block on the order judges it', async () => {
    orderId = await newestOrder();
    const block = await openOrder(page, { adminUrl: system.adminUrl, shop: CLEAN_SHOP, orderId, locale: language });
    await block.getByText(MISTYPED).first().waitFor();
    await block.getByText(words.cannot).first().waitFor();
    await picture(page, 'order');
    await block.getByRole('button', { name: words.again }).click();
    await block.getByRole('status').first().waitFor();
    expect(await faultsOf(block as unknown as Page)).toEqual([]);
  }, 120_000);

  async function newestOrder(): Promise<number> {
    await page.goto(`${system.adminUrl}/store/${merchant.handle}/orders`);
    const link = await page.locator('a[href*="/orders/"]').first().getAttribute('href');
    return Number(/\/orders\/(\d+)/.exec(link ?? '')?.[1]);
  }

  it('a check follows by itself: the alert opens, and Flow gets its trigger', async () => {
    await until('the alert is there', async () =>
      (await merchant.alerts()).some(({ checkId }) => checkId === 'gst/buyer-gstins'),
    );
    await until('Flow was told', async () =>
      (await runs()).some(
        ({ handle, payload }) => handle === 'alert-raised' && payload['Check'] === 'gst/buyer-gstins',
      ),
    );
    const [run] = (await runs()).filter(({ payload }) => payload['Check'] === 'gst/buyer-gstins');
    expect(run?.payload).toMatchObject({ News: 'opened', Area: 'gst' });
    expect(JSON.stringify(run?.payload)).toContain(MASKED);
    expect(JSON.stringify(run?.payload)).not.toContain(MISTYPED);
  }, 120_000);

  it('and it stands on the GST page', async () => {
    const app = await merchant.open(page, '/gst', { locale: language });
    await app.getByRole('heading', { name: words.found }).waitFor();
    await app.getByRole('link', { name: words.alert }).first().waitFor();
    await picture(page, 'gst');
    const order = await merchant.open(page, `/order?id=${orderId}`, { locale: language });
    await order.getByText(MISTYPED).first().waitFor();
    expect(await axeViolations(order)).toEqual([]);
    await picture(page, 'order-page');
  }, 120_000);
});
