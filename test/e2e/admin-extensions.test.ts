import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OrderGst, OrdersGst } from '../../core/api/order-gst.ts';
import { anOrderGst, aJudgedTax, ORDER_GST_CASES, ordersGst, WRONG_HEAD } from '../order-gst-factories.ts';
import { axeViolations, sidewaysOverflowPx } from './chromium.ts';
import { extensionBench } from './extension-bench.ts';
import { answerFor, callsOf } from './extension-page.ts';
import type { AppAnswer, AppAnswers, ExtensionPages } from './extension-page.ts';

const LANGUAGES = ['en', 'hi'] as const;
const WIDTHS = [1_280, 390] as const;
const ORDER = 'GET /api/orders/1001/gst';
const CHECK = 'POST /api/orders/1001/check';
const MANY = 'POST /api/orders/gst';
const FAILURES: Readonly<Record<string, { answer: AppAnswer; en: string; hi: string }>> = {
  offline: { answer: { isDown: true }, en: 'No answer from Prahari', hi: 'Prahari से जवाब नहीं आया' },
  'signed-out': { answer: problem(401), en: 'Your session has ended', hi: 'आपका सत्र समाप्त हो गया है' },
  denied: { answer: problem(403), en: 'You may not see this yet', hi: 'अभी आप यह नहीं देख सकते' },
  gone: { answer: problem(404), en: 'Not found in this shop', hi: 'इस दुकान में नहीं मिला' },
  busy: { answer: problem(429, { 'Retry-After': '20' }), en: 'in 20 seconds', hi: '20 सेकंड बाद' },
  fault: { answer: problem(500), en: 'went wrong on our side', hi: 'हमारी तरफ़ से' },
  'no sense': { answer: { json: { id: '1001' } }, en: 'went wrong on our side', hi: 'हमारी तरफ़ से' },
};

function problem(status: number, headers: Readonly<Record<string, string>> = {}): AppAnswer {
  return { status, headers, json: { type: 'a-reason', title: 'A reason.', status } };
}

let pages: ExtensionPages;
let page: Page;
extensionBench({ viewport: { width: 1_280, height: 900 } }, (bench) => ({ pages, page } = bench));

const openOrder = (app: AppAnswers, locale: string = 'en', id = 'gid://shopify/Order/1001') =>
  pages.open(page, { folder: 'order-block', locale, state: { selected: [{ id }] }, app });
const text = () => page.locator('body').innerText();

/** What a person must be able to do with it at any width: see all of it, and read it with a screen reader. */
async function expectSound(): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await sidewaysOverflowPx(page.mainFrame())]).toEqual([width, 0]);
  }
  expect(await axeViolations(page.mainFrame())).toEqual([]);
}

