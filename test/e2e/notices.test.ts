import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver, OWN_GSTIN } from './merchant.ts';

interface Posts {
  readonly posts: readonly { path: string; body: string; isSigned: boolean | null; headers: Record<string, string> }[];
}

/** The owner sets ways out up by the page; a defect then travels all of them. */
describe('who hears of alerts', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let merchant: MerchantDriver;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(20_000);
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    await merchant.open(page);
    await merchant.api('POST', '/api/registrations', { gstin: OWN_GSTIN });
    await merchant.checkNow();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const posts = async () => ((await system.control('GET', '/sandbox/posts.json')) as Posts).posts;

  it('adds a webhook on a phone, copies its secret, and sees a test arrive signed', async () => {
    const app = await merchant.open(page, '/notices');
    await app.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = app.locator('ui-modal').first();
    await dialog.getByLabel('Name', { exact: true }).fill('Accounts');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://hooks.receiver.example/accounts');
    await dialog.getByLabel('Shape').selectOption('json');
    await dialog.getByLabel('From this severity on').selectOption('low');
    expect(await axeViolations(app)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add a webhook' }).click();
    const secret = await app.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    expect(await axeViolations(app)).toEqual([]);
    await system.control('POST', '/sandbox/posts', { secrets: { path: '/accounts', secrets: [secret] } });
    await app.getByRole('button', { name: 'I have copied it' }).click();
    await app.getByRole('button', { name: 'Send a test to Accounts' }).click();
    await app.getByText('The receiver took it (status 200).').waitFor();
    expect(await posts()).toMatchObject([{ path: '/accounts', isSigned: true }]);
    expect(await app.locator('body').innerHTML()).not.toContain(secret);
  });

  it('switches Flow on by keyboard', async () => {
    const app = await merchant.open(page, '/notices');
    await app.getByLabel('Start workflows').press('Space');
    await app.getByLabel('From this severity on').selectOption('low');
    await app.getByRole('button', { name: 'Save: Shopify Flow' }).press('Enter');
    await page.getByText('Saved for Shopify Flow').waitFor();
  });

  it('hears of what the next check finds, by webhook and by Flow, and sees that it was sent', async () => {
    await merchant.api('PATCH', '/api/notices', { quietHours: null }); // whatever hour it is
    const before = (await posts()).length;
    const { defects } = await merchant.describe();
    const planted = defects.find(({ where, isPresent }) => where === 'shop' && isPresent === false);
    await system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/plant`, { defect: planted?.id });
    await merchant.checkNow();
    const checkId = planted?.checkId ?? '';
    await until('a post about it', async () =>
      (await posts()).slice(before).some(({ body, isSigned }) => body.includes(checkId) && isSigned === true),
    );
    await until('a workflow about it', async () => {
      const flow = (await system.control('GET', `/sandbox/shops/${CLEAN_SHOP}/flow`)) as { runs: unknown[] };
      return JSON.stringify(flow.runs).includes(checkId);
    });
    const app = await merchant.open(page, '/notices', { locale: 'hi' });
    await app.getByText('भेजा गया').first().waitFor();
    expect(await axeViolations(app)).toEqual([]);
  });
});
