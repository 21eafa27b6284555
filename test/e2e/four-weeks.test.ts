import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import type { Browser, Page } from 'playwright-core';
import type { AlertDetail, AlertSummary } from '../../core/api/alerts.ts';
import type { AuditPage, AuditProof } from '../../core/api/audit.ts';
import type { Deliveries, Reader, WebhookWithSecret } from '../../core/api/notices.ts';
import type { MadeReport } from '../../core/api/reports.ts';
import type { PeopleRegister } from '../../core/api/people.ts';
import type { FlowState } from '../../sandbox/flow/flow-state.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { launchChromium } from './chromium.ts';
import { CLEAN_SHOP, MerchantDriver, REGISTERED_GSTIN } from './merchant.ts';
import { PassingTime, minuteInIndia, nextInIndia } from './passing-time.ts';

/** For whoever wants to look: reports as PDF and as pictures of the page. */
const picturesFolder = process.env['PICTURES'];

const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY] = [1, 2, 3, 5];
const QUIET = { from: 21 * 60, to: 8 * 60 };
const READER = 'owner@saaf-dukaan.example';
const HOOK = 'https://hooks.receiver.example/story';
const EVERYTHING = { areas: ['gst', 'security'], leastSeverity: 'low', pace: 'at-once', tellsResolved: true };

interface Mail {
  readonly number: number;
  readonly at: string;
  readonly to: readonly string[];
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
}
interface Post {
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isSigned: boolean | null;
}