describe('the card on an order', () => {
  const SAYS: Readonly<Record<keyof typeof ORDER_GST_CASES, { en: readonly string[]; hi: readonly string[] }>> = {
    right: { en: ['Goes on the invoice', 'Invented Traders', 'Active: told by'], hi: ['इनवॉइस पर यही', 'सक्रिय'] },
    consumer: { en: ["counts as a consumer's", 'Due on it: CGST and SGST.'], hi: ['उपभोक्ता', 'CGST और SGST'] },
    wrongHead: { en: ['Wrong tax charged', 'Difference: ₹126', 'High:'], hi: ['गलत कर लगा', 'अंतर: ₹126'] },
    lookAlike: { en: ['GSTIN to correct', 'Cannot exist', 'U+0410'], hi: ['GSTIN सुधारना है', 'U+0410'] },
    conflict: { en: ['On record for the company', 'Given in the cart'], hi: ['कंपनी के रिकॉर्ड', 'कार्ट में'] },
    notJudged: { en: ['Not judged', 'Addresses of buyers are protected customer data'], hi: ['खरीदारों के पते'] },
    cancelled: { en: ['cancelled', 'Tax on the order: ₹126'], hi: ['रद्द', '₹126'] },
    long: { en: ['The first 2000 lines'], hi: ['पहली 2000 पंक्तियाँ'] },
    viewer: { en: ['A manager can have it checked again'], hi: ['मैनेजर'] },
  };

  it.each(Object.keys(SAYS) as (keyof typeof SAYS)[])('%s, in both languages', async (name) => {
    for (const language of LANGUAGES) {
      await openOrder({ [ORDER]: { json: ORDER_GST_CASES[name] } }, language);
      await page
        .getByText(SAYS[name][language][0] ?? '')
        .first()
        .waitFor();
      const shown = await text();
      for (const words of SAYS[name][language]) expect(shown).toContain(words);
      await expectSound();
    }
  });

  it('cuts no number on a telephone', async () => {
    const paise = 123_456_789_050;
    const heads = WRONG_HEAD.heads.map((head) => ({ ...head, expectedPaise: paise, chargedPaise: paise }));
    await page.setViewportSize({ width: 390, height: 900 });
    await openOrder({ [ORDER]: { json: anOrderGst({ tax: { ...WRONG_HEAD, heads, differencePaise: paise } }) } }, 'hi');
    await page.getByText('अंतर: ₹1,23,45,67,890.50').waitFor();
    expect((await text()).split('₹1,23,45,67,890.50').length - 1).toBe(7);
    expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
  });

  it('says that it reads before it knows', async () => {
    const { promise, resolve } = Promise.withResolvers<AppAnswer>();
    await openOrder({ [ORDER]: () => promise });
    await page.getByRole('status').locator('s-spinner').waitFor();
    expect(await text()).toContain('Reading the order and working out its GST');
    await expectSound();
    resolve({ json: ORDER_GST_CASES.right });
    await page.getByText('Nothing wrong found').waitFor();
  });

  it.each(Object.keys(FAILURES).filter((kind) => kind !== 'gone'))(
    'says what to do where the answer is %s, and asks again',
    async (kind) => {
      const failure = FAILURES[kind];
      for (const language of LANGUAGES) {
        await openOrder({ [ORDER]: failure?.answer ?? {} }, language);
        await page.getByText(failure?.[language] ?? '').waitFor();
        await expectSound();
      }
      await answerFor(page, { [ORDER]: { json: ORDER_GST_CASES.consumer } });
      await page.getByRole('button', { name: 'दोबारा कोशिश करें' }).press('Enter');
      await page.getByText('उपभोक्ता').waitFor();
    },
  );

  it('knows that an order which is there is too old where it is not shown', async () => {
    await openOrder({ [ORDER]: problem(404) });
    await page.getByText('the orders of the last 60 days').waitFor();
    await openOrder({ [ORDER]: problem(404) }, 'hi');
    await page.getByText('पिछले 60 दिनों के ऑर्डर').waitFor();
    await expectSound();
  });

  it('says nothing of the buyer and the tax of an order that it may not read', async () => {
    const sentence = { en: 'Prahari may not read orders yet.', hi: 'Prahari को अनुमति नहीं है।' };
    const tax = { isJudged: false, reason: 'not-permitted', taxPaise: 0, sentence } as const;
    await openOrder({ [ORDER]: { json: anOrderGst({ tax, missing: ['read_orders'] }) } });
    await page.getByText('The permission to read orders is missing.').waitFor();
    expect(await text()).not.toMatch(/consumer|₹0|Buyer/);
    await expectSound();
  });

  it('leads to the settings for a permission that is missing, and nowhere for what Shopify alone allows', async () => {
    const missing = ['protected-data', 'read_companies', 'read_locations', 'read_orders'];
    await openOrder({ [ORDER]: { json: anOrderGst({ missing }) } }, 'hi');
    await page.getByRole('link', { name: 'Prahari की सेटिंग खोलें' }).click();
    expect(await callsOf(page)).toEqual([{ name: 'navigate', url: 'app:settings', inNewTab: false }]);
    await openOrder({ [ORDER]: { json: ORDER_GST_CASES.notJudged } });
    await page.getByText('Shopify did not let us see all of it').waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });

  it('asks nothing for what is no order', async () => {
    let asked = 0;
    const count = (): AppAnswer => ({ status: 404, json: { asked: (asked += 1) } });
    await openOrder({ [ORDER]: count }, 'en', 'gid://shopify/Order/1001/../1');
    await page.getByText('the orders of the last 60 days').waitFor();
    expect(asked).toBe(0);
  });

  it('checks again by keyboard, and tells politely how it went', async () => {
    let next: OrderGst = { ...ORDER_GST_CASES.wrongHead, asOf: '2026-11-22T07:00:00.000Z' };
    const app: AppAnswers = { [ORDER]: { json: ORDER_GST_CASES.wrongHead }, [CHECK]: () => ({ json: next }) };
    await openOrder(app);
    const button = page.getByRole('button', { name: 'Check again' });
    await button.press('Enter');
    await page.getByRole('status').getByText('Checked again: nothing has changed.').waitFor();
    await page.getByText('As of 22 Nov 2026, 12:30 pm IST').waitFor();
    next = ORDER_GST_CASES.right;
    await button.press('Enter');
    await page.getByRole('status').getByText('Checked again: the figures above are new.').waitFor();
    await page.getByText('Nothing wrong found').waitFor();
    await expectSound();
  });

  it('keeps what it shows where a second look does not succeed', async () => {
    await openOrder({ [ORDER]: { json: ORDER_GST_CASES.wrongHead }, [CHECK]: problem(429) });
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('Prahari is busy').waitFor();
    expect(await text()).toContain('Difference: ₹126');
  });

  it('leads to the alert in Prahari', async () => {
    await openOrder({ [ORDER]: { json: ORDER_GST_CASES.wrongHead } });
    await page.getByRole('link', { name: 'Order #1001 went' }).click();
    expect(await callsOf(page)).toEqual([
      { name: 'navigate', url: 'app:alerts/a1b2c3d4e5f6a1b2c3d4e5f6', inNewTab: false },
    ]);
  });

  it('takes words of others for words', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>Shop</b>';
    const odd = anOrderGst({
      buyerBusiness: markup,
      missing: ['<i>scope</i>'],
      alerts: [{ id: '../../x?y#z', severity: 'low', sentence: { en: markup, hi: markup } }],
      tax: aJudgedTax({ sentence: { en: markup, hi: markup } }),
    });
    await openOrder({ [ORDER]: { json: odd } });
    await page.getByText('<i>scope</i>').waitFor();
    expect((await text()).split(markup).length - 1).toBe(3);
    expect(await page.locator('img, b, i').count()).toBe(0);
    const href = await page.getByRole('link', { name: '<b>Shop</b>' }).getAttribute('href');
    expect(href).toBe('app:alerts/..%2F..%2Fx%3Fy%23z');
  });

  it('is one line when it is folded', async () => {
    await openOrder({ [ORDER]: { json: ORDER_GST_CASES.wrongHead } });
    await page.getByText('Difference: ₹126').waitFor();
    await page.getByRole('button', { name: 'GST', exact: true }).press('Enter');
    await page.getByText('To correct: ₹126').waitFor();
  });
});

