import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { EXTENSION_FAULTS, type ExtensionFault } from '../../sandbox/extensions/faults.ts';
import { axeViolations, sidewaysOverflowPx } from './chromium.ts';
import { extensionBench } from './extension-bench.ts';
import { APP_URL, callsOf, changeState, faultsOf, type AppRequest, type ExtensionPages } from './extension-page.ts';

const FIXTURES = path.join(import.meta.dirname, 'extension-fixtures');
const ACTION = 'admin.order-index.selection-action.render';
const CHECKOUT = 'purchase.checkout.block.render';
const SELECTED = { selected: [{ id: 'gid://shopify/Order/1' }, { id: 'gid://shopify/Order/2' }] };

describe('the host of extensions', () => {
  let pages: ExtensionPages;
  let page: Page;
  extensionBench(
    // Faults are what many of these tests are about.
    { root: FIXTURES, viewport: { width: 700, height: 900 }, atEnd: async () => undefined },
    (bench) => ({ pages, page } = bench),
  );

  const ask = (asked: object) => page.addInitScript((value) => void Object.assign(globalThis, { echo: value }), asked);
  const setFault = (kind: ExtensionFault) =>
    page.request.post(`${pages.url}/sandbox/extension-faults`, { data: { kind } });
  const answers = async () => {
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('listitem').first().waitFor();
    return page.getByRole('listitem').allTextContents();
  };

  it.each([
    ['en', '2 things, gid://shopify/Order/1 first', '₹123,456.50'],
    ['en-IN', '2 things, gid://shopify/Order/1 first', '₹1,23,456.50'],
    ['hi-IN', '2 चीज़ें, पहले gid://shopify/Order/1', '₹1,23,456.50'],
    ['ta-IN', '2 things, gid://shopify/Order/1 first', '₹1,23,456.50'], // no words: the default ones
  ])('speaks %s: words with placeholders and plurals, money as the host writes it', async (locale, words, money) => {
    await pages.open(page, { folder: 'echo', locale, state: SELECTED });
    expect(await page.locator('s-text').first().textContent()).toBe(words);
    expect(await page.locator('#money').textContent()).toBe(money);
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each([
    ['lacking', {}, 'Hello {{nobody}}', ['The words "lacking" ask for nobody.']],
    ['absent.word', {}, 'absent.word', ['There are no words "absent.word" in en.']],
    ['selected', { first: 'x' }, 'selected', ['There are no words "selected" in en.']], // a plural without its count
    ['linked', { link: { type: 'a' } }, ['See ', { type: 'a' }, ' now'], []],
  ])('tells of words that cannot be said: %s', async (key, replacements, said, faults) => {
    await pages.open(page, { folder: 'echo', state: SELECTED });
    const translated = await page.evaluate(
      ([word, values]) => {
        const { shopify } = globalThis as unknown as {
          shopify: { i18n: { translate(key: string, values: object): unknown } };
        };
        return shopify.i18n.translate(word, values);
      },
      [key, replacements] as const,
    );
    expect(translated).toEqual(said);
    expect(await faultsOf(page)).toEqual(faults);
  });

  it('names an element that nobody knows, and one that this surface of Shopify does not have', async () => {
    await ask({ drawsUnknown: true });
    await pages.open(page, { folder: 'echo' });
    await page.getByText('<s-teapot> is not known').waitFor();
    expect(await faultsOf(page)).toEqual(['s-teapot']);
    await pages.open(page, { folder: 'echo-buyer', target: CHECKOUT });
    await page.getByText('<s-table> is not known').waitFor();
    expect(await faultsOf(page)).toEqual(['s-table']);
  });

  it('signs requests to the app, and to nobody else', async () => {
    const seen: [string, string][] = [];
    const note = (host: string) => (request: AppRequest) => {
      seen.push([host + request.path, request.headers['authorization'] ?? 'none']);
      return { json: {} };
    };
    await page.route('https://elsewhere.example/**', async (route) => {
      seen.push(['elsewhere', (await route.request().allHeaders())['authorization'] ?? 'none']);
      await route.fulfill({ json: {} });
    });
    const addresses = [
      '/api/echo',
      'app:api/echo',
      `${APP_URL}/api/echo`,
      'https://elsewhere.example/x',
      'shopify:admin/api/graphql.json',
    ];
    await ask({ addresses });
    await pages.open(page, { folder: 'echo', app: { 'GET /api/echo': note('app') } });
    expect(await answers()).toEqual(['200 {}', '200 {}', '200 {}', '200 {}', 'TypeError']);
    expect(seen.toSorted()).toEqual([
      ['app/api/echo', 'Bearer bench-token'],
      ['app/api/echo', 'Bearer bench-token'],
      ['app/api/echo', 'Bearer bench-token'],
      ['elsewhere', 'none'],
    ]);
  });

  it.each([
    ['none', '200 {"by":"Bearer bench-token"}'],
    ['token-missing', '200 {"by":null}'],
    ['app-down', 'TypeError'],
    ['broken-json', 'SyntaxError'],
    ['denied', '403 {"type":"forbidden","title":"Not for this person","status":403}'],
  ] as const)('misbehaves as it is told: %s', async (kind, seen) => {
    const app = {
      'GET /api/echo': ({ headers }: AppRequest) => ({ json: { by: headers['authorization'] ?? null } }),
    };
    await pages.open(page, { folder: 'echo', app });
    expect((await setFault(kind)).ok()).toBe(true);
    expect(await answers()).toEqual([seen]);
    await setFault('none');
  });

  it('knows its faults, and no others', async () => {
    expect(EXTENSION_FAULTS).toContain('slow');
    expect((await setFault('unheard-of' as ExtensionFault)).status()).toBe(400);
  });

  it('is made of real controls, reached by keyboard and by their names', async () => {
    await pages.open(page, { folder: 'echo', state: SELECTED });
    const field = page.getByLabel('GSTIN');
    await field.fill('bad');
    await page.getByText('Not a number').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Country').inputValue()).toBe('IN');
    expect(await page.getByRole('button', { name: 'Never' }).isDisabled()).toBe(true);
    expect(await page.getByRole('row', { name: 'IGST ₹1,23,456.50' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Ask' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('404').waitFor();
    const fold = page.getByRole('button', { name: 'Echo' });
    await fold.click();
    await page.getByText('Folded').waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await fold.click();
    expect(await axeViolations(page.mainFrame())).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
  });

  it('tells where a link leads, and that an action is done', async () => {
    await pages.open(page, { folder: 'echo', target: ACTION, state: SELECTED });
    await page.getByRole('link', { name: 'Alert' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await callsOf(page)).toEqual([
      { name: 'navigate', url: 'app:alerts/12', inNewTab: false },
      { name: 'close' },
    ]);
  });

  it('shows a buyer’s extension what changes while it runs', async () => {
    const state = { attributes: [{ key: 'note', value: '1' }], shippingAddress: { provinceCode: 'MH' } };
    await pages.open(page, { folder: 'echo-buyer', target: CHECKOUT, locale: 'hi-IN', state });
    expect(await page.locator('#language').textContent()).toBe('hi-IN');
    expect(await page.locator('#state').textContent()).toBe('MH');
    await changeState(page, { shippingAddress: { provinceCode: 'KA' } });
    await page.locator('#state', { hasText: 'KA' }).waitFor();
    await page.getByRole('button', { name: 'Write' }).click();
    await page.locator('#result', { hasText: 'success' }).waitFor();
    expect(await page.locator('#attributes').textContent()).toBe('note=1;Buyer GSTIN=X');
    await changeState(page, { canUpdateAttributes: false });
    await page.getByRole('button', { name: 'Write' }).click();
    await page.locator('#result', { hasText: 'error' }).waitFor();
  });

  it('gives each surface what Shopify gives it, and no more', async () => {
    const state = {
      shippingAddress: null,
      orderConfirmation: { number: 'AB12', order: { id: 'gid://shopify/Order/1' } },
    };
    await pages.open(page, { folder: 'echo-buyer', target: 'purchase.thank-you.block.render', state });
    expect(await page.locator('#state').textContent()).toBe('nowhere');
    expect(await page.locator('#confirmation').textContent()).toBe('AB12');
    await page.getByRole('button', { name: 'Write' }).click();
    await page.locator('#result', { hasText: 'absent' }).waitFor();
    await pages.open(page, { folder: 'echo-buyer', target: CHECKOUT, state: { token: null } });
    await page.getByRole('button', { name: 'Token' }).click();
    await page.locator('#result', { hasText: 'There is no session token.' }).waitFor();
  });

  it('says what cannot be found', async () => {
    const answer = await page.request.get(`${pages.url}/sandbox/extension/nowhere`);
    expect([answer.status(), await answer.json()]).toEqual([
      404,
      { error: 'The sandbox knows no such extension, or no such target of it.' },
    ]);
  });
});