/** Four weeks of one shop, unattended: what happens to it, who is told of it when and how, and what the reports say. */
describe('the story of four weeks', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let connection: Connection;
  let merchant: MerchantDriver;
  let time: PassingTime;
  const reports: { readonly monday: string; readonly json: string }[] = [];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({}, { followsClock: true }), launchChromium()]);
    page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    connection = await connectStore({ uri: system.storeUri });
    merchant = new MerchantDriver(system, CLEAN_SHOP);
    time = new PassingTime(system, merchant, connection);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await connection?.close();
    await system?.stop();
  });

  const done = async <T>(method: string, where: string, body?: unknown): Promise<T> => {
    const answer = await merchant.api(method, where, body);
    if (!answer.ok) throw new Error(`${method} ${where} answered ${answer.status}: ${await answer.text()}`);
    return (answer.status === 204 ? null : await answer.json()) as T;
  };
  const mails = async (): Promise<readonly Mail[]> =>
    ((await system.control('GET', '/sandbox/mails')) as { mails: readonly Mail[] }).mails;
  const posts = async (): Promise<readonly Post[]> =>
    ((await system.control('GET', '/sandbox/posts.json')) as { posts: readonly Post[] }).posts;
  const flowCalls = async () => ((await system.control('GET', `/sandbox/shops/${CLEAN_SHOP}/flow`)) as FlowState).runs;
  const alertsOf = async (checkId: string, status: string): Promise<AlertSummary[]> =>
    (await merchant.alerts(status)).filter((alert) => alert.checkId === checkId);
  /** What is wrong; that a name or a status changed at all stays to be read. */
  const gstAlerts = async () =>
    (await merchant.alerts('open')).filter(
      ({ area, checkId }) => area === 'gst' && checkId !== 'gst/registration-changes',
    );
  const plant = (defect: string) => system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/plant`, { defect });
  const registry = (status: string) => system.control('POST', `/sandbox/shops/${CLEAN_SHOP}/registry`, { status });

  /** What reached each channel since, of one check. */
  async function told(checkId: string, since: { mails: number; posts: number; flow: number }) {
    const newPosts = (await posts()).slice(since.posts).filter(({ body }) => body.includes(checkId));
    const sources = newPosts.map(({ headers }) => sourceOf(headers['webhook-id'] ?? ''));
    const newMails = (await mails()).slice(since.mails);
    return {
      mails: newMails.filter(({ headers }) => sources.includes(sourceOf(headerOf(headers, 'x-prahari-notice')))),
      posts: newPosts,
      flow: (await flowCalls()).slice(since.flow).filter((call) => JSON.stringify(call).includes(checkId)),
    };
  }
  const counts = async () => ({
    mails: (await mails()).length,
    posts: (await posts()).length,
    flow: (await flowCalls()).length,
  });

  /** Each channel told it once, signed where it is signed, and nobody was woken for what can wait. */
  async function expectTold(checkId: string, since: { mails: number; posts: number; flow: number }, severity: string) {
    const heard = await told(checkId, since);
    expect([heard.mails.length, heard.posts.length, heard.flow.length]).toEqual([1, 1, 1]);
    expect(heard.posts[0]?.isSigned).toBe(true);
    for (const { at } of [...heard.mails, ...heard.posts]) {
      const minute = minuteInIndia(new Date(at));
      if (severity !== 'critical') expect(minute >= QUIET.to && minute < QUIET.from).toBe(true);
    }
    return heard;
  }

  /** The report of the week that ended this morning, in all its forms. */
  async function expectReport(number: number): Promise<MadeReport['report']> {
    const { weeks } = await done<{ weeks: readonly { monday: string; isRunning: boolean }[] }>('GET', '/api/reports');
    const monday = weeks.find(({ isRunning }) => !isRunning)?.monday ?? '';
    const { report } = await done<MadeReport>('GET', `/api/reports/${monday}`);
    const file = async (format: string, language: string) => {
      const answer = await merchant.api('GET', `/api/reports/${monday}/file?format=${format}&language=${language}`);
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    const json = (await file('json', 'en')).toString();
    reports.push({ monday, json });
    expect(JSON.parse(json)).toMatchObject({ shop: CLEAN_SHOP, week: { monday } });
    for (const language of ['en', 'hi']) {
      const pdf = await file('pdf', language);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeLessThan(400 * 1024);
      if (picturesFolder) await keep(`report-${number}-${language}.pdf`, pdf);
    }
    if (picturesFolder) await shoot(number, monday);
    return report;
  }

  async function keep(name: string, bytes: Buffer | string): Promise<void> {
    const folder = picturesFolder ?? '';
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }

  async function shoot(number: number, monday: string): Promise<void> {
    for (const locale of ['en', 'hi'])
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 3_600 });
        await merchant.open(page, `/report/${monday}`, { locale });
        await page.waitForTimeout(2_000);
        await keep(`report-${number}-${locale}-${width}.png`, await page.screenshot());
      }
    const mail = (await mails()).findLast(({ to }) => to.includes(READER));
    await keep(`mail-${number}.html`, mail?.html ?? '');
  }

  it('begins with a shop in which nothing is wrong, and people who asked to be told', async () => {
    await time.leapTo(nextInIndia(await time.now(), WEDNESDAY, 11));
    await merchant.open(page);
    expect((await merchant.settled()).state).toBe('done');
    await done('POST', '/api/registrations', { gstin: REGISTERED_GSTIN });
    const credentials = { 'x-api-key': `key-${merchant.handle}`, 'x-api-secret': `secret-${merchant.handle}` };
    await done('PUT', '/api/look-ups', { service: 'sandbox-co-in', isTestMode: false, credentials });
    await time.settled();
    await merchant.allow(page, 'Allow reading orders');
    await time.settled();
    await merchant.allow(page, 'Allow reading products');
    await learnPeople();
    expect((await merchant.checkNow()).state).toBe('done');
    await merchant.vouchForEveryone();
    expect((await merchant.checkNow()).state).toBe('done');
    expect(await merchant.alerts()).toEqual([]);

    const words = { role: 'owner', language: 'en', getsAlerts: true, getsWeekly: true, rule: EVERYTHING };
    await done<Reader>('POST', '/api/notices/readers', { address: READER, ...words });
    const hook = { name: 'Story', url: HOOK, format: 'json', language: 'en', rule: EVERYTHING, getsWeekly: true };
    const { secret } = await done<WebhookWithSecret>('POST', '/api/notices/webhooks', hook);
    await system.control('POST', '/sandbox/posts', { secrets: { path: '/story', secrets: [secret] } });
    await done('PATCH', '/api/notices/flow', { isOn: true, rule: EVERYTHING });
    await time.settled();
    await press(linkIn((await mails()).at(-1), 'Confirm this address'), 'Confirm this address');
    expect(await done<{ readers: readonly Reader[] }>('GET', '/api/notices')).toMatchObject({
      readers: [{ state: 'confirmed' }],
    });
  }, 240_000);

  it('week 1: nothing happens, nobody is disturbed, and the report says so in three lines', async () => {
    const before = await counts();
    await time.to(nextInIndia(await time.now(), MONDAY, 10));
    const report = await expectReport(1);
    expect(report.verdict.kind).toBe('first');
    expect(report.fresh).toEqual([]);
    const after = (await mails()).slice(before.mails);
    expect(after.map(({ to }) => to)).toEqual([[READER]]); // the report alone
  }, 300_000);

  it('week 2: somebody’s mailbox opens with a password alone, and each channel says so within a day', async () => {
    await time.to(nextInIndia(await time.now(), TUESDAY, 11));
    const before = await counts();
    await plant('mailbox-without-second-factor');
    await time.to(nextInIndia(await time.now(), WEDNESDAY, 12));
    const [alert] = await alertsOf('security/mail-second-factor', 'open');
    const heard = await expectTold('security/mail-second-factor', before, alert?.severity ?? '');
    await press(linkIn(heard.mails[0], 'Acknowledge these alerts'), 'Acknowledge');
    const known = await done<AlertDetail>('GET', `/api/alerts/${alert?.id ?? ''}`);
    expect(known.status).toBe('acknowledged');
    expect(known.history.at(-1)).toMatchObject({ kind: 'acknowledged', by: expect.stringMatching(/^link:/) });
    const known2 = await counts();
    await merchant.mend('mailbox-without-second-factor');
    await time.to(nextInIndia(await time.now(), FRIDAY, 12));
    expect(await alertsOf('security/mail-second-factor', 'resolved')).toHaveLength(1);
    expect((await told('security/mail-second-factor', known2)).mails.length).toBe(1);
    await time.to(nextInIndia(await time.now(), MONDAY, 10));
    const report = await expectReport(2);
    expect(report.mended.concat(report.fresh).map(({ checkId }) => checkId)).not.toContain('security/script-owners');
  }, 600_000);

  it('week 3: the registration is suspended and a script of nobody known appears', async () => {
    await time.to(nextInIndia(await time.now(), TUESDAY, 11));
    let before = await counts();
    await registry('Suspended');
    await time.to(nextInIndia(await time.now(), WEDNESDAY, 12));
    const [suspended] = await gstAlerts();
    expect(suspended).toBeDefined();
    await expectTold(suspended?.checkId ?? '', before, suspended?.severity ?? '');
    before = await counts();
    await plant('tracker-script');
    await time.to(nextInIndia(await time.now(), FRIDAY, 12));
    const scripts = (await merchant.alerts('open')).filter(({ area }) => area === 'security');
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.map(({ checkId }) => checkId)).toContain('security/theme-foreign-scripts');
    for (const { checkId, severity } of new Map(scripts.map((alert) => [alert.checkId, alert])).values()) {
      await expectTold(checkId, before, severity);
    }
    await page.setViewportSize({ width: 1280, height: 900 }); // a phone folds the menu away
    const home = await merchant.open(page);
    await home.getByText(/^\d+ critical alerts? waits? for somebody$/).waitFor();
    await page.getByRole('link', { name: /^Alerts \(\d+\)$/ }).waitFor();
    await time.to(nextInIndia(await time.now(), MONDAY, 10));
    const report = await expectReport(3);
    expect(report.verdict.kind).toBe('worse');
    expect(report.fresh.map(({ checkId }) => checkId)).toContain(suspended?.checkId);
  }, 600_000);

  it('week 4: both are mended, and a certificate nears its end', async () => {
    await registry('Active');
    await merchant.mend('tracker-script');
    await time.to(nextInIndia(await time.now(), TUESDAY, 11));
    expect((await gstAlerts()).map(({ checkId }) => checkId)).toEqual([]);
    const before = await counts();
    await plant('certificate-not-renewed');
    await time.to(nextInIndia(await time.now(), WEDNESDAY, 12));
    const [alert] = await alertsOf('security/certificate', 'open');
    await expectTold('security/certificate', before, alert?.severity ?? '');
    await time.to(nextInIndia(await time.now(), MONDAY, 10));
    const report = await expectReport(4);
    expect(report.dues).toContainEqual(expect.objectContaining({ what: 'certificate' }));
    expect(report.mended.map(({ area }) => area)).toEqual(expect.arrayContaining(['gst', 'security']));
  }, 600_000);

  it('makes each report again, byte for byte', async () => {
    expect(new Set(reports.map(({ monday }) => monday)).size).toBe(4);
    for (const { monday, json } of reports) {
      const again = await merchant.api('GET', `/api/reports/${monday}/file?format=json&language=en`);
      expect(await again.text()).toBe(json);
    }
  }, 60_000);

  it('sent nothing twice, and gave nothing up', async () => {
    const { deliveries } = await done<Deliveries>('GET', '/api/notices/deliveries');
    expect(deliveries.filter(({ state }) => state === 'parked')).toEqual([]);
    const ids = (await mails()).map(({ headers }) => headerOf(headers, 'message-id'));
    expect(new Set(ids).size).toBe(ids.length);
    const postIds = (await posts()).map(({ headers }) => headers['webhook-id']);
    expect(new Set(postIds).size).toBe(postIds.length);
  });

  it('wrote it all down, in a chain that holds', async () => {
    expect(await done<AuditProof>('GET', '/api/audit/verify')).toMatchObject({ isWhole: true, broken: null });
    const { entries, total } = await done<AuditPage>('GET', '/api/audit');
    expect(total).toBeGreaterThan(20);
    expect(entries.length).toBeGreaterThan(20);
  });

  it('hands the evidence over in one file', async () => {
    const answer = await merchant.api('GET', '/api/evidence-pack?language=en');
    expect(answer.status).toBe(200);
    const pack = Buffer.from(await answer.arrayBuffer());
    expect(pack.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    if (picturesFolder) await keep('evidence-pack.zip', pack);
  }, 60_000);

  /** The list of users, and Google; each account confirmed. */
  async function learnPeople(): Promise<void> {
    const where = `/sandbox/shops/${CLEAN_SHOP}`;
    const csv = await (await fetch(`${system.adminUrl}${where}/users.csv`)).text();
    await done('POST', '/api/people/import', { csv, service: 'shopify', source: 'users-export', columns: {} });
    const serviceAccountKey = JSON.stringify(await system.control('GET', `${where}/google-key.json`));
    const adminEmail = `meera@${merchant.handle}.example`;
    await done('PUT', '/api/identity/google', { credentials: { serviceAccountKey, adminEmail } });
    await time.settled();
    const { people, unmatched } = await done<PeopleRegister>('GET', '/api/people');
    const ids = [...people.flatMap(({ accounts }) => accounts), ...unmatched].map(({ id }) => id);
    await done('POST', '/api/accounts/confirm', { ids });
  }

  /** Opens the link of a mail in a browser, looks at what it would do, and presses the button. */
  async function press(address: string, button: string): Promise<void> {
    const visit = await browser.newPage();
    await visit.goto(address);
    await visit.getByRole('button', { name: 'See what it does' }).click();
    await visit.getByRole('button', { name: button, exact: true }).click();
    await visit.getByText('You can close this page.').waitFor();
    await visit.close();
  }
});

/** The scan, or the day, that a notice tells of: "alerts:<scan>:mail:<reader>". */
const sourceOf = (identity: string): string => identity.split(':').slice(0, 2).join(':');

const headerOf = (headers: Mail['headers'], name: string): string =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';

/** The address below the words of a link, in a mail as text. */
function linkIn(mail: Mail | undefined, words: string): string {
  const lines = (mail?.text ?? '').split('\n');
  const address = lines[lines.indexOf(`${words}:`) + 1] ?? '';
  if (!address.startsWith('http')) throw new Error(`No such link in the mail: ${words}`);
  return address;
}
