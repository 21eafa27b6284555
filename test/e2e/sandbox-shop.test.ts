import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { inventedGstin } from '../../sandbox/shops/commerce/invented-gstin.ts';
import { CLEAN, testSandbox, type OwnSandbox } from './own-sandbox.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';

const HOST = 'https://www.saaf-dukaan.example';
const GSTIN = inventedGstin('MH', 3);

describe('the sandbox’s shop', () => {
  let sandbox: OwnSandbox;
  let browser: Browser;
  beforeAll(async () => {
    sandbox = await testSandbox();
    browser = await launchChromium({ shopsAt: sandbox.connectTo });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  async function control(path: string, body: object): Promise<void> {
    await fetch(`${sandbox.adminUrl}/sandbox/shops/${CLEAN}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
  async function isWellMade(page: Page): Promise<void> {
    expect(await axeViolations(page.mainFrame())).toEqual([]);
    expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
  }

  it.each([
    ['en', '', true],
    ['hi', '/hi', true],
    ['en', '', false],
  ])(
    'sells something in %s: product, cart, checkout, thanks (path "%s", script %s)',
    async (language, root, hasScript) => {
      await control('storefront', { isPlus: language === 'hi' });
      await control('blocks', { block: 'buyer-gstin', isOn: true });
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        javaScriptEnabled: hasScript,
        viewport: { width: 390, height: 844 },
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${HOST}${root}/products/block-print-kurta`);
      await page.locator('form[action$="/cart/add"] button').click();
      await page.waitForURL(`${HOST}${root}/cart`);
      await page.locator('input[name="attributes[Buyer GSTIN]"]').first().fill(GSTIN);
      await page.locator('h1').click();
      await page.locator('button[name=checkout]').click();
      await page.waitForURL(/\/checkouts\//);
      if (hasScript) await isWellMade(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await page.locator('select[name=province]').selectOption('TN');
      if (language === 'hi') await page.frameLocator('iframe').getByText('तमिलनाडु').first().waitFor();
      // By the keyboard: the field above grows as it says more, and a pointer misses a button that moves.
      await page.locator('form[action$="/order"] > button').press('Enter');
      await page.waitForURL(/\/thank-you$/);
      if (hasScript) await isWellMade(page);
      expect(sandbox.core.orders(CLEAN).at(-1)).toMatchObject({
        shipTo: { provinceCode: 'TN' },
        attributes: [{ key: 'Buyer GSTIN', value: GSTIN }],
        confirmationNumber: await page.locator('strong').first().textContent(),
      });
      await page.locator('a[href^="/account/orders/"]').click();
      await page.waitForURL(/\/account\/orders\//);
      expect(await page.locator('[data-extension-target="customer-account.order-status.block.render"]').count()).toBe(
        1,
      );
      if (hasScript) await isWellMade(page);
      expect(faults).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('knows the people of a company once one of them is chosen', async () => {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await page.goto(`${HOST}/account/login`);
    await isWellMade(page);
    await page.locator('select').selectOption({ label: 'Invented Boutique LLP: Location admin' });
    await page.locator('button').click();
    await page.waitForURL(`${HOST}/account/company`);
    await isWellMade(page);
    await page.context().close();
  }, 30_000);
});
