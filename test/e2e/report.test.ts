import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ReportList } from '../../core/api/reports.ts';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';
import { MerchantDriver, OWN_GSTIN, PLANTED_SHOP } from './merchant.ts';

/** The week that goes on, read by its merchant. */
describe('the weekly report', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let merchant: MerchantDriver;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    page.setDefaultTimeout(20_000);
    merchant = new MerchantDriver(system, PLANTED_SHOP);
    await (await merchant.open(page)).getByText('Do this first').waitFor();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('comes with the first check, and one click from home', async () => {
    await merchant.api('POST', '/api/registrations', { gstin: OWN_GSTIN });
    await merchant.checkNow();
    const app = await merchant.open(page);
    await app.getByRole('link', { name: 'Open the weekly report' }).click();
    await app.getByRole('heading', { name: 'The week in one minute' }).waitFor();
    const { weeks } = (await (await merchant.api('GET', '/api/reports')).json()) as ReportList;
    expect(weeks.map(({ isRunning }) => isRunning)).toEqual([true]);
    await app.getByText(/^Your first report:/).waitFor(); // strict: there is one
  }, 90_000);

  it('is saved as a PDF by keyboard', async () => {
    const app = await merchant.open(page, '/report');
    const button = app.getByRole('button', { name: 'Save as PDF' });
    await button.focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^prahari-week-\d{4}-\d\d-\d\d\.pdf$/);
    const bytes: Buffer[] = [];
    for await (const piece of await download.createReadStream()) bytes.push(piece as Buffer);
    expect(Buffer.concat(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
  }, 60_000);

  it.each(['en', 'hi'])(
    'fits a phone, and is readable by a screen reader: %s',
    async (locale) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const app = await merchant.open(page, '/report', { locale });
      await app.getByRole('table').first().waitFor();
      expect(await axeViolations(app)).toEqual([]);
      expect(await sidewaysOverflowPx(app)).toBe(0);
    },
    60_000,
  );
});
