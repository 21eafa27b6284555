import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { ScriptBoard, ScriptChangeRow } from '../../core/api/scripts.ts';
import type { VendorRegister, VendorRow } from '../../core/api/vendors.ts';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { MerchantDriver, PLANTED_SHOP } from './merchant.ts';

const OWNERS = 'security/script-owners';

/** What an owner does to learn who else is inside the shop, and to keep it so. The steps follow on one another. */
describe('the story of vendors and scripts', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let app: Frame;
  let merchant: MerchantDriver;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    merchant = new MerchantDriver(system, PLANTED_SHOP);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const register = async () => (await (await merchant.api('GET', '/api/vendors')).json()) as VendorRegister;
  const board = async () => (await (await merchant.api('GET', '/api/scripts')).json()) as ScriptBoard;
  const openOf = async (checkId: string) => (await merchant.alerts()).filter((alert) => alert.checkId === checkId);

  it('shows who left traces, and asks for the permissions that would show more', async () => {
    await merchant.open(page);
    await merchant.mend('storefront-still-locked');
    await merchant.mend('widget-text-changed'); // it changes later, once somebody approved it
    await merchant.checkNow();
    app = await merchant.open(page, '/vendors');
    await app.getByRole('heading', { name: 'How vendors are found' }).waitFor();
    const before = await register();
    expect(before.sources.some(({ state }) => state === 'not-permitted')).toBe(true);
    // One question for each permission: nobody has to allow orders to let us read discounts.
    const questions = () => app.getByRole('button', { name: /^Allow: / });
    const closed = await questions().count();
    expect(closed).toBeGreaterThan(4);
    await questions().first().click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await app.getByText('Allowed. A check starts by itself').waitFor();
    await merchant.settled();
    app = await merchant.open(page, '/vendors');
    await app.getByRole('heading', { name: 'How vendors are found' }).waitFor();
    expect(await questions().count()).toBeLessThan(closed);
    const grant = [...new Set(before.sources.flatMap(({ missingScopes }) => missingScopes))];
    await system.control('POST', `/sandbox/shops/${PLANTED_SHOP}/scopes`, { grant });
    await merchant.checkNow();
    const after = await register();
    expect(after.sources.filter(({ state }) => state !== 'read')).toEqual([]);
    const names = after.vendors.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Sitara Reviews (invented)', 'Hawa Cargo (invented)', 'Prahari']));
    expect(after.vendors.find(({ isOurs }) => isOurs)?.nextStep).toBeNull();
  }, 120_000);

  it('takes a vendor over with its purpose, its owner and a reason', async () => {
    app = await merchant.open(page, '/vendors');
    await app.getByRole('link', { name: 'Sitara Reviews (invented)' }).first().click();
    await app.getByRole('heading', { name: 'Is this yours?' }).waitFor();
    await app.getByLabel('What it is for').fill('Stars below each product');
    await app.getByLabel('Who answers for it in your shop').fill('Meera (invented)');
    await app.getByLabel('Products, stock, figures').check();
    await app.getByLabel('Why it may be here').fill('Reviews bring a third of our sales');
    await app.getByRole('button', { name: 'Yes, approve it' }).click();
    await page.getByText('Vendor approved').waitFor();
    const taken = (await register()).vendors.find(({ name }) => name === 'Sitara Reviews (invented)');
    expect(taken).toMatchObject({ isEntered: true, owner: 'Meera (invented)' });
  }, 60_000);

  it('approves every script in the queue at once', async () => {
    app = await merchant.open(page, '/vendors/scripts');
    await app.getByRole('heading', { name: /changes to decide$/ }).waitFor();
    await app.getByRole('button', { name: 'Choose all' }).click();
    await app.getByRole('button', { name: /^Approve \d+ chosen$/ }).click();
    const dialog = app.locator('ui-modal').first();
    await dialog.getByLabel('Owner').fill('Meera (invented)');
    await dialog.getByLabel('Reason', { exact: true }).fill('Looked through with the agency');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.getByText(/scripts approved$/).waitFor();
    expect((await board()).changes).toEqual([]);
    await merchant.checkNow();
    expect(await openOf(OWNERS)).toEqual([]);
  }, 120_000);

  it('raises one alert when an approved script changes, shows both texts, and resolves it by an approval', async () => {
    await system.control('POST', `/sandbox/shops/${PLANTED_SHOP}/plant`, { defect: 'widget-text-changed' });
    await merchant.checkNow();
    expect(await openOf(OWNERS)).toHaveLength(1);
    const { changes } = await board();
    expect(changes).toMatchObject([{ kind: 'changed', hasDiff: true } satisfies Partial<ScriptChangeRow>]);
    app = await merchant.open(page, '/vendors/scripts');
    await app.getByRole('button', { name: /^Compare both texts/ }).click();
    await app.getByRole('heading', { name: 'Approved code and code now' }).waitFor();
    await app.getByText('Added').first().waitFor();
    await app.getByRole('button', { name: 'Close' }).first().click();
    await app.getByRole('button', { name: /^Approve cdn\./ }).click();
    const dialog = app.locator('ui-modal').first();
    await dialog.getByLabel('Owner').fill('Meera (invented)');
    await dialog.getByLabel('Reason', { exact: true }).fill('Release notes read');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('1 script approved').waitFor();
    await merchant.settled();
    expect(await openOf(OWNERS)).toEqual([]);
  }, 120_000);

  it.each(['inventory', 'changes', 'saq-a'])('hands out %s as PDF, CSV and JSON', async (what) => {
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      ['csv', '\ufeff'],
      ['json', '{'],
    ] as const) {
      const answer = await merchant.api('GET', `/api/scripts/export/${what}?format=${format}&language=hi`);
      expect([what, format, answer.status]).toEqual([what, format, 200]);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      const start = Buffer.from(await answer.arrayBuffer())
        .subarray(0, 8)
        .toString('utf8');
      expect(start.startsWith(begins) || format === 'csv').toBe(true);
    }
  });

  it('is told in Hindi as well', async () => {
    app = await merchant.open(page, '/vendors', { locale: 'hi' });
    await app.getByRole('heading', { name: 'वेंडर', exact: true }).waitFor();
  }, 60_000);

  it('has a risk, a step and a name for each vendor, and nothing to mend for Shopify’s own', async () => {
    const { vendors } = await register();
    const odd = vendors.filter(({ name, risk }: VendorRow) => name.trim() === '' || risk.risk < 0 || risk.risk > 100);
    expect(odd).toEqual([]);
    expect(vendors.filter(({ isPlatform, nextStep }) => isPlatform && nextStep !== null)).toEqual([]);
  });
});
