import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import {
  alertedChecks,
  checksOf,
  CLEAN_SHOP,
  expectedChecks,
  MerchantDriver,
  OWN_GSTIN,
  PLANTED_SHOP,
} from './merchant.ts';

/** From install to an alert that closes by itself, as a person does it. The steps follow on one another. */
describe('the story', () => {
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

  it('installs, and opens on a guide that asks for the GSTIN first', async () => {
    app = await merchant.open(page);
    await app.getByRole('heading', { name: 'Set up Prahari' }).waitFor();
    await app.getByLabel('GSTIN', { exact: true }).waitFor();
  });

  it('runs the first check by itself, and says when it is done', async () => {
    await app.getByText(/^Last check: /).waitFor();
    expect((await merchant.alerts()).map(({ checkId }) => checkId)).toContain('gst/registration-present');
  });

  it('judges a GSTIN while it is typed, and offers the repair that the check character proves', async () => {
    const field = app.getByLabel('GSTIN', { exact: true });
    await field.fill(OWN_GSTIN.replace('PZ', 'ZP'));
    await app.getByText(/typing mistake/).waitFor();
    const repair = app.getByRole('button', { name: `Did you mean ${OWN_GSTIN}?` });
    await repair.click();
    await app.getByText(/^Well formed, for Maharashtra \(27\)/).waitFor();
    expect(await field.inputValue()).toBe(OWN_GSTIN);
  });

  it('keeps the GSTIN, and a check then finds each planted defect and nothing else', async () => {
    await app.getByRole('button', { name: 'Add GSTIN' }).click();
    await app.getByText('2 of 3 steps done').waitFor();
    await app.getByRole('button', { name: 'Check now' }).click();
    await merchant.checkNow();
    const alerts = await merchant.alerts();
    expect(alertedChecks(alerts)).toEqual(expectedChecks(await merchant.describe(), await merchant.assessed()));
    const resolved = await merchant.alerts('resolved');
    expect(resolved.map(({ checkId }) => checkId)).toEqual(['gst/registration-present']);
  });

  it('tells of an alert what it is, why it matters, what it can cost and how to mend it', async () => {
    app = await merchant.open(page, '/alerts');
    await app
      .getByRole('link', { name: /diwali-sale/ })
      .first()
      .click();
    for (const heading of [
      'Why it matters',
      'What it can cost',
      'Evidence',
      'How to fix',
      'Why we say this',
      'History',
    ]) {
      await app.getByRole('heading', { name: heading, exact: true }).waitFor();
    }
    expect(await app.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('closes the alert by itself once the defect is mended in the shop and checked again', async () => {
    const before = await merchant.describe();
    const defect = before.defects.find(({ checkId, isPresent }) => checkId === 'security/domain-tls' && isPresent);
    await merchant.mend(defect?.id ?? '');
    await app.getByRole('button', { name: 'Check again' }).click();
    await app.getByText('Resolved: a check no longer found it').waitFor();
    expect(alertedChecks(await merchant.alerts())).toEqual(
      expectedChecks(await merchant.describe(), await merchant.assessed()),
    );
  });

  it('finds nothing wrong in the clean twin', async () => {
    const twin = new MerchantDriver(system, CLEAN_SHOP);
    const twinPage = await openPage(browser);
    const twinApp = await twin.open(twinPage);
    await twinApp.getByText(/^Last check: /).waitFor();
    await twinApp.getByLabel('GSTIN', { exact: true }).fill(OWN_GSTIN);
    await twinApp.getByRole('button', { name: 'Add GSTIN' }).click();
    await twinApp.getByText('2 of 3 steps done').waitFor();
    await twin.vouchForEveryone();
    const scan = await twin.checkNow();
    expect(scan.state).toBe('done');
    expect(await twin.alerts()).toEqual([]);
    expect(expectedChecks(await twin.describe())).toEqual([]);
    await twinPage.close();
  });

  it('mutes an alert with a reason and an end, and takes it back with undo', async () => {
    app = await merchant.open(page, '/alerts?check=security/customer-accounts');
    const row = app.getByRole('row').filter({ hasText: 'The shop uses older customer accounts' });
    await row.getByRole('checkbox').check();
    await app.getByRole('button', { name: 'Mute…' }).click();
    await muteFor(app, 'Customers move over next month');
    await page.getByText('Alert muted').waitFor();
    expect(checksOf(await merchant.alerts('suppressed'))).toEqual({ 'security/customer-accounts': 1 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await app.getByRole('link', { name: /The shop uses older customer accounts/ }).waitFor();
    expect(await merchant.alerts('suppressed')).toEqual([]);
  });

  it('acknowledges several at once', async () => {
    app = await merchant.open(page, '/alerts?check=security/policies-published');
    for (const text of ['Refund policy', 'Terms of service']) {
      await app.getByRole('row').filter({ hasText: text }).getByRole('checkbox').check();
    }
    await app.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('2 alerts acknowledged').waitFor();
    expect(checksOf(await merchant.alerts('acknowledged'))).toEqual({ 'security/policies-published': 2 });
    await app.getByRole('tab', { name: 'Acknowledged' }).click();
    await app.getByRole('link', { name: /Terms of service/ }).waitFor();
    // The rows of the tab before stay until the new ones come.
    await app.getByRole('link', { name: /consent banner/ }).waitFor({ state: 'detached' });
  });

  it('asks to install again after an uninstall, and starts afresh', async () => {
    await system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/uninstall`, {});
    const twin = new MerchantDriver(system, CLEAN_SHOP);
    const twinPage = await openPage(browser);
    const twinApp = await twin.open(twinPage);
    await twinApp.getByText(/^Last check: /).waitFor();
    expect((await twin.describe()).isInstalled).toBe(true);
    await twinPage.close();
  });
});

/** A page whose waits end, with the reason, before the test's own time is over. */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(20_000);
  return page;
}

/** Fills the dialog, which App Bridge draws over the app's frame. */
async function muteFor(app: Frame, reason: string): Promise<void> {
  await app.getByLabel('Reason').fill(reason);
  await app.getByRole('button', { name: 'Mute', exact: true }).click();
}
