import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { ShopState } from '../../sandbox/shops/shop-state.ts';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { MerchantDriver, OWN_GSTIN, PLANTED_SHOP } from './merchant.ts';

/** Would run, load and stand in the page as elements, each in its own way, wherever it is taken for markup. */
const MARKUP =
  '"><prahari-canary></prahari-canary><img src="/canary-picture" onerror="canary()"><script src="/canary-script"></script>';
/** What a template engine, a link or a spreadsheet would take for its own. */
const OTHERS = '{{constructor.constructor("canary()")()}} javascript:canary() \u202Eevil';
const CANARY = `${MARKUP} ${OTHERS}`;
const FORMULA = `=HYPERLINK("https://evil.example/canary")`;

/** Every text of the shop that a stranger or a careless person may have written. */
function makeHostile(shop: ShopState): void {
  shop.name = shop.ownerName = shop.plan.publicDisplayName = CANARY;
  Object.assign(shop.address, { company: CANARY, address1: CANARY, address2: CANARY });
  for (const [at, location] of shop.locations.slice(0, 4).entries()) {
    const name = at % 2 === 0 ? CANARY : `${FORMULA}${CANARY}`;
    const address = { ...location.address, company: CANARY, address1: CANARY, city: CANARY };
    shop.locations.push({ ...location, id: location.id + 5_000, name, address });
  }
  const host = '<prahari-canary>.example';
  shop.domains.push({ id: 5_000, host, isPrimary: false, sslEnabled: false });
  for (const policy of shop.policies) policy.body += CANARY;
  for (const theme of shop.themes) {
    theme.name = CANARY;
    const name = 'sections/"><prahari-canary><img src=%canary-picture onerror=canary()>.liquid';
    theme.files[name] = {
      content: `<script src="https://canary-host.example/${encodeURI(CANARY)}"></script><script src="//${FORMULA}.example"></script>`,
      updatedAt: theme.updatedAt,
    };
  }
  for (const person of shop.people) Object.assign(person, { firstName: CANARY, lastName: CANARY });
}

/** Runs without code from strings (I3), so that a library which needs it would be seen here. */
const PAGES = [
  ...['', '/alerts', '/alerts?group=control', '/alerts?status=suppressed', '/checks', '/settings'],
  ...['/report', '/notices', '/rhythm', '/audit'],
];

describe('X1: a shop whose every text is hostile', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let merchant: MerchantDriver;
  let alertPaths: string[];
  const asked = new Set<string>();
  const refused: string[] = [];

  beforeAll(async () => {
    const depd = path.resolve(import.meta.dirname, '../abuse/depd-without-eval.ts');
    const withoutCode = `--disallow-code-generation-from-strings --import ${depd}`;
    [system, browser] = await Promise.all([startSystem({ NODE_OPTIONS: withoutCode }), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    merchant = new MerchantDriver(system, PLANTED_SHOP);
    await (await merchant.open(page)).getByText(/^Last check: /).waitFor();
    await merchant.api('POST', '/api/registrations', { gstin: OWN_GSTIN });
    await merchant.checkNow();

    const file = path.join(system.folder, 'sandbox', 'state.json');
    await system.kill('sandbox');
    const state = JSON.parse(await readFile(file, 'utf8')) as { shops: ShopState[] };
    state.shops.filter(({ domain }) => domain === PLANTED_SHOP).forEach(makeHostile);
    await writeFile(file, JSON.stringify(state));
    await system.start('sandbox');
    await merchant.checkNow();

    const alerts = await merchant.alerts();
    const reason = `${FORMULA}${MARKUP}`;
    const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const muted = await merchant.api('POST', '/api/alerts/suppress', { ids: [alerts[0]?.id], reason, until });
    expect(muted.status).toBe(200);
    alertPaths = alerts.map(({ id }) => `/alerts/${id}`);

    page.on('request', (request) => asked.add(new URL(request.url()).href));
    page.on('console', (message) => {
      if (/Content Security Policy|canary/i.test(message.text())) refused.push(message.text());
    });
    page.on('dialog', (dialog) => {
      refused.push(dialog.message());
      void dialog.dismiss();
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  /** How many elements of the page came out of our strings. */
  const bornOf = (frame: Frame): Promise<number> =>
    frame.evaluate(
      () =>
        document.querySelectorAll('prahari-canary, [onerror], [src*="canary"], [href*="canary"], [href^="javascript"]')
          .length,
    );

  async function expectNothingRan(): Promise<void> {
    for (const frame of page.frames()) expect([frame.url(), await bornOf(frame)]).toEqual([frame.url(), 0]);
    expect(refused).toEqual([]);
  }

  it('would be seen where it is taken for markup', async () => {
    const careless = await browser.newPage();
    await careless.setContent(`<p title="${CANARY}</p>`);
    expect(await bornOf(careless.mainFrame())).toBeGreaterThan(2);
    await careless.close();
  });

  it('reached the alerts: names of locations, files and hosts', async () => {
    const said = JSON.stringify(await merchant.alerts());
    expect(said).toContain('sections/');
    expect(said.match(/prahari-canary/g)?.length).toBeGreaterThan(2);
    expect(said).toContain('canary-host.example');
  });

  it.each(['en', 'hi'])(
    'is text on every page, in %s',
    async (locale) => {
      for (const where of PAGES) {
        const app = await merchant.open(page, where, { locale });
        await app.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await expectNothingRan();
      }
    },
    120_000,
  );

  it('is text on the page of every alert', async () => {
    let seen = 0;
    for (const where of alertPaths) {
      const app = await merchant.open(page, where);
      await app.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
      if ((await app.locator('main, #root').first().innerText()).includes('<prahari-canary>')) seen += 1;
      await expectNothingRan();
    }
    expect(seen).toBeGreaterThan(2);
  }, 180_000);

  it('is text in the admin around it', async () => {
    const handle = PLANTED_SHOP.split('.')[0];
    for (const where of [
      '/',
      `/store/${handle}`,
      `/store/${handle}/settings/general`,
      `/store/${handle}/settings/locations`,
    ]) {
      await page.goto(`${system.adminUrl}${where}`);
      await expectNothingRan();
    }
  });

  it('U6: is no formula in the export, and turns no text', async () => {
    for (const language of ['en', 'hi']) {
      const csv = await (await merchant.api('GET', `/api/alerts.csv?language=${language}`)).text();
      expect(csv).toContain('prahari-canary');
      expect(csv).not.toMatch(/(^|[,\n"])\s*[=@]/m);
      expect(csv).not.toContain('\u202E');
    }
  });

  it('X6: made no page ask anybody but the app and the admin', () => {
    const ours = [system.appUrl, system.adminUrl];
    expect([...asked].filter((url) => !ours.includes(new URL(url).origin) && !url.startsWith('data:'))).toEqual([]);
    expect([...asked].filter((url) => url.includes('canary'))).toEqual([]);
  });

  it('I3: needed no code from strings in the web role or the worker', () => {
    for (const role of ['web', 'worker'] as const) expect(system.logOf(role)).not.toMatch(/EvalError|Code generation/);
  });
});
