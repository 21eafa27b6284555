import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ScriptChangeRow } from '../../core/api/scripts.ts';
import type { VendorDetails, VendorRow } from '../../core/api/vendors.ts';
import type { Language } from '../../core/text.ts';
import { promisedNames } from '../promised-vendors.ts';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver, PLANTED_SHOP } from './merchant.ts';
import { VendorsWalk } from './vendors-walk.ts';

const OWNERS = 'security/script-owners';

let system: System;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchChromium()]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** A merchant at a browser of her own. */
async function sitDown(shop: string, language: Language) {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const merchant = new MerchantDriver(system, shop);
  return { page, merchant, walk: new VendorsWalk(page, merchant, language) };
}

/** Allows whatever the register still lacks, and waits for the check that reads it. */
async function allowAll(merchant: MerchantDriver, walk: VendorsWalk): Promise<void> {
  const { sources } = await walk.register();
  const grant = [...new Set(sources.flatMap(({ missingScopes }) => missingScopes))];
  await system.control('POST', `/sandbox/shops/${merchant.shop}/scopes`, { grant });
  await merchant.checkNow();
}

const plant = (shop: string, defect: string) => system.control('POST', `/sandbox/shops/${shop}/plant`, { defect });
const namesOf = (vendors: readonly VendorRow[]) => vendors.map(({ name }) => name.toLowerCase()).toSorted();

/** What an owner does to learn who else is inside the shop, and to keep it so. The steps follow on one another. */
describe('the story of vendors and scripts', () => {
  let page: Page;
  let merchant: MerchantDriver;
  let walk: VendorsWalk;

  beforeAll(async () => {
    ({ page, merchant, walk } = await sitDown(PLANTED_SHOP, 'en'));
  });
  afterAll(() => page?.close());

  it('shows who left traces, and asks for the permissions that would show more', async () => {
    await merchant.open(page);
    await merchant.mend('storefront-still-locked');
    await merchant.mend('widget-text-changed'); // it changes later, once somebody approved it
    await merchant.checkNow();
    let app = await walk.openVendors();
    expect((await walk.register()).sources.some(({ state }) => state === 'not-permitted')).toBe(true);
    // One question for each permission: nobody has to allow orders to let us read discounts.
    const questions = () => app.getByRole('button', { name: /^Allow: / });
    const closed = await questions().count();
    expect(closed).toBeGreaterThan(4);
    await questions().first().click();
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await app.getByText('Allowed. A check starts by itself').waitFor();
    await merchant.settled();
    app = await walk.openVendors();
    expect(await questions().count()).toBeLessThan(closed);
    await allowAll(merchant, walk);
    const after = await walk.register();
    expect(after.sources.filter(({ state }) => state !== 'read')).toEqual([]);
    // Beside them stand the hosts that the theme's own code names.
    expect(namesOf(after.vendors)).toEqual(expect.arrayContaining([...promisedNames('busy'), 'prahari']));
    expect(after.vendors.find(({ isOurs }) => isOurs)?.nextStep).toBeNull();
  }, 120_000);

  it('takes a vendor over with its purpose, its owner and a reason', async () => {
    const vendor = 'Sitara Reviews (invented)';
    const reason = 'Reviews bring a third of our sales';
    await walk.takeOver(vendor, { owner: 'Meera (invented)', reason, purpose: 'Stars below each product' });
    const taken = (await walk.register()).vendors.find(({ name }) => name === vendor);
    expect(taken).toMatchObject({ isEntered: true, owner: 'Meera (invented)' });
  }, 60_000);

  it('approves every script in the queue at once', async () => {
    await walk.approveAllScripts({ owner: 'Meera (invented)', reason: 'Looked through with the agency' });
    expect((await walk.board()).changes).toEqual([]);
    await merchant.checkNow();
    expect(await walk.openAlertsOf(OWNERS)).toEqual([]);
  }, 120_000);

  it('raises one alert when an approved script changes, shows both texts, and resolves it by an approval', async () => {
    await plant(PLANTED_SHOP, 'widget-text-changed');
    await merchant.checkNow();
    expect(await walk.openAlertsOf(OWNERS)).toHaveLength(1);
    const { changes } = await walk.board();
    expect(changes).toMatchObject([{ kind: 'changed', hasDiff: true } satisfies Partial<ScriptChangeRow>]);
    await walk.approveChangedScript({ owner: 'Meera (invented)', reason: 'Release notes read' });
    expect(await walk.openAlertsOf(OWNERS)).toEqual([]);
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
      expect([what, format, start.startsWith(begins)]).toEqual([what, format, true]);
    }
  });

  it('has a risk, a step and a name for each vendor, and nothing to mend for Shopify’s own', async () => {
    const { vendors } = await walk.register();
    const odd = vendors.filter(({ name, risk }: VendorRow) => name.trim() === '' || risk.risk < 0 || risk.risk > 100);
    expect(odd).toEqual([]);
    expect(vendors.filter(({ isPlatform, nextStep }) => isPlatform && nextStep !== null)).toEqual([]);
  });
});

describe('the same story in Hindi, in a shop where all is well', () => {
  const vendor = 'Sitara Reviews (invented)';
  const owner = 'मीरा (काल्पनिक)';
  let page: Page;
  let merchant: MerchantDriver;
  let walk: VendorsWalk;

  beforeAll(async () => {
    ({ page, merchant, walk } = await sitDown(CLEAN_SHOP, 'hi'));
  });
  afterAll(() => page?.close());

  it('shows the vendors that the shop has, and nobody else', async () => {
    await walk.open('');
    await merchant.checkNow();
    await allowAll(merchant, walk);
    const app = await walk.openVendors();
    await app.getByRole('heading', { name: walk.words('vendors:title'), level: 1 }).waitFor();
    expect(namesOf((await walk.register()).vendors)).toEqual([...promisedNames('clean'), 'prahari'].toSorted());
  }, 120_000);

  it('takes one over, and keeps what was written as it was written', async () => {
    const said = { owner, reason: 'हमारी बिक्री का एक तिहाई इन्हीं से आता है', purpose: 'हर प्रॉडक्ट के नीचे तारे' };
    await walk.takeOver(vendor, said);
    const taken = (await walk.register()).vendors.find(({ name }) => name === vendor);
    expect(taken).toMatchObject({ isEntered: true, owner });
    const answer = await merchant.api('GET', `/api/vendors/${taken?.id ?? ''}`);
    const details = (await answer.json()) as VendorDetails;
    expect(details).toMatchObject({ purpose: said.purpose, approval: { reason: said.reason } });
  }, 60_000);

  it('approves the scripts; one that changes is one alert, which an approval resolves', async () => {
    await walk.approveAllScripts({ owner, reason: 'एजेंसी के साथ देखा' });
    expect((await walk.board()).changes).toEqual([]);
    await plant(CLEAN_SHOP, 'widget-text-changed');
    await merchant.checkNow();
    const open = await walk.openAlertsOf(OWNERS);
    expect(open).toHaveLength(1);
    await walk.approveChangedScript({ owner, reason: 'नए संस्करण की सूचना पढ़ी' });
    expect(await walk.openAlertsOf(OWNERS)).toEqual([]);
    const app = await walk.open(`/alerts/${open[0]?.id ?? ''}`);
    await app.getByText(walk.words('alerts:history.resolved')).waitFor();
  }, 120_000);
});
