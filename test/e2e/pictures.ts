import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { PeopleRegister } from '../../core/api/people.ts';
import type { VendorRegister } from '../../core/api/vendors.ts';
import { startSystem } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { MerchantDriver, PLANTED_SHOP, REGISTERED_GSTIN } from './merchant.ts';

/** Pictures of every page, to be looked at: `npm run pictures -- FOLDER`. Three stand in docs/images. */
const folder = path.resolve(process.argv[2] ?? '.data/pictures');
const WIDTHS_PX = [1280, 390];
/** Pages that are looked at whole. */
const TALL = [
  'gst',
  'gst-before',
  'settings',
  'security',
  'step-5',
  'people',
  'person',
  'vendors',
  'vendor',
  'scripts',
  'storefront',
  'evidence',
  'frameworks',
];
const MENDED = [
  'storefront-still-locked',
  'forms-without-captcha',
  'no-refund-policy',
  'privacy-banner-off',
  'domain-without-tls',
];

await mkdir(folder, { recursive: true });
const [system, browser] = await Promise.all([startSystem(), launchChromium()]);
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  const merchant = new MerchantDriver(system, PLANTED_SHOP);
  const guide = await merchant.open(page);
  await guide.locator('.recharts-surface').first().waitFor();
  await shoot(page, 'guide', '');
  await merchant.api('POST', '/api/registrations', { gstin: REGISTERED_GSTIN });
  await shoot(page, 'gst-before', '/gst');
  await merchant.api('PUT', '/api/look-ups', {
    service: 'sandbox-co-in',
    isTestMode: false,
    credentials: { 'x-api-key': `key-${merchant.handle}`, 'x-api-secret': `secret-${merchant.handle}` },
  });
  await merchant.allow(page, 'Allow reading orders');
  await merchant.checkNow();
  await merchant.allow(page, 'Allow reading products');
  await merchant.checkNow();
  await learnPeople(merchant);
  for (const defect of MENDED) {
    await merchant.mend(defect);
    await merchant.checkNow();
  }
  const [alert] = await merchant.alerts();
  for (const [name, where] of [
    ['home', ''],
    ['alerts', '/alerts'],
    ['alert', `/alerts/${alert?.id ?? ''}`],
    ['checks', '/checks'],
    ['gst', '/gst'],
    ['many-gstins', '/gst/verify'],
    ['security', '/security'],
    ['step-5', '/security/5'],
    ['evidence', '/security/evidence'],
    ['frameworks', '/security/frameworks'],
    ['report', '/report'],
    ['people', '/people'],
    ['person', `/people/${await somebody(merchant)}`],
    ['people-import', '/people/import'],
    ['vendors', '/vendors'],
    ['vendor', `/vendors/${await someVendor(merchant)}`],
    ['vendors-import', '/vendors/import'],
    ['scripts', '/vendors/scripts'],
    ['storefront', '/storefront'],
    ['stored-numbers', '/stored-numbers'],
    ['settings', '/settings'],
  ] as const) {
    await shoot(page, name, where);
  }
  await page.setViewportSize({ width: 1280, height: 4_000 });
  const app = await merchant.open(page, '/gst');
  const audit = app.locator('.Polaris-ShadowBevel').filter({ hasText: 'Tax on your orders' }).first();
  await audit.locator('.recharts-surface').first().waitFor();
  await page.waitForTimeout(2_500); // the chart grows
  await audit.screenshot({ path: path.join(folder, 'tax-audit.png') });
} finally {
  await browser.close();
  await system.stop();
}

/** The list of users, and Google. */
async function learnPeople(merchant: MerchantDriver): Promise<void> {
  const where = `/sandbox/shops/${merchant.shop}`;
  const csv = await (await fetch(`${system.adminUrl}${where}/users.csv`)).text();
  await merchant.api('POST', '/api/people/import', { csv, service: 'shopify', source: 'users-export', columns: {} });
  const serviceAccountKey = JSON.stringify(await system.control('GET', `${where}/google-key.json`));
  const adminEmail = `meera@${merchant.handle}.example`;
  await merchant.api('PUT', '/api/identity/google', { credentials: { serviceAccountKey, adminEmail } });
  await merchant.api('PATCH', '/api/services', { service: 'payment-gateway', isUsed: true });
  await merchant.api('PUT', '/api/data-at-rest/sample', { isOn: true });
}

async function somebody(merchant: MerchantDriver): Promise<string> {
  const { people } = (await (await merchant.api('GET', '/api/people')).json()) as PeopleRegister;
  return people.find(({ name }) => name.startsWith('Ramesh'))?.id ?? '';
}

/** The vendor with the gravest risk that is not our own. */
async function someVendor(merchant: MerchantDriver): Promise<string> {
  const { vendors } = (await (await merchant.api('GET', '/api/vendors')).json()) as VendorRegister;
  const others = vendors.filter(({ isOurs, isPlatform }) => !isOurs && !isPlatform);
  return others.toSorted((one, other) => other.risk.risk - one.risk.risk)[0]?.id ?? '';
}

async function shoot(page: Page, name: string, where: string): Promise<void> {
  const merchant = new MerchantDriver(system, PLANTED_SHOP);
  for (const locale of ['en', 'hi']) {
    for (const width of WIDTHS_PX) {
      const height = width > 500 ? 1000 : 844;
      await page.setViewportSize({ width, height: TALL.includes(name) ? 4 * height : height });
      const app = await merchant.open(page, where, { locale });
      await app.locator('h1').first().waitFor();
      await page.waitForTimeout(2_500); // charts and late fonts
      await page.screenshot({ path: path.join(folder, `${name}-${locale}-${width}.png`) });
    }
  }
  console.log(`${name} ✓`);
}
