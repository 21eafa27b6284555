import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const GOOD = '27AAPFU0939F1ZV';
/** Two neighbours swapped; the check character proves the repair. */
const SWAPPED = '27AAPFU0993F1ZV';
const CYRILLIC = GOOD.replace('A', 'А');

/** One number for everybody, many for the merchant: as a person does it. */
describe('checking GSTINs', () => {
  let system: System;
  let browser: Browser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  describe('on the public page', () => {
    it('judges while one types, offers a repair, and never puts the number into an address', async () => {
      const page = await newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${system.appUrl}/verify`);
      const field = page.getByLabel('GSTIN');
      await field.fill(SWAPPED);
      await page.getByRole('heading', { name: 'Typing mistake' }).waitFor();
      await page.getByRole('button', { name: GOOD }).click();
      await page.getByRole('heading', { name: 'Could exist' }).waitFor();
      await page.getByText('Maharashtra (27)').waitFor();
      await field.fill(CYRILLIC);
      await page.getByText(/U\+0410/).waitFor();
      expect(asked.filter((url) => url.includes('AAPFU') || !url.startsWith(system.appUrl))).toEqual([]);
      await page.close();
    });

    it.each([
      ['en', 'Could exist', 'Check'],
      ['hi', 'हो सकता है', 'जाँचें'],
    ])('works without a script, in %s', async (language, heading, button) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${system.appUrl}/verify?lang=${language}`);
      await page.getByLabel('GSTIN').fill(GOOD);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(page.url()).toBe(`${system.appUrl}/verify`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await context.close();
    });

    it.each(['en', 'hi'])('is readable by a screen reader and fits a phone, in %s', async (language) => {
      const page = await newPage({ width: 390, height: 800 });
      await page.goto(`${system.appUrl}/verify?lang=${language}`);
      await page.getByLabel('GSTIN').fill(SWAPPED);
      await page.getByRole('button', { name: GOOD }).waitFor();
      expect(await axeViolations(page.mainFrame())).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.close();
    });
  });

  describe('by the file', () => {
    let page: Page;
    let merchant: MerchantDriver;
    beforeAll(async () => {
      page = await newPage();
      merchant = new MerchantDriver(system, CLEAN_SHOP);
      await merchant.open(page);
    });

    it('judges a hundred thousand rows in the browser, says how many more there are, and saves them', async () => {
      const app = await merchant.open(page, '/gst/verify');
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.postData() ?? ''));
      const rows = Array.from({ length: 100_002 }, (_, at) => `Firm ${at},${at % 10 === 0 ? SWAPPED : GOOD},=1+1`);
      const text = `\ufeffname,gst number,note\r\n${rows.join('\r\n')}\r\n`;
      await app.locator('input[type=file]').setInputFiles({
        name: 'buyers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text),
      });
      await app.getByText('1,00,000 GSTINs checked').waitFor({ timeout: 60_000 });
      await app.getByText('90,000 could exist, 10,000 could not.').waitFor();
      await app.getByText('2 rows were not checked').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        app.getByRole('button', { name: 'Save result as CSV' }).click(),
      ]);
      const saved = (await readFile(await download.path(), 'utf8')).split('\r\n');
      expect(saved[0]).toContain('name,gst number,note');
      expect(saved[1]).toContain(`Firm 0,${SWAPPED},'=1+1`);
      expect(saved.filter((line) => line !== '')).toHaveLength(100_001);
      expect(sent.filter((body) => body.includes('AAPFU'))).toEqual([]);
    }, 90_000);

    it('takes a paste, and shows a letter of another script as a warning sign', async () => {
      const app = await merchant.open(page, '/gst/verify', { locale: 'hi' });
      await app.locator('textarea').first().fill([GOOD, SWAPPED, CYRILLIC].join('\n'));
      await app.getByRole('button', { name: 'इन्हें जाँचें' }).click();
      await app.getByRole('row').filter({ hasText: 'U+0410' }).waitFor();
      expect(await axeViolations(app)).toEqual([]);
    });

    it('says what a workbook is, and what to do', async () => {
      const app = await merchant.open(page, '/gst/verify');
      await app.locator('input[type=file]').setInputFiles({
        name: 'buyers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('PK\u0003\u0004 a workbook under a wrong name'),
      });
      await app.getByText('This is a workbook, not text. Save it as CSV, then choose that.').waitFor();
    });
  });

  async function newPage(viewport = { width: 1280, height: 900 }): Promise<Page> {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(20_000);
    return page;
  }
});