describe('selected orders', () => {
  const openSelection = (count: number, app: AppAnswers, locale = 'en') =>
    pages.open(page, {
      folder: 'order-selection',
      locale,
      state: { selected: Array.from({ length: count }, (_, at) => ({ id: `gid://shopify/Order/${1_001 + at}` })) },
      app,
    });
  const known = (ids: readonly string[]): OrdersGst => {
    const all = ordersGst(250);
    return { ...all, orders: all.orders.filter(({ id }) => ids.includes(id)) };
  };
  const all: AppAnswers = { [MANY]: ({ json }) => ({ json: known((json as { ids: string[] }).ids) }) };

  it.each(LANGUAGES)('are counted, the wrong ones first: %s', async (language) => {
    await openSelection(8, all, language);
    const counts = page.getByRole('status');
    await counts.getByText(language === 'en' ? 'Difference in all: ₹252' : 'कुल अंतर: ₹252').waitFor();
    expect(await counts.innerText()).toContain(language === 'en' ? 'Not judged: 4' : 'जाँचे नहीं जा सके: 4');
    const names = await page.getByRole('listitem').locator('s-link').allInnerTexts();
    expect(names).toEqual(['#1002', '#1006', '#1003', '#1007', '#1001', '#1005']);
    await expectSound();
  });

  it('are read in packs, at most 250, and it is told that there are more', async () => {
    const packs: number[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    await openSelection(260, {
      [MANY]: async ({ json }) => {
        const { ids } = json as { ids: string[] };
        packs.push(ids.length);
        if (packs.length === 3) await promise;
        return { json: known(ids) };
      },
    });
    await page.getByText('You selected 260 orders. The first 250 are checked.').waitFor();
    await page.getByRole('status').getByText('100 of 250 orders read').waitFor();
    await expectSound();
    resolve();
    await page.getByText('To correct: 63').waitFor();
    expect(packs).toEqual([50, 50, 50, 50, 50]);
    expect(await page.getByRole('listitem').count()).toBe(25);
    await page.getByRole('button', { name: 'Show more (225 left)' }).press('Enter');
    await page.getByRole('button', { name: 'Show more (200 left)' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(50);
    expect(await sidewaysOverflowPx(page.mainFrame())).toBe(0);
  });

  it('that cannot be read leave the others as they are, and are asked for once more', async () => {
    let isWell = false;
    await openSelection(60, {
      [MANY]: ({ json }) => {
        const { ids } = json as { ids: string[] };
        return isWell || ids.includes('1001') ? { json: known(ids) } : problem(500);
      },
    });
    await page.getByText('Orders that could not be read: 10.').waitFor();
    expect(await page.getByRole('status').first().innerText()).toContain('To correct: 13');
    await expectSound();
    isWell = true;
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('To correct: 15').waitFor();
    expect(await text()).not.toContain('could not be read');
  });

  it.each(Object.keys(FAILURES))('say what to do where the answer is %s', async (kind) => {
    const failure = FAILURES[kind];
    for (const language of LANGUAGES) {
      await openSelection(3, { [MANY]: failure?.answer ?? {} }, language);
      await page.getByText(failure?.[language] ?? '').waitFor();
      await expectSound();
    }
  });

  it('may be none', async () => {
    await openSelection(0, {});
    await page.getByText('No order is selected.').waitFor();
    await expectSound();
  });

  it('are saved as a file, opened in Prahari, and left', async () => {
    await openSelection(4, all, 'hi');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV में सेव करें' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('gst-orders.csv');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFऑर्डर,नतीजा,"अंतर, रुपये में",क्या मिला');
    expect(lines[1]).toMatch(/^#1002,सुधारना है,126\.00,/);
    await page.getByRole('link', { name: '#1002' }).click();
    await page.getByRole('link', { name: 'Prahari में खोलें' }).press('Enter');
    await page.getByRole('button', { name: 'बंद करें' }).press('Enter');
    expect(await callsOf(page)).toEqual([
      { name: 'navigate', url: 'shopify:admin/orders/1002', inNewTab: false },
      { name: 'navigate', url: 'app:gst', inNewTab: false },
      { name: 'close' },
    ]);
  });
});
