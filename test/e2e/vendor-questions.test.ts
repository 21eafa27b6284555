import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { QuestionnaireLink } from '../../core/api/vendor-questions.ts';
import type { VendorDetails } from '../../core/api/vendors.ts';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const PHONE = { width: 390, height: 844 };
const CANARY = 'Canary <script>document.title="ran"</script> of the vendor';

async function answered<T>(asking: Promise<Response>): Promise<T> {
  const answer = await asking;
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

describe('a vendor answers by a link', () => {
  let system: System;
  let browser: Browser;
  let merchant: MerchantDriver;
  let vendorId: string;
  let context: BrowserContext;
  let page: Page;
  let sent: { url: string; method: string; all: string }[];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    await merchant.open(await browser.newPage());
    const vendor = {
      ...{ name: 'Invented Courier', kind: 'service', purpose: null, owner: null, contact: null, note: null },
      ...{ dataClasses: [], scopes: null, hosts: ['courier.example'], handle: null },
      ...{ unusedSince: null, tokenMadeOn: null },
    };
    vendorId = (await answered<VendorDetails>(merchant.api('POST', '/api/vendors', vendor))).id;
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ viewport: PHONE, locale: 'en-IN' });
    sent = [];
    context.on('request', (request) => {
      const all = [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n');
      sent.push({ url: request.url(), method: request.method(), all });
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });

  const link = async () =>
    (await answered<QuestionnaireLink>(merchant.api('POST', `/api/vendors/${vendorId}/questionnaire`, {}))).url;
  const details = () => answered<VendorDetails>(merchant.api('GET', `/api/vendors/${vendorId}`));

  async function begin(url: string): Promise<void> {
    await page.goto(url);
    await page.getByRole('button', { name: /^(Begin|शुरू करें)$/ }).click();
    await page.getByText('Invented Courier').waitFor();
  }

  it('twenty questions, with a reload between, and the shop reads exactly that', async () => {
    const url = await link();
    const token = new URL(url).hash.slice(1);
    await begin(url);
    for (let number = 1; number <= 20; number += 1) {
      await page.getByRole('heading', { name: `Question ${number} of 20` }).waitFor();
      await page.getByLabel(number === 7 ? 'Partly' : 'Yes', { exact: true }).check();
      if (number === 7) await page.getByRole('textbox').fill(CANARY);
      if (number === 10) await page.reload();
      else await page.getByRole('button', { name: 'Next' }).click();
    }
    await page.getByLabel('Your name').fill('Asha Rao');
    await page.getByLabel('Your role').fill('Head of security');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText(CANARY).waitFor();
    await page.getByRole('button', { name: 'Send to the shop' }).click();
    await page.getByRole('heading', { name: 'Thank you. The shop has your answers.' }).waitFor();

    expect(await page.title()).toBe('Questions on security · Prahari');
    expect(sent.filter(({ url: to }) => !to.startsWith(`${system.appUrl}/`))).toEqual([]);
    const carrying = sent.filter(({ all }) => all.includes(token));
    expect(carrying.map(({ method, url: to }) => `${method} ${to}`)).toEqual([
      `POST ${system.appUrl}/vendor-questions/open`,
    ]);
    const { questionnaire } = await details();
    expect(questionnaire.linkEndsAt).toBeNull();
    expect(questionnaire.versions[0]).toMatchObject({ answeredBy: 'Asha Rao, Head of security', reviewedAt: null });
    expect(questionnaire.versions[0]?.answers.filter(({ answer }) => answer !== 'yes')).toEqual([
      { questionId: 'secrets', answer: 'partly', words: CANARY },
    ]);
    const cookies = await context.cookies();
    for (const word of [token, cookies[0]?.value ?? 'no cookie', 'Canary', 'Asha Rao']) {
      expect(system.wordsOf('web') + system.wordsOf('worker')).not.toContain(word);
    }

    await page.goto('about:blank');
    await page.goto(url);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  });

  it('L3: a machine that opens the link and runs the page without a press uses nothing up', async () => {
    const url = await link();
    for (let time = 0; time < 3; time += 1) {
      await page.goto('about:blank');
      await page.goto(url);
      await page.getByRole('button', { name: 'Begin' }).waitFor();
    }
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    await begin(url);
  });

  it('readable by a screen reader in both languages, and fits a phone', async () => {
    await begin(await link());
    const looks = async () => {
      expect(await axeViolations(page.mainFrame())).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    };
    await looks();
    await page.getByRole('button', { name: 'Look through all answers' }).click();
    await looks();
    await page.getByRole('button', { name: 'हिंदी' }).click();
    await page.getByRole('heading', { name: 'अपने जवाब देख लें' }).waitFor();
    await looks();
    await page.getByRole('button', { name: /^बदलें \(जवाब कौन दे रहा है\)$/ }).click();
    await looks();
  });
});
