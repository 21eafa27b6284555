import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { NoticeSettings, Reader } from '../../core/api/notices.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

interface Mail {
  readonly number: number;
  readonly to: readonly string[];
  readonly text: string;
  readonly headers: readonly (readonly [string, string])[];
}

describe('a person who is asked to read mails', () => {
  let system: System;
  let browser: Browser;
  let merchant: MerchantDriver;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    await merchant.open(await browser.newPage());
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const mailsTo = async (address: string): Promise<Mail[]> => {
    const { mails } = (await system.control('GET', '/sandbox/mails')) as { mails: Mail[] };
    return mails.filter(({ to }) => to.includes(address));
  };
  const readers = async () => ((await (await merchant.api('GET', '/api/notices')).json()) as NoticeSettings).readers;

  it('L2, L3: confirms by a press; the secret of the link goes out once, and a look changes nothing', async () => {
    const address = 'agency@saaf-dukaan.example';
    const rule = { areas: ['gst', 'security'], leastSeverity: 'high', pace: 'at-once', tellsResolved: false };
    const wishes = { role: 'viewer', language: 'hi', getsAlerts: true, getsWeekly: true, rule };
    const added = await merchant.api('POST', '/api/notices/readers', { address, ...wishes });
    expect(((await added.json()) as Reader).state).toBe('waiting');

    await until('an invitation', async () => (await mailsTo(address)).length > 0);
    const [mail] = await mailsTo(address);
    const [link = ''] = /http:\/\/localhost:\d+\/mail\S+/.exec(mail?.text ?? '') ?? [];
    const token = new URL(link).hash.slice(1);

    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const sent: { url: string; all: string }[] = [];
    page.on('request', (request) => {
      const all = [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n');
      sent.push({ url: request.url(), all });
    });
    await page.goto(link);
    await page.getByRole('button', { name: 'देखें' }).click();
    await page.getByRole('heading', { name: 'इस स्टोर के ईमेल चाहिए?' }).waitFor();
    expect(await axeViolations(page.mainFrame())).toEqual([]);
    expect((await readers()).map(({ state }) => state)).toEqual(['waiting']);
    await page.getByRole('button', { name: 'इस पते की पुष्टि करें' }).click();
    await page.getByRole('heading', { name: 'इस पते की पुष्टि हो गई' }).waitFor();
    expect((await readers()).map(({ state }) => state)).toEqual(['confirmed']);

    expect(sent.filter(({ all }) => all.includes(token)).map(({ url }) => url)).toEqual([`${system.appUrl}/mail/open`]);
    expect(sent.every(({ url }) => url.startsWith(`${system.appUrl}/`))).toBe(true);
    expect([page.url().includes(token), await page.evaluate('document.cookie')]).toEqual([false, '']);
    for (const process of ['web', 'worker'] as const) expect(system.wordsOf(process)).not.toContain(token);
    expect(system.wordsOf('worker')).not.toContain(address);
  });

  it('sees what was mailed on the page of the sandbox', async () => {
    const page = await browser.newPage();
    await page.goto(`${system.adminUrl}/sandbox/mails`);
    await page.getByRole('link', { name: 'Prahari के लिए इस पते की पुष्टि करें' }).click();
    await page.frameLocator('iframe').getByRole('heading', { name: 'क्या आपको इस स्टोर के ईमेल चाहिए?' }).waitFor();
  });
});
