import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { SecurityBoard, StorefrontBoard } from '../../core/api/security.ts';
import type { PeopleRegister } from '../../core/api/people.ts';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import {
  alertedChecks,
  CLEAN_SHOP,
  expectedChecks,
  MerchantDriver,
  PLANTED_SHOP,
  REGISTERED_GSTIN,
} from './merchant.ts';

const SECURITY_CHECKS = /^security\/(?!look-alike-gstins)/;

/** A change of the theme is one only against what somebody accepted. */
const ONLY_AFTER_ACCEPTING: ReadonlySet<string> = new Set(['security/theme-integrity']);
/** What follows from a register that nobody went through yet. */
const FOLLOWS = [
  'security/access-review', // nobody confirmed the imported accounts
  'security/collaborators', // nor the agency's
  'security/people-register', // the shared mailbox is nobody's
];

/** What an owner does to learn how safe the shop is: from nothing known to every planted defect. The steps follow on one another. */
describe('the story of the ten steps', () => {
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

  it('does not call a shop safe of which little is known', async () => {
    await merchant.open(page);
    await merchant.api('POST', '/api/registrations', { gstin: REGISTERED_GSTIN });
    expect((await merchant.checkNow()).state).toBe('done');
    app = await merchant.open(page, '/security');
    await app.getByRole('heading', { name: 'Step 6: Second factor on every sensitive account' }).waitFor();
    await app.getByText(/^Early: less than 60%/).waitFor();
    const { assessed, applicable } = await board(merchant);
    expect(assessed / applicable).toBeLessThan(0.6);
  }, 90_000);

  it('learns the people from the list of users that the owner imports', async () => {
    app = await merchant.open(page, '/people');
    await app
      .getByRole('button', { name: 'Import a list' })
      .or(app.getByRole('link', { name: 'Import a list' }))
      .first()
      .click();
    const list = await usersList(system, merchant);
    await app
      .locator('input[type=file]')
      .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await app.getByRole('button', { name: 'Import these' }).click();
    await app.getByText('List imported').first().waitFor();
    const { people } = await register(merchant);
    expect(people.length).toBe(list.trim().split('\n').length - 1);
  }, 60_000);

  it('learns the mailboxes from Google, with a key that only reads', async () => {
    await connectGoogle(system, page, merchant);
    app = await merchant.open(page, '/people');
    await app.getByRole('heading', { name: 'Two-step verification by person and service' }).waitFor();
    await app.getByText('Ramesh Invented').first().waitFor();
  }, 90_000);

  it('sees the storefront once it is open, and grades what it shows', async () => {
    await merchant.mend('storefront-still-locked');
    expect((await merchant.checkNow()).state).toBe('done');
    const { hosts } = (await (await merchant.api('GET', '/api/storefront')).json()) as StorefrontBoard;
    const main = hosts.find(({ pages }) => pages.length > 1);
    expect([main?.outcome, main?.grade?.tests.length]).toEqual(['answered', 12]);
    app = await merchant.open(page, '/storefront');
    await app
      .getByText(main?.host ?? '')
      .first()
      .waitFor();
  }, 120_000);

  it('looks into notes once the owner switched that on', async () => {
    await merchant.allow(page, 'Allow reading orders');
    expect((await merchant.api('PUT', '/api/data-at-rest/sample', { isOn: true })).status).toBe(200);
    await merchant.checkNow();
    expect(await securityAlerts(merchant)).toContain('security/stored-card-numbers');
  }, 120_000);

  it('finds each planted defect of security, and none that was not planted', async () => {
    expect((await merchant.checkNow()).state).toBe('done');
    const planted = expectedChecks(await merchant.describe()).filter(
      (id) => SECURITY_CHECKS.test(id) && !ONLY_AFTER_ACCEPTING.has(id),
    );
    expect(planted.length).toBeGreaterThan(25);
    expect(await securityAlerts(merchant)).toEqual([...new Set([...planted, ...FOLLOWS])].toSorted());
  }, 120_000);

  it('takes an answer, and counts it as a statement that ends', async () => {
    const before = await board(merchant);
    app = await merchant.open(page, '/security/8');
    await app.getByRole('button', { name: /Logs kept/ }).click();
    await app
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    await app.getByText('Yes', { exact: true }).click();
    await app.getByRole('button', { name: 'Save answer' }).click();
    await page.getByText('Answer saved').waitFor();
    await merchant.checkNow();
    const after = await board(merchant);
    expect(after.assessed).toBeGreaterThan(before.assessed);
    expect(after.controls.find(({ controlId }) => controlId === 'NET-09')).toMatchObject({
      outcome: 'pass',
      rung: 'attested',
    });
  }, 120_000);

  it('takes the theme as it is, and says what changed since', async () => {
    app = await merchant.open(page, '/security/5');
    await app.getByRole('button', { name: 'Accept theme' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Accept theme' }).click();
    await page.getByText('Theme accepted').waitFor();
    await merchant.mend('tracker-script');
    await merchant.checkNow();
    expect(await securityAlerts(merchant)).toContain('security/theme-integrity');
  }, 120_000);

  it('finds nothing in the clean twin that tells as much', async () => {
    const twin = new MerchantDriver(system, CLEAN_SHOP);
    const twinPage = await openPage(browser);
    await twin.open(twinPage);
    await twin.api('POST', '/api/registrations', { gstin: REGISTERED_GSTIN });
    await twin.checkNow();
    const list = await usersList(system, twin);
    const request = { csv: list, service: 'shopify', source: 'users-export', columns: {} };
    expect((await twin.api('POST', '/api/people/import', request)).status).toBe(201);
    await connectGoogle(system, twinPage, twin);
    await twin.allow(twinPage, 'Allow reading orders');
    await twin.api('PUT', '/api/data-at-rest/sample', { isOn: true });
    await confirmEveryone(twin);
    await twin.checkNow();
    await twin.vouchForEveryone();
    expect((await twin.checkNow()).state).toBe('done');
    expect(await securityAlerts(twin)).toEqual([]);
    await twinPage.close();
  }, 180_000);
});

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

const board = async (merchant: MerchantDriver) =>
  (await (await merchant.api('GET', '/api/security')).json()) as SecurityBoard;
const register = async (merchant: MerchantDriver) =>
  (await (await merchant.api('GET', '/api/people')).json()) as PeopleRegister;

async function securityAlerts(merchant: MerchantDriver): Promise<string[]> {
  return alertedChecks(await merchant.alerts()).filter((id) => SECURITY_CHECKS.test(id));
}

async function usersList(system: System, { shop }: MerchantDriver): Promise<string> {
  return (await fetch(`${system.adminUrl}/sandbox/shops/${shop}/users.csv`)).text();
}

/** As the owner would: the key file that Google gave, and the name of an administrator. */
async function connectGoogle(system: System, page: Page, merchant: MerchantDriver): Promise<void> {
  const key = await system.control('GET', `/sandbox/shops/${merchant.shop}/google-key.json`);
  const app = await merchant.open(page, '/settings');
  await app.getByRole('button', { name: 'Connect Google Workspace' }).click();
  await app.getByLabel('Key file of the service account').fill(JSON.stringify(key));
  await app.getByLabel('Address of an administrator').fill(`meera@${merchant.handle}.example`);
  await app.getByRole('button', { name: 'Connect Google Workspace' }).last().click();
  await app.getByText('Connected', { exact: true }).first().waitFor();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { providers } = await register(merchant);
    if (providers.some(({ lastReadAt }) => lastReadAt !== null)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('Google was not read.');
}

/** The quarterly review, and the names that a list cannot tell. */
async function confirmEveryone(merchant: MerchantDriver): Promise<void> {
  const { people, unmatched } = await register(merchant);
  const ids = [...people.flatMap(({ accounts }) => accounts), ...unmatched].map(({ id }) => id);
  expect((await merchant.api('POST', '/api/accounts/confirm', { ids })).status).toBe(200);
}
