import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver, PLANTED_SHOP, REGISTERED_GSTIN } from './merchant.ts';

const GST_CHECKS = /^gst\/|^security\/look-alike/;

/** What a seller does to have the tax audited, from permission to a mended tax table. The steps follow on one another. */
describe('the story of GST', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let app: Frame;
  let merchant: MerchantDriver;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    page = await openPage(browser);
    merchant = new MerchantDriver(system, PLANTED_SHOP);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('says what it would read, before it may', async () => {
    await beginWith(page, merchant);
    app = await merchant.open(page, '/gst');
    await app.getByRole('button', { name: 'Allow reading orders' }).waitFor();
    await app.getByText('We never read names, phone numbers, e-mail addresses or streets.').waitFor();
    expect(await gstAlerts(merchant)).not.toContain('gst/tax-table');
  });

  it('is allowed to read orders and products, in place, and a check follows by itself', async () => {
    await allow(page, app, 'Allow reading orders');
    await app.getByText('Tax to correct').waitFor({ timeout: 60_000 });
    await allow(page, app, 'Allow reading products');
    await app.getByText('Without a code').waitFor({ timeout: 60_000 });
  }, 120_000);

  it('connects a look-up service, and learns that the registration is suspended', async () => {
    await connect(page, merchant);
    app = await merchant.open(page, '/gst');
    await app.getByText('Suspended', { exact: true }).first().waitFor();
    await app.getByText(/Told by Sandbox \(sandbox\.co\.in\)/).waitFor();
  });

  it('finds each planted defect of GST, and none that was not planted', async () => {
    await stateFacts(merchant);
    expect((await merchant.checkNow()).state).toBe('done');
    const planted = (await merchant.describe()).defects.filter(
      ({ checkId, isPresent }) => isPresent && GST_CHECKS.test(checkId),
    );
    expect(planted.length).toBeGreaterThan(15);
    expect(await gstAlerts(merchant)).toEqual([...new Set(planted.map(({ checkId }) => checkId))].toSorted());
  }, 120_000);

  it('shows the rupees by State, and leads to the order in the admin', async () => {
    app = await merchant.open(page, '/gst');
    await app.getByRole('heading', { name: 'Tax on your orders' }).waitFor();
    await app.getByRole('rowheader', { name: 'Karnataka' }).first().waitFor();
    const [alert] = (await merchant.alerts()).filter(({ checkId }) => checkId === 'gst/order-heads');
    expect(alert?.adminPath).toMatch(/^\/orders\/\d+$/);
    app = await merchant.open(page, `/alerts/${alert?.id ?? ''}`);
    const link = app.getByRole('link', { name: /Open .*Shopify/ });
    expect(await link.getAttribute('href')).toContain(`/orders/`);
  });

  it('closes the alert of the tax table once the table is mended and orders follow it', async () => {
    await merchant.mend('karnataka-default-tax-table');
    expect((await merchant.checkNow()).state).toBe('done');
    expect(await gstAlerts(merchant)).not.toContain('gst/tax-table');
  }, 120_000);

  it('finds nothing in the clean twin with the same permissions', async () => {
    const twin = new MerchantDriver(system, CLEAN_SHOP);
    const twinPage = await openPage(browser);
    await beginWith(twinPage, twin);
    const twinApp = await twin.open(twinPage, '/gst');
    await allow(twinPage, twinApp, 'Allow reading orders');
    await twinApp.getByText('Orders judged').waitFor({ timeout: 60_000 });
    await allow(twinPage, twinApp, 'Allow reading products');
    await twinApp.getByText(/variants have a usable code/).waitFor({ timeout: 60_000 });
    await connect(twinPage, twin);
    await stateFacts(twin);
    expect((await twin.checkNow()).state).toBe('done');
    expect(await gstAlerts(twin)).toEqual([]);
    await twinPage.close();
  }, 180_000);
});

/** Installs, enters the GSTIN and lets the first checks end. */
async function beginWith(page: Page, merchant: MerchantDriver): Promise<void> {
  const app = await merchant.open(page);
  await app.getByText(/^Last check: /).waitFor({ timeout: 30_000 });
  await app.getByLabel('GSTIN', { exact: true }).fill(REGISTERED_GSTIN);
  await app.getByRole('button', { name: 'Add GSTIN' }).click();
  await app.getByText('2 of 3 steps done').waitFor();
  await merchant.checkNow();
}

/** Asks in place; the admin shows its own dialog over the app. */
async function allow(page: Page, app: Frame, name: string): Promise<void> {
  await app.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await page
    .getByText(/access/i)
    .first()
    .waitFor();
}

/** With the keys that the sandbox takes for this shop. */
async function connect(page: Page, merchant: MerchantDriver): Promise<void> {
  const app = await merchant.open(page, '/settings');
  await app
    .getByRole('textbox', { name: 'x-api-key' })
    .or(app.getByLabel('x-api-key'))
    .first()
    .fill(`key-${merchant.handle}`);
  await app.getByLabel('x-api-secret').fill(`secret-${merchant.handle}`);
  await app.getByRole('button', { name: 'Connect service' }).click();
  await app.getByText('Connected on').waitFor();
  await merchant.untilLookedUp();
}

/** What only the merchant can tell. */
async function stateFacts(merchant: MerchantDriver): Promise<void> {
  const profile = { turnover: 'to-1.5-crore', isUnregistered: false };
  const answered = await merchant.api('PATCH', '/api/gst/profile', profile);
  expect(answered.status).toBe(200);
  const list = (await (await merchant.api('GET', '/api/registrations')).json()) as { registrations: { id: string }[] };
  for (const { id } of list.registrations) {
    const facts = { scheme: 'regular', filing: 'monthly', hasBankAccount: true };
    expect((await merchant.api('PATCH', `/api/gst/registrations/${id}`, facts)).status).toBe(200);
  }
}

async function gstAlerts(merchant: MerchantDriver): Promise<readonly string[]> {
  const open = await merchant.alerts();
  return [...new Set(open.map(({ checkId }) => checkId))].filter((id) => GST_CHECKS.test(id)).toSorted();
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(20_000);
  return page;
}
