import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { headerOf, mailCatcher } from '../../test/mail-catcher.ts';
import { mailShop, type MailShop } from '../../test/mail-shop.ts';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import type { Letter } from '../../core/notices/letter.ts';
import type { Channel, Delivery } from '../outbox/channel.ts';
import { adminLinks } from '../shopify/admin-link.ts';
import { createMailer, type Mailer } from './mailer.ts';
import { mailSide } from './mail-side.ts';

const SHOP = 'marigold.myshopify.com';
const from = { name: 'Prahari', address: 'alerts@prahari.example' };
const REPORT: Letter = {
  ...{ language: 'en', subject: 'Week 16-22 Nov: score 72 (+4)', preheader: 'Better', because: 'You asked for it.' },
  blocks: [{ kind: 'heading', text: 'Better than last week' }],
};
let shop: MailShop;
let catcher: Awaited<ReturnType<typeof mailCatcher>>;
let mailer: Mailer;
let channel: Channel;

beforeAll(async () => {
  shop = await mailShop();
  catcher = await mailCatcher();
  mailer = createMailer({ service: catcher.service, from, timeoutMs: 400 });
  const side = mailSide({
    ...{ connection: shop.connection, ring: shop.ring, clock: shop.clock, readers: shop.readers, alerts: shop.alerts },
    combined: shop.combined,
    ...{ isInstalled: async () => true, appUrl: 'https://prahari.example', adminLink: adminLinks() },
    weeklyLetter: async ({ monday }, { language }) => (monday === '2026-11-16' ? { ...REPORT, language } : null),
    outlet: { mailer, from },
  });
  if (!side.channel) throw new Error('There is a service.');
  channel = side.channel;
});
afterAll(async () => {
  mailer.close();
  await catcher.close();
  await shop.close();
});
beforeEach(() => {
  catcher.fail(null);
  catcher.forget();
});

/** Composes, sends, and gives back what arrived; null: nobody was to be told any more. */
async function delivered(delivery: Delivery) {
  const body = await channel.compose(delivery);
  if (body === null) return null;
  expect(await channel.send(delivery, body)).toEqual({ outcome: 'sent' });
  return catcher.mails.at(-1) ?? null;
}

it('one mail tells of all alerts of a check, with their figures of now and a link to each', async () => {
  const reader = await shop.reader(SHOP, { address: 'asha@marigold.example' });
  const first = await shop.alert(SHOP, { severity: 'critical' });
  const second = await shop.alert(SHOP, { data: { host: 'old.example', endsDay: '2026-11-20' } });
  await shop.becomes(SHOP, second.id, { messageId: 'untrusted' });
  const mail = await delivered(await shop.delivery(SHOP, reader, [first, second]));
  expect(mail?.to).toEqual(['asha@marigold.example']);
  expect(headerOf(mail ?? { headers: [] }, 'subject')).toBe('1 critical alert, 1 more');
  const text = mail?.text.replaceAll('\u200C', '') ?? '';
  expect(text).toContain('old.example shows a certificate that browsers do not trust.');
  for (const { id } of [first, second]) {
    expect(text).toContain(`https://admin.shopify.com/store/marigold/apps/prahari/alerts/${id}`);
  }
});

