import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';
import { MerchantDriver, OWN_GSTIN, PLANTED_SHOP } from './merchant.ts';

const LANGUAGES = [{ locale: 'en' }, { locale: 'hi' }] as const;
/** Name, path, and what stands on the page once its data has come. */
const PAGES = [
  ['home', '', '.recharts-surface'],
  ['alerts', '/alerts', 'a:has-text("diwali-sale")'],
  ['checks', '/checks', 'h2'],
  ['gst', '/gst', '.prahari-tiles'],
  ['many GSTINs', '/gst/verify', 'textarea'],
  ['security', '/security', '.recharts-surface'],
  ['step 5', '/security/5', 'h2'],
  ['evidence', '/security/evidence', 'table'],
  ['frameworks', '/security/frameworks', 'table'],
  ['the weekly report', '/report', '.recharts-surface, table'],
  ['people', '/people', 'h2'],
  ['import of people', '/people/import', 'input[type=file]'],
  ['vendors', '/vendors', '.prahari-plot'],
  ['import of vendors', '/vendors/import', 'input[type=file]'],
  ['scripts', '/vendors/scripts', 'h2'],
  ['storefront', '/storefront', 'h2'],
  ['stored numbers', '/stored-numbers', 'h2'],
  ['what runs when', '/rhythm', 'table'],
  ['the audit log', '/audit', 'table'],
  ['notifications', '/notices', 'h3, input'],
  ['in the shop', '/shop-front', 'input'],
  ['settings', '/settings', 'select'],
] as const;
const WIDTHS_PX = [320, 375, 490, 768, 1040];

/** Every page, in both languages: nothing for axe to find, nothing that scrolls sideways, nothing that jumps up. */
describe('pages', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let merchant: MerchantDriver;
  let alertPath = '';

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    merchant = new MerchantDriver(system, PLANTED_SHOP);
    await (await merchant.open(page)).getByText('Do this first').waitFor();
    await merchant.api('POST', '/api/registrations', { gstin: OWN_GSTIN });
    await merchant.checkNow();
    alertPath = `/alerts/${(await merchant.alerts())[0]?.id ?? ''}`;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  describe.each(LANGUAGES)('in $locale', ({ locale }) => {
    it.each(PAGES)('%s is readable by a screen reader and fits every width', async (name, path, loaded) => {
      const app = await merchant.open(page, path, { locale });
      await app.locator(loaded).first().waitFor();
      await app.locator(`html[lang=${locale}]`).waitFor({ state: 'attached' }); // it begins in the one before
      expect(await app.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await axeViolations(app)).toEqual([]);
      await expectToFit(name);
    });

    it('one alert is readable by a screen reader and fits every width', async () => {
      const app = await merchant.open(page, alertPath, { locale });
      await app.getByRole('heading', { level: 1 }).waitFor();
      await app.getByRole('list').first().waitFor();
      expect(await axeViolations(app)).toEqual([]);
      await expectToFit('alert');
    });
  });

  it('opens no dialog by itself, and at most one banner', async () => {
    const app = await merchant.open(page);
    await app.getByText('Do this first').waitFor();
    expect(await app.locator('dialog[open]').count()).toBe(0);
    expect(await app.locator('.Polaris-Banner').count()).toBeLessThanOrEqual(1);
  });

  it('shows the tax on orders once the merchant allowed reading them', async () => {
    const app = await merchant.allow(page, 'Allow reading orders');
    await merchant.checkNow();
    await app.locator('.recharts-surface').first().waitFor();
    await app.getByRole('table', { name: 'Tax by State of delivery and dispatch' }).waitFor();
    expect(await axeViolations(app)).toEqual([]);
    await expectToFit('gst with orders');
  });

  it('says what to do when the server cannot be reached, and heals by itself', async () => {
    const app = await merchant.open(page);
    await app.getByText('Do this first').waitFor();
    await page.route(`${system.appUrl}/api/**`, (route) => route.abort('internetdisconnected'));
    await app.getByRole('button', { name: 'Check now' }).click();
    await app.getByText('You are offline.').first().waitFor();
    await page.unroute(`${system.appUrl}/api/**`);
    await app.getByRole('button', { name: 'Check now' }).click();
    await app.getByText('You are offline.').first().waitFor({ state: 'detached' });
  });

  it('draws what a stranger put into a name as text, and runs none of it', async () => {
    const alerts = await merchant.api('GET', '/api/alerts?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    expect(alerts.status).toBe(200);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const app = await merchant.open(page, '/alerts?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    await app.getByText('No alert fits these filters').waitFor();
    expect(dialogs).toEqual([]);
  });

  async function expectToFit(name: string): Promise<void> {
    const overflow: Record<string, number> = {};
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: 900 });
      const app = page.frames().find((frame) => frame.url().startsWith(system.appUrl));
      let px = NaN;
      // A chart takes its new width a moment after the page does.
      for (let look = 0; app && px !== 0 && look < 20; look += 1) {
        await page.waitForTimeout(150);
        px = await sidewaysOverflowPx(app);
      }
      overflow[`${name} at ${width}`] = px;
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(overflow).toEqual(Object.fromEntries(WIDTHS_PX.map((width) => [`${name} at ${width}`, 0])));
  }
});
