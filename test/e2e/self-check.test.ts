import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PersonRow } from '../../core/api/people.ts';
import type { Invitation } from '../../core/api/self-check.ts';
import { selfCheckModel } from '../../server/models/self-check.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { axeViolations, launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver } from './merchant.ts';

const WEAK = 'Jaishreeram@1';
const STRONG = 'teal-otter-cabinet-mild-violin';
const PHONE = { width: 390, height: 844 };

/** Everything of a password that must stay: itself, its hash whole and in halves, its length, in every usual spelling. */
function mustStay(password: string): string[] {
  const hash = createHash('sha1').update(password).digest('hex');
  const inOther = [encodeURIComponent(password), Buffer.from(password).toString('base64'), password.toLowerCase()];
  return [password, ...inOther, hash, hash.slice(5), hash.slice(0, 6), `"length":${password.length}`];
}

const tokenOf = (url: string): string => new URL(url).hash.slice(1);

async function answered<T>(asking: Promise<Response>): Promise<T> {
  const answer = await asking;
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

describe('a person of the shop checks a password', () => {
  let system: System;
  let browser: Browser;
  let connection: Connection;
  let merchant: MerchantDriver;
  let personId: string;
  let context: BrowserContext;
  let page: Page;
  /** Each request of the page: address, headers and body as one text. */
  let sent: { url: string; method: string; all: string; body: string }[];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), launchChromium()]);
    connection = await connectStore({ uri: system.storeUri });
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    await merchant.open(await browser.newPage());
    const person = { name: 'Kavya Iyer', email: 'kavya.iyer@saaf-dukaan.example', role: null };
    personId = (await answered<PersonRow>(merchant.api('POST', '/api/people', person))).id;
  }, 90_000);
  afterAll(async () => {
    await connection?.close();
    await browser?.close();
    await system?.stop();
  });

  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ viewport: PHONE, locale: 'en-IN' });
    sent = [];
    context.on('request', (request) => {
      const body = request.postData() ?? '';
      const all = [request.url(), JSON.stringify(request.headers()), body].join('\n');
      sent.push({ url: request.url(), method: request.method(), all, body });
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await system.control('POST', '/sandbox/breach-list', { fault: null });
  });

  async function invite(purpose: 'password' | 'device'): Promise<string> {
    return (await answered<Invitation>(merchant.api('POST', `/api/people/${personId}/invitations`, { purpose }))).url;
  }

  async function begin(purpose: 'password' | 'device'): Promise<string> {
    const url = await invite(purpose);
    await page.goto(url);
    await page.getByRole('button', { name: /^(Begin|शुरू करें)$/ }).click();
    await page.getByText('Kavya Iyer').waitFor();
    return tokenOf(url);
  }

  const newest = () =>
    selfCheckModel(connection).findOne({ shop: CLEAN_SHOP }).sort({ checkedAt: -1, _id: -1 }).lean().orFail();

  it('and nothing but five characters and the verdict leaves the browser', async () => {
    await begin('password');
    await page.getByLabel('Password', { exact: true }).pressSequentially(WEAK);
    await page.getByText(/of 4: guessed/).waitFor();
    await page.getByText('A name, god, place').waitFor();
    await page.getByRole('button', { name: 'Check and send the result' }).click();
    await page.getByRole('heading', { name: 'Thank you. It is kept.' }).waitFor();
    await page.getByText('Choose another password').waitFor(); // the sandbox has it on the list

    for (const secret of mustStay(WEAK)) {
      const leaks = sent.filter(({ all }) => all.includes(secret) || all.includes(secret.toUpperCase()));
      expect([secret, leaks.map(({ url }) => url)]).toEqual([secret, []]);
    }
    const prefix = createHash('sha1').update(WEAK).digest('hex').slice(0, 5).toUpperCase();
    const rangeUrl = `${system.adminUrl}/pwned-passwords/range/${prefix}`;
    const abroad = sent.filter(({ url }) => !url.startsWith(`${system.appUrl}/`));
    expect([...new Set(abroad.map(({ url }) => url))]).toEqual([rangeUrl]);
    expect(abroad.map(({ body }) => body).join('')).toBe('');
    expect(abroad.some(({ all }) => /add-padding":"true/i.test(all))).toBe(true);

    const posts = sent.filter(({ method, url }) => method === 'POST' && !url.endsWith('/open'));
    expect(posts.map(({ url }) => url)).toEqual([`${system.appUrl}/self-check/password`]);
    const verdict = JSON.parse(posts[0]?.body ?? '') as Record<string, unknown>;
    expect(verdict).toEqual({ score: 1, lengthClass: '12-to-14', isBreached: true, engineVersion: '4.2.0' });
    const { checkedAt, ...kept } = await newest();
    expect(checkedAt).toBeInstanceOf(Date);
    expect(kept).toMatchObject({ personId, purpose: 'password', ...verdict });
  });

  it('in a worker that could not tell anybody if it wanted to', async () => {
    await begin('password');
    await page.getByLabel('Password', { exact: true }).fill(STRONG);
    await page.getByText('4 of 4: strong').waitFor();
    const [worker] = page.workers();
    const reached = await worker?.evaluate(
      async ([own, abroad]) =>
        Promise.all(
          [own, abroad].map(async (url) =>
            fetch(url ?? '').then(
              () => 'reached',
              () => 'refused',
            ),
          ),
        ),
      [`${system.appUrl}/self-check`, `${system.adminUrl}/pwned-passwords/range/00000`],
    );
    expect(reached).toEqual(['refused', 'refused']);
  });

  it('L2: the token of the link is in no address, no later request and no log', async () => {
    const token = await begin('password');
    expect(page.url()).toBe(`${system.appUrl}/self-check`);
    await page.getByLabel('Password', { exact: true }).fill(STRONG);
    await page.getByRole('button', { name: 'Check and send the result' }).click();
    await page.getByRole('heading', { name: 'Thank you. It is kept.' }).waitFor();
    const carrying = sent.filter(({ all }) => all.includes(token));
    expect(carrying.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${system.appUrl}/self-check/open`]);
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([
      { name: 'prahari_self_check', path: '/self-check', httpOnly: true, secure: true, sameSite: 'Strict' },
    ]);
    for (const word of [token, cookies[0]?.value ?? 'no cookie', STRONG]) {
      expect(system.wordsOf('web') + system.wordsOf('worker')).not.toContain(word);
    }
  });

  it('L3: a machine that opens the link and runs the page without a press uses nothing up', async () => {
    const url = await invite('password');
    for (let time = 0; time < 3; time += 1) {
      await page.goto('about:blank');
      await page.goto(url);
      await page.getByRole('button', { name: 'Begin' }).waitFor();
    }
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'How strong is your password?' }).waitFor();
  });

  it.each(['down', 'limited', 'html', 'truncated'] as const)(
    'and is told when the list of breached passwords is %s',
    async (fault) => {
      await system.control('POST', '/sandbox/breach-list', { fault });
      await begin('password');
      await page.getByLabel('Password', { exact: true }).fill(STRONG);
      await page.getByRole('button', { name: 'Check and send the result' }).click();
      await page.getByText('not checked: the list could not be reached').waitFor();
      expect((await newest()).isBreached).toBeUndefined();
    },
  );

  it('once: a used link says to ask for a new one, in Hindi too', async () => {
    const token = await begin('password');
    await page.getByLabel('Password', { exact: true }).fill(STRONG);
    await page.getByRole('button', { name: 'Check and send the result' }).click();
    await page.getByRole('heading', { name: 'Thank you. It is kept.' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${system.appUrl}/self-check?lang=hi#${token}`);
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await page.getByRole('heading', { name: 'यह लिंक अब काम नहीं करता' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${system.appUrl}/self-check`);
    await page.getByText('Open the link of your message once more.').waitFor();
  });

  it('with another link, opened where the page of the first one stands', async () => {
    await begin('password');
    await begin('device');
    await page.getByRole('heading', { name: 'The device that you work with' }).waitFor();
  });

  it('tells of a device what its browser says, and four answers', async () => {
    await begin('device');
    for (const group of await page.getByRole('group').all()) await group.getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you. It is kept.' }).waitFor();
    const version = Number.parseInt(browser.version(), 10);
    expect(await newest()).toMatchObject({
      ...{ purpose: 'device', browserName: 'chrome', browserVersion: version, operatingSystem: 'linux' },
      ...{ diskEncryption: 'yes', screenLock: 'yes', systemUpdates: 'yes', antiMalware: 'yes' },
    });
  });

  it.each(['password', 'device'] as const)('%s: readable by a screen reader, and fits a phone', async (purpose) => {
    for (const language of ['English', 'हिंदी'] as const) {
      await begin(purpose);
      if (language === 'हिंदी') await page.getByRole('button', { name: 'हिंदी' }).click();
      if (purpose === 'password') {
        await page.locator('#password').fill(WEAK);
        await page.locator('[role=status] li').first().waitFor();
      }
      expect(await axeViolations(page.mainFrame())).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

  it('with a script that no other page loads', async () => {
    await page.goto(`${system.appUrl}/self-check`);
    const own = sent.map(({ url }) => url).filter((url) => /\/assets\/self-check-/.test(url));
    expect(own).toHaveLength(1);
    sent.length = 0;
    await page.goto(`${system.appUrl}/verify`);
    for (const path of ['', '/alerts', '/security', '/people', '/settings']) {
      await merchant.open(page, path);
      await page.waitForLoadState('networkidle');
    }
    expect(sent.filter(({ url }) => url.includes('/assets/')).length).toBeGreaterThan(5);
    expect(sent.map(({ url }) => url).filter((url) => /self-check|password\.worker|zxcvbn/.test(url))).toEqual([]);
  });
});