it('what the links of a mail let people do is what they say', async () => {
  const reader = await shop.reader(SHOP);
  const alert = await shop.alert(SHOP);
  const mail = await delivered(await shop.delivery(SHOP, reader, [alert]));
  const tokens = [...(mail?.text ?? '').matchAll(/https:\/\/prahari\.example\/mail\?lang=en#(\S+)/g)];
  const grants = tokens.map(([, token = '']) => shop.links.readLink(token)?.purpose);
  expect(grants).toEqual(['acknowledge', 'stop-alerts']);
  const stop = /token=([^>]+)>/.exec(headerOf(mail ?? { headers: [] }, 'list-unsubscribe') ?? '')?.[1] ?? '';
  expect(shop.links.readLink(stop)).toEqual(shop.grant(SHOP, reader, 'stop-alerts'));
  const [, acknowledge = ''] = tokens[0] ?? [];
  const { secret } = await shop.desk.open(acknowledge);
  await shop.desk.acknowledge(secret);
  expect(await shop.statusOf(SHOP, alert.id)).toBe('acknowledged');
});

describe('T10: what changed between planning and sending', () => {
  it('a reader who is gone gets nothing', async () => {
    const reader = await shop.reader(SHOP);
    const delivery = await shop.delivery(SHOP, reader, [await shop.alert(SHOP)]);
    await shop.readers.remove(SHOP, reader);
    expect(await channel.compose(delivery)).toBeNull();
  });

  it('a reader whose role shrank is offered nothing to do', async () => {
    const reader = await shop.reader(SHOP);
    const delivery = await shop.delivery(SHOP, reader, [await shop.alert(SHOP)]);
    await shop.readers.change(SHOP, reader, { role: 'viewer' });
    expect((await delivered(delivery))?.text).not.toContain('Acknowledge');
  });

  it('a rule that asks for less gets less', async () => {
    const reader = await shop.reader(SHOP);
    const [mild, grave] = [await shop.alert(SHOP), await shop.alert(SHOP, { severity: 'critical' })];
    const delivery = await shop.delivery(SHOP, reader, [mild, grave]);
    await shop.readers.change(SHOP, reader, { rule: { ...DEFAULT_RULE, leastSeverity: 'critical' } });
    const mail = await delivered(delivery);
    expect(mail?.text).toContain(grave.id);
    expect(mail?.text).not.toContain(mild.id);
    await shop.readers.change(SHOP, reader, { rule: { ...DEFAULT_RULE, areas: ['gst'] } });
    expect(await channel.compose(delivery)).toBeNull();
  });

  it.each(['resolved', 'suppressed'] as const)('an alert that is %s by now is not told', async (status) => {
    const reader = await shop.reader(SHOP);
    const [gone, here] = [await shop.alert(SHOP), await shop.alert(SHOP)];
    const delivery = await shop.delivery(SHOP, reader, [gone, here]);
    await shop.becomes(SHOP, gone.id, { status });
    const mail = await delivered(delivery);
    expect([mail?.text.includes(gone.id), mail?.text.includes(here.id)]).toEqual([false, true]);
    await shop.becomes(SHOP, here.id, { status });
    expect(await channel.compose(delivery)).toBeNull();
  });

  it('that something was resolved is told, unless it came back', async () => {
    const reader = await shop.reader(SHOP, { rule: { ...DEFAULT_RULE, tellsResolved: true } });
    const alert = await shop.alert(SHOP, { kind: 'resolved', status: 'resolved' });
    const delivery = await shop.delivery(SHOP, reader, [alert], { kind: 'digest' });
    expect(headerOf((await delivered(delivery)) ?? { headers: [] }, 'subject')).toBe('1 alert resolved');
    await shop.becomes(SHOP, alert.id, { status: 'open' });
    expect(await channel.compose(delivery)).toBeNull();
  });

  it("another shop's alerts of the same name are none of these", async () => {
    const reader = await shop.reader(SHOP);
    const alert = await shop.alert('jasmine.myshopify.com');
    expect(await channel.compose(await shop.delivery(SHOP, reader, [alert]))).toBeNull();
  });
});

describe('P3: every copy of a mail', () => {
  it('is the same to the letter, and so is its name', async () => {
    const reader = await shop.reader(SHOP);
    const delivery = await shop.delivery(SHOP, reader, [await shop.alert(SHOP)]);
    const body = await channel.compose(delivery);
    if (body === null) throw new Error('nobody to tell');
    catcher.fail('accept-then-silence');
    expect(await channel.send(delivery, body)).toEqual({ outcome: 'again', code: 'timed-out' });
    shop.clock.pass(60 * 60_000);
    catcher.fail(null);
    expect(await channel.send(delivery, body)).toEqual({ outcome: 'sent' });
    const [one, two] = catcher.mails.map(({ headers, text, html }) => ({
      headers: headers.filter(([name]) => name.toLowerCase() !== 'content-type'), // the boundary of its parts
      ...{ text, html },
    }));
    expect(one).toEqual(two);
    expect(headerOf(one ?? { headers: [] }, 'x-prahari-notice')).toBe(delivery.identity);
    expect(headerOf(one ?? { headers: [] }, 'message-id')).toMatch(/^<[0-9a-f]{40}@prahari\.example>$/);
  });

  it('has a name that tells neither shop nor reader, and that no other delivery has', async () => {
    const reader = await shop.reader(SHOP);
    const names = [];
    for (let count = 0; count < 2; count += 1) {
      const mail = await delivered(await shop.delivery(SHOP, reader, [await shop.alert(SHOP)]));
      names.push(headerOf(mail ?? { headers: [] }, 'message-id'));
    }
    expect(new Set(names).size).toBe(2);
    expect(names.join()).not.toMatch(new RegExp(`marigold|${reader}`));
  });
});

describe('M4: an address that does not take mail', () => {
  it('is known as such after the first refusal', async () => {
    const reader = await shop.reader(SHOP);
    const delivery = await shop.delivery(SHOP, reader, [await shop.alert(SHOP)]);
    const body = (await channel.compose(delivery)) ?? '';
    catcher.fail('later');
    await channel.send(delivery, body);
    expect((await shop.readers.find(SHOP, reader))?.state).toBe('confirmed');
    catcher.fail('no-such-mailbox');
    expect(await channel.send(delivery, body)).toEqual({ outcome: 'never', code: 'bounced' });
    expect((await shop.readers.find(SHOP, reader))?.state).toBe('bounced');
  });
});

describe('each kind of mail', () => {
  it('an invitation confirms and stops nothing', async () => {
    const { id } = await shop.readers.add(
      SHOP,
      {
        ...{ address: 'new@marigold.example', role: 'viewer', language: 'hi', rule: DEFAULT_RULE },
        ...{ getsAlerts: true, getsWeekly: true },
      },
      '1',
    );
    const mail = await delivered(await shop.delivery(SHOP, id, [], { kind: 'invitation' }));
    expect(mail?.headers.some(([name]) => /^list-/i.test(name))).toBe(false);
    const [, token = ''] = /https:\/\/prahari\.example\/mail\?lang=hi#(\S+)/.exec(mail?.text ?? '') ?? [];
    const { secret, opened } = await shop.desk.open(token);
    expect(opened).toMatchObject({ purpose: 'confirm', isDone: false });
    await shop.desk.confirm(secret, { isCombined: false });
    expect((await shop.readers.find(SHOP, id))?.state).toBe('confirmed');
  });

  it('a visit leads to the app', async () => {
    const mail = await delivered(await shop.delivery(SHOP, await shop.reader(SHOP), [], { kind: 'visit' }));
    expect(mail?.text).toContain('https://admin.shopify.com/store/marigold/apps/prahari\n');
  });

  it('a weekly report is what the report says, and stops by itself', async () => {
    const reader = await shop.reader(SHOP, { language: 'hi' });
    const mail = await delivered(await shop.delivery(SHOP, reader, [], { kind: 'weekly', monday: '2026-11-16' }));
    expect(headerOf(mail ?? { headers: [] }, 'subject')).toBe(REPORT.subject);
    const [, token = ''] = /#(\S+)/.exec(mail?.text.split('--').at(-1) ?? '') ?? [];
    expect(shop.links.readLink(token)?.purpose).toBe('stop-weekly');
    expect(
      await channel.compose(await shop.delivery(SHOP, reader, [], { kind: 'weekly', monday: '2026-11-09' })),
    ).toBeNull();
  });
});

it('without a service there is no way out, and links go on working', () => {
  const side = mailSide({
    ...{ connection: shop.connection, ring: shop.ring, clock: shop.clock, readers: shop.readers, alerts: shop.alerts },
    combined: shop.combined,
    ...{ isInstalled: async () => true, appUrl: 'https://prahari.example', adminLink: adminLinks() },
    ...{ weeklyLetter: async () => null, outlet: null },
  });
  expect([side.channel, typeof side.desk.open]).toEqual([null, 'function']);
});
