import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aGstin } from '../a-gstin.ts';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium, sidewaysOverflowPx } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const HOST = 'https://www.saaf-dukaan.example';
const ONE = aGstin();

type Block = 'buyer-gstin' | 'buyer-gstin-embed';

/** A buyer of the sandbox's shop: in its theme and an older one, in both languages, with and without script. */
describe('a buyer’s number in the cart', () => {
  let system: System;
  let browser: Browser;
  let shopper: Browser;

  beforeAll(async () => {
    system = await startSystem();
    [browser, shopper] = await Promise.all([launchChromium(), launchChromium({ shopsAt: system.shopsAt })]);
    const admin = await browser.newPage();
    admin.setDefaultTimeout(20_000);
    await new MerchantDriver(system, CLEAN_SHOP).open(admin);
    // The script waits three seconds for the app; the first question of all may take longer here.
    const context = await shopper.newContext({ ignoreHTTPSErrors: true });
    const first = await context.newPage();
    await first.goto(`${HOST}/cart`);
    await first.evaluate(
      (gstin) => fetch('/apps/prahari/gstin', { method: 'POST', body: new URLSearchParams({ gstin }) }),
      ONE,
    );
    await context.close();
  }, 90_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), shopper?.close()]);
    await system?.stop();
  });

  const control = (path: string, body: object) => system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/${path}`, body);

  async function theme(hasOldCart: boolean, block: Block): Promise<void> {
    await control('storefront', { hasOldCart });
    for (const one of ['buyer-gstin', 'buyer-gstin-embed'])
      await control('blocks', { block: one, isOn: one === block });
  }

  /** A cart with one thing in it, and what went wrong on its pages. */
  async function cart(language: 'en' | 'hi', javaScriptEnabled: boolean) {
    const viewport = { width: 390, height: 900 };
    const context = await shopper.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled, viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const root = language === 'en' ? HOST : `${HOST}/hi`;
    await page.goto(`${root}/products/kurta`);
    await page.locator('form[action$="/cart/add"] button').first().click();
    await page.goto(`${root}/cart`);
    return { context, page, faults, root };
  }

  const field = (page: Page) => page.locator('[name="attributes[Buyer GSTIN]"]:visible');
  /** Read last: it leaves the page. */
  const kept = async (page: Page) => {
    const answer = await page.goto(`${HOST}/cart.js`);
    return ((await answer?.json()) as { attributes: Record<string, string> }).attributes['Buyer GSTIN'];
  };

  describe.each<[string, boolean, Block]>([
    ['a theme of today', false, 'buyer-gstin'],
    ['a theme of some years ago', true, 'buyer-gstin'],
    ['a theme with the embed alone', false, 'buyer-gstin-embed'],
  ])('%s', (_, hasOldCart, block) => {
    beforeAll(() => theme(hasOldCart, block), 30_000);

    it.each(['en', 'hi'] as const)('with script, in %s: judged, asked of the app, kept', async (language) => {
      const { context, page, faults } = await cart(language, true);
      const told = page.waitForResponse((answer) => answer.url().endsWith('/apps/prahari/gstin'));
      await field(page).fill(`GST: ${ONE}`);
      await field(page).press('Tab');
      expect(await (await told).json()).toMatchObject({ couldExist: true, stateCode: '27', registry: null });
      await page.getByText(language === 'en' ? 'a number of Maharashtra' : 'महाराष्ट्र का नंबर').waitFor();
      // The theme's own colours are not ours to mend.
      expect((await axeViolations(page.mainFrame())).filter((told) => told.includes('prahari'))).toEqual([]);
      expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
      await page.locator('[name="checkout"]').click();
      await page.waitForURL(/\/checkouts\//);
      expect([await kept(page), faults]).toEqual([ONE, []]);
      await context.close();
    });

    it.each(['en', 'hi'] as const)(
      'without script, in %s: kept, and judged when the page comes again',
      async (language) => {
        const { context, page, root } = await cart(language, false);
        await field(page).fill(ONE.slice(1));
        const save = page.locator(block === 'buyer-gstin' ? '[name="checkout"]' : '.prahari-gstin__button');
        await save.click();
        await page.waitForURL(block === 'buyer-gstin' ? /\/checkouts\// : /\/cart$/);
        expect(await kept(page)).toBe(ONE.slice(1));
        await page.goto(`${root}/cart`);
        const told = await page.locator('[role="status"]:visible').first().textContent();
        expect(told).toContain(language === 'en' ? 'This one has 14' : 'इसमें 14 हैं');
        await context.close();
      },
    );
  });

  it('says nothing where the app cannot be reached, and the cart goes on', async () => {
    await theme(false, 'buyer-gstin');
    await control('storefront', { proxyFault: 'unreachable' });
    const { context, page, faults } = await cart('en', true);
    const told = page.waitForResponse((answer) => answer.url().endsWith('/apps/prahari/gstin'));
    await field(page).fill(ONE);
    await field(page).press('Tab');
    expect((await told).status()).toBe(502);
    await page.locator('[name="checkout"]').click();
    await page.waitForURL(/\/checkouts\//);
    expect([await kept(page), faults]).toEqual([ONE, []]);
    await control('storefront', { proxyFault: null });
    await context.close();
  });
});
