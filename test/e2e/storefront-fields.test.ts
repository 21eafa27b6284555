import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aGstin } from '../a-gstin.ts';
import { readStorefront } from '../theme-liquid.ts';
import { themePage, type ThemeKind, type ThemePage } from '../theme-page.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';

const SHOP = 'https://haldi.example';
const ONE = aGstin();
const FIELD = 'attributes[Buyer GSTIN]';
const SELLER = {
  legalName: 'Haldi Handloom LLP (invented)',
  gstin: ONE,
  address: '12 Example Street\nPune 411001',
  email: 'care@haldi.example',
  phone: '+91 20 5550 0100',
  officerName: 'A. Example',
  officerTitle: 'Grievance officer',
  officerEmail: 'grievance@haldi.example',
  officerPhone: '+91 20 5550 0101',
  verifiedAsOf: new Date(Date.now() - 86_400_000).toISOString(),
};

/** The blocks in a real browser, in themes old and new. */
describe('the blocks in a theme', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  interface Visit {
    readonly page: Page;
    readonly context: BrowserContext;
    /** Bodies posted, by path. */
    readonly posted: [path: string, body: string][];
    readonly faults: string[];
  }

  async function visit(theme: ThemePage, options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 }, ...options });
    const posted: [string, string][] = [];
    const faults: string[] = [];
    await context.route('**/*', async (route) => {
      const request = route.request();
      const { pathname, host } = new URL(request.url());
      if (host === 'cdn.example') {
        const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
        await route.fulfill({ contentType, body: readStorefront(`assets${pathname}`) });
        return;
      }
      if (request.method() === 'POST') posted.push([pathname, request.postData() ?? '']);
      if (pathname.endsWith('.js') || pathname.startsWith('/apps/')) await route.fulfill({ json: {} });
      else await route.fulfill({ contentType: 'text/html', body: themePage(theme) });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${SHOP}/cart`);
    return { page, context, posted, faults };
  }

  const field = (page: Page) => page.getByLabel(/^GSTIN \(/).locator('visible=true');
  const sentNumbers = (posted: Visit['posted']) =>
    posted.filter(([path]) => path === '/cart').map(([, body]) => new URLSearchParams(body).getAll(FIELD).at(-1));

  describe.each([true, false])('with script: %s', (javaScriptEnabled) => {
    it.each<[ThemeKind, ThemePage['blocks'], Readonly<Record<string, unknown>>]>([
      ['new', ['buyer-gstin'], {}],
      ['old', ['buyer-gstin'], {}],
      ['old', ['buyer-gstin'], { form_id: '' }],
    ])('theme %s, %j, %j: the form of the cart sends the number', async (theme, blocks, settings) => {
      const { page, context, posted, faults } = await visit({ theme, blocks, settings }, { javaScriptEnabled });
      await field(page).fill(ONE);
      await page.getByRole('button', { name: 'Check out' }).click();
      await page.waitForURL(`${SHOP}/cart`);
      expect([sentNumbers(posted), faults]).toEqual([[ONE], []]);
      await context.close();
    });

    it.each<[ThemePage['blocks'], Readonly<Record<string, unknown>>]>([
      [['buyer-gstin-embed'], {}],
      [['buyer-gstin'], { own_form: true }],
    ])('a theme that takes no blocks in its form, %j, %j: the number reaches the cart', async (blocks, settings) => {
      const { page, context, posted, faults } = await visit({ theme: 'bare', blocks, settings }, { javaScriptEnabled });
      await field(page).fill(ONE);
      const name = javaScriptEnabled ? 'Check out' : 'Keep these with the cart';
      await page.getByRole('button', { name }).click();
      await page.waitForURL(`${SHOP}/cart`);
      expect([sentNumbers(posted), faults]).toEqual([[ONE], []]);
      await context.close();
    });

    it('a number that is none is told, and sent all the same', async () => {
      const attributes = { 'Buyer GSTIN': ONE.slice(1) };
      const theme: ThemePage = { theme: 'new', blocks: ['buyer-gstin'], attributes };
      const { page, context, posted } = await visit(theme, { javaScriptEnabled });
      expect(await page.getByRole('status').first().textContent()).toContain('This one has 14');
      await page.getByRole('button', { name: 'Check out' }).click();
      await page.waitForURL(`${SHOP}/cart`);
      expect(sentNumbers(posted)).toEqual([ONE.slice(1)]);
      await context.close();
    });
  });

  it('judges as one types, and presses no button on Enter', async () => {
    const { page, context, posted } = await visit({ theme: 'new', blocks: ['buyer-gstin'] });
    await field(page).focus();
    await page.keyboard.type(ONE.toLowerCase());
    await page.getByText('a number of Maharashtra').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('attributes[Buyer business]');
    expect(await field(page).inputValue()).toBe(ONE);
    expect(sentNumbers(posted)).toEqual([]);
    await context.close();
  });

  it('runs once where block and embed both stand, and has the fields once', async () => {
    const blocks = ['buyer-gstin', 'buyer-gstin-embed'] as const;
    const { page, context, posted, faults } = await visit({ theme: 'new', blocks });
    const update = page.waitForRequest(/cart\/update\.js$/);
    await field(page).fill(ONE);
    await page.keyboard.press('Tab');
    await update;
    await page.getByRole('button', { name: 'Check out' }).click();
    await page.waitForURL(`${SHOP}/cart`);
    const kept = posted.filter(([path]) => path === '/cart/update.js');
    expect([kept.length, sentNumbers(posted), faults]).toEqual([1, [ONE], []]);
    await context.close();
  });

  describe.each(['en', 'hi'] as const)('in %s', (language) => {
    it.each([
      [false, true],
      [true, true],
      [false, false],
    ])('dark %s, script %s: axe finds nothing, and a phone needs no sideways scroll', async (isDark, withScript) => {
      const attributes = { 'Buyer GSTIN': ONE.slice(1), 'Buyer business': 'Haldi (invented)' };
      const blocks = ['buyer-gstin', 'verified-seller'] as const;
      const { page, context } = await visit(
        { theme: 'new', blocks, language, isDark, attributes, seller: SELLER },
        { viewport: { width: 320, height: 1200 } },
      );
      if (!withScript) {
        // axe itself is a script: what a page without one shows, put in its place.
        await page.evaluate(() => {
          for (const hidden of document.querySelectorAll('noscript')) hidden.outerHTML = hidden.textContent ?? '';
        });
      }
      expect(await axeViolations(page.mainFrame())).toEqual([]);
      expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
      const heights = await page
        .locator('.prahari-gstin__input >> visible=true')
        .evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      await context.close();
    });
  });
});
