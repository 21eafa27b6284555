import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { mailShop, type MailShop } from '../../test/mail-shop.ts';
import { startPublicPage, type PublicPage } from '../../test/public-page.ts';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { oneClickStopRoutes, publicMailRoutes } from './public-mail.routes.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
let mail: MailShop;
let page: PublicPage;

beforeAll(async () => {
  mail = await mailShop();
  const { desk, clock } = mail;
  page = await startPublicPage(
    publicMailRoutes({ desk, clock, script: () => '/assets/m-1.js' }),
    oneClickStopRoutes({ desk, clock }),
  );
});
afterAll(async () => {
  await page.close();
  await mail.close();
});
beforeEach(() => mail.clock.pass(60 * 60_000)); // every address may guess again

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  page.post(`/mail${path}`, body, headers);
const oneClick = (token: string) =>
  page.post(`/mail/stop?token=${token}`, 'List-Unsubscribe=One-Click', {
    'content-type': 'application/x-www-form-urlencoded',
  });

async function cookieOf(token: string): Promise<string> {
  const answer = await post('/open', { token });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

type Wish = 'stop-alerts' | 'stop-weekly';
const stopToken = (readerId: string, purpose: Wish = 'stop-alerts', shop = SHOP) =>
  mail.links.link(mail.grant(shop, readerId, purpose));

/** Two open alerts that one mail told of, and its link. */
async function toldAlerts(role: 'owner' | 'manager' | 'viewer' = 'manager') {
  const readerId = await mail.reader(SHOP, { role });
  const alerts = [await mail.alert(SHOP), await mail.alert(SHOP, { severity: 'critical' })];
  const { id } = await mail.delivery(SHOP, readerId, alerts);
  return { readerId, alerts, token: mail.links.link(mail.grant(SHOP, readerId, 'acknowledge', id)) };
}
const statuses = (alerts: readonly { id: string }[]) => Promise.all(alerts.map(({ id }) => mail.statusOf(SHOP, id)));

describe('GET /mail', () => {
  it('X6: has our own script, is never framed, sets no cookie and is kept by nobody', async () => {
    const answer = await fetch(`${page.origin}/mail`);
    const html = await answer.text();
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/assets/m-1.js']);
    expect([answer.headers.get('set-cookie'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('L2: the secret of a link', () => {
  it('becomes a cookie of this path that no script reads and no other site sends', async () => {
    const { token } = await toldAlerts();
    const [cookie = ''] = (await post('/open', { token })).headers.getSetCookie();
    expect(cookie).toMatch(/^prahari_mail=[\w.-]+; Path=\/mail; Max-Age=3600; HttpOnly; Secure; SameSite=Strict$/);
    expect(cookie).not.toContain(token);
  });

  it('is in no log, nor is the cookie, nor what a mail program sends', async () => {
    const { token, readerId } = await toldAlerts();
    const stop = stopToken(readerId);
    const cookie = await cookieOf(token);
    await post('/open', { token: `${token}x` });
    await post('/acknowledge', { nonsense: 1 }, { cookie });
    await oneClick(`${stop}x`);
    await oneClick(stop);
    const secrets = [token, stop, cookie.split('=')[1] ?? 'no cookie'].map((word) => word.split('.').at(-1) ?? word);
    expect(page.lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  });
});

describe('L3: machines that follow links', () => {
  it('change nothing by GET and HEAD, nor by opening, and the person succeeds after them', async () => {
    const { token, alerts, readerId } = await toldAlerts();
    for (const method of ['GET', 'HEAD', 'GET', 'GET']) {
      expect((await fetch(`${page.origin}/mail`, { method })).status).toBe(200);
      const stop = await fetch(`${page.origin}/mail/stop?token=${stopToken(readerId)}`, { method, redirect: 'manual' });
      expect(stop.status).toBe(303);
    }
    const opened = await (await post('/open', { token })).json();
    expect(opened).toEqual({
      purpose: 'acknowledge',
      shop: SHOP,
      alerts: [
        { severity: 'critical', text: { en: expect.stringContaining('ended on 20 Nov 2026'), hi: expect.any(String) } },
        { severity: 'high', text: expect.any(Object) },
      ],
    });
    expect(await statuses(alerts)).toEqual(['open', 'open']);
    expect((await mail.readers.find(SHOP, readerId))?.getsAlerts).toBe(true);
    expect((await post('/acknowledge', {}, { cookie: await cookieOf(token) })).status).toBe(200);
    expect(await statuses(alerts)).toEqual(['acknowledged', 'acknowledged']);
    for (const { id } of alerts) {
      expect(await mail.historyOf(SHOP, id)).toContainEqual(['acknowledged', `link:${readerId}`]);
    }
  });

  it('the address of a mail program leads to the page, with its secret behind the "#"', async () => {
    const token = stopToken(await mail.reader(SHOP));
    const to = async (query: string) =>
      (await fetch(`${page.origin}/mail/stop${query}`, { redirect: 'manual' })).headers.get('location');
    expect(await to(`?token=${token}`)).toBe(`/mail#${token}`);
    expect(await to('?token=https://evil.example/')).toBe('/mail');
    expect(await to('?token=a&token=b')).toBe('/mail');
    expect(await to('')).toBe('/mail');
    expect(await to('?token=%0d%0aSet-Cookie:x')).toBe('/mail');
  });
});

describe('L1: links that do not work', () => {
  it('read alike, whatever is wrong with them', async () => {
    const { token, readerId } = await toldAlerts();
    await mail.readers.remove(SHOP, readerId);
    const viewer = await toldAlerts('viewer');
    const elsewhere = mail.links.link(mail.grant(OTHER, readerId, 'stop-alerts'));
    const reader = await mail.reader(SHOP);
    const confirmsOther = mail.links.link(mail.grant(SHOP, reader, 'confirm', '7'));
    const noDelivery = mail.links.link(mail.grant(SHOP, reader, 'acknowledge', 'f'.repeat(24)));
    const bad = ['', 'x', token, viewer.token, elsewhere, confirmsOther, noDelivery];
    const answers = await Promise.all(
      bad.map(async (one, place) => {
        const answer = await post('/open', { token: one }, { 'x-forwarded-for': `2001:db8:${place}::1` });
        const { requestId: _id, ...problem } = (await answer.json()) as Record<string, unknown>;
        return JSON.stringify([answer.status, problem, answer.headers.get('set-cookie')]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('[404,');
  });

  it('are told to one network ten times, then it waits', async () => {
    const guess = () => post('/open', { token: 'x' }, { 'x-forwarded-for': '2001:db8:77::1' });
    for (let n = 0; n < 10; n += 1) expect((await guess()).status).toBe(404);
    expect((await guess()).status).toBe(429);
  });
});

describe('L4: a press that comes twice', () => {
  it('acknowledges once and answers the same', async () => {
    const { token, alerts } = await toldAlerts();
    const cookie = await cookieOf(token);
    const press = () => post('/acknowledge', {}, { cookie });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await (await press()).json()).toEqual({ purpose: 'acknowledge' });
    for (const { id } of alerts) expect((await mail.historyOf(SHOP, id)).length).toBe(1);
  });

  it('confirms once', async () => {
    const { id } = await mail.readers.add(
      SHOP,
      {
        ...{ address: 'new@marigold.example', role: 'viewer', language: 'en' },
        getsAlerts: true,
        getsWeekly: false,
        rule: DEFAULT_RULE,
      },
      '1',
    );
    const token = mail.links.link(mail.grant(SHOP, id, 'confirm', '1'));
    const opened = await (await post('/open', { token })).json();
    expect(opened).toEqual({
      ...{ purpose: 'confirm', shop: SHOP, address: 'n…@marigold.example', isDone: false },
      ...{ getsAlerts: true, getsWeekly: false, offersCombined: false },
    });
    expect((await mail.readers.find(SHOP, id))?.state).toBe('waiting');
    const cookie = await cookieOf(token);
    for (let n = 0; n < 2; n += 1) expect((await post('/confirm', {}, { cookie })).status).toBe(200);
    expect((await mail.readers.find(SHOP, id))?.state).toBe('confirmed');
    expect(await (await post('/open', { token })).json()).toMatchObject({ isDone: true });
  });

  it('nothing happens without a body, or with one that says more', async () => {
    const { token, alerts } = await toldAlerts();
    const cookie = await cookieOf(token);
    for (const body of ['', '[]', { ids: ['x'] }, { shop: OTHER }]) {
      expect((await post('/acknowledge', body, { cookie })).status).toBe(400);
    }
    expect(await statuses(alerts)).toEqual(['open', 'open']);
  });
});

describe('L5: a link for one thing', () => {
  const ACTS = ['confirm', 'acknowledge', 'leave'] as const;
  it.each([
    ['confirm', '1', 'confirm'],
    ['acknowledge', null, 'acknowledge'],
    ['stop-alerts', null, 'leave'],
    ['stop-weekly', null, 'leave'],
  ] as const)('to %s does no other', async (purpose, about, own) => {
    const { readerId, alerts } = await toldAlerts();
    const { id } = await mail.delivery(SHOP, readerId, alerts);
    const grant = mail.grant(SHOP, readerId, purpose, purpose === 'acknowledge' ? id : about);
    const cookie = await cookieOf(mail.links.link(grant));
    for (const act of ACTS.filter((one) => one !== own)) {
      expect((await post(`/${act}`, {}, { cookie })).status).toBe(404);
    }
    expect(await statuses(alerts)).toEqual(['open', 'open']);
    const reader = await mail.readers.find(SHOP, readerId);
    expect([reader?.getsAlerts, reader?.getsWeekly]).toEqual([true, true]);
  });

  it("does nothing with another reader's mail, or another shop's", async () => {
    const { alerts } = await toldAlerts();
    const thief = await mail.reader(SHOP);
    const { id } = await mail.delivery(SHOP, await mail.reader(SHOP), alerts);
    for (const shop of [SHOP, OTHER]) {
      const token = mail.links.link(mail.grant(shop, thief, 'acknowledge', id));
      expect((await post('/open', { token })).status).toBe(404);
    }
  });

  it.each(['', 'prahari_mail=', 'prahari_mail=null', `prahari_mail=${'A'.repeat(43)}`])(
    'a cookie %j lets nobody in',
    async (cookie) => {
      for (const act of ACTS) expect((await post(`/${act}`, {}, { cookie })).status).toBe(404);
    },
  );
});

describe('T10: rights are judged when the link is used', () => {
  it('a reader who may no longer act does not', async () => {
    const { token, readerId, alerts } = await toldAlerts();
    const cookie = await cookieOf(token);
    await mail.readers.change(SHOP, readerId, { role: 'viewer' });
    expect((await post('/acknowledge', {}, { cookie })).status).toBe(404);
    expect((await post('/open', { token })).status).toBe(404);
    expect(await statuses(alerts)).toEqual(['open', 'open']);
  });

  it('removing a reader ends all links at once, the cookie too', async () => {
    const { token, readerId, alerts } = await toldAlerts();
    const cookie = await cookieOf(token);
    const stop = stopToken(readerId);
    await mail.readers.remove(SHOP, readerId);
    expect((await post('/acknowledge', {}, { cookie })).status).toBe(404);
    expect((await oneClick(stop)).status).toBe(404);
    expect(await statuses(alerts)).toEqual(['open', 'open']);
  });

  it('taking the app away ends them too', async () => {
    const { token } = await toldAlerts();
    mail.closedShops.add(SHOP);
    const { status } = await post('/open', { token });
    mail.closedShops.delete(SHOP);
    expect(status).toBe(404);
  });

  it('a later invitation ends the one before', async () => {
    const readerId = await mail.reader(SHOP);
    await mail.readers.bounced(SHOP, readerId);
    const first = mail.links.link(mail.grant(SHOP, readerId, 'confirm', '1'));
    mail.clock.pass(2 * 60 * 60_000);
    expect(await mail.readers.invite(SHOP, readerId)).toBe(2);
    expect((await post('/open', { token: first })).status).toBe(404);
    await cookieOf(mail.links.link(mail.grant(SHOP, readerId, 'confirm', '2')));
  });

  it('what was resolved meanwhile is neither shown nor acknowledged', async () => {
    const { token, alerts } = await toldAlerts();
    const [first] = alerts;
    await mail.becomes(SHOP, first?.id ?? '', { status: 'resolved' });
    const { alerts: shown } = (await (await post('/open', { token })).json()) as { alerts: unknown[] };
    expect(shown).toHaveLength(1);
    await post('/acknowledge', {}, { cookie: await cookieOf(token) });
    expect(await statuses(alerts)).toEqual(['resolved', 'acknowledged']);
  });
});

describe('L6: one click that stops mails', () => {
  it.each([
    ['stop-alerts', false, true],
    ['stop-weekly', true, false],
  ] as const)('%s stops that kind, of that address, in that shop', async (purpose, getsAlerts, getsWeekly) => {
    const [mine, neighbour, elsewhere] = [await mail.reader(SHOP), await mail.reader(SHOP), await mail.reader(OTHER)];
    const token = stopToken(mine, purpose);
    for (let n = 0; n < 2; n += 1) expect((await oneClick(token)).status).toBe(204);
    expect(await mail.readers.find(SHOP, mine)).toMatchObject({ getsAlerts, getsWeekly, state: 'confirmed' });
    expect(await mail.readers.find(SHOP, neighbour)).toMatchObject({ getsAlerts: true, getsWeekly: true });
    expect(await mail.readers.find(OTHER, elsewhere)).toMatchObject({ getsAlerts: true, getsWeekly: true });
  });

  it('is told to the shop, and changes no alert: the critical stay in the app', async () => {
    const { readerId, alerts } = await toldAlerts();
    await oneClick(stopToken(readerId));
    const shown = await mail.readers.show(SHOP, readerId);
    expect(shown).toMatchObject({ getsAlerts: false, getsWeekly: true });
    expect(await statuses(alerts)).toEqual(['open', 'open']);
  });

  it('takes links that stop and no others', async () => {
    const { token, readerId, alerts } = await toldAlerts();
    const confirm = mail.links.link(mail.grant(SHOP, readerId, 'confirm', '1'));
    for (const other of [token, confirm, '', 'x', mail.links.page(mail.grant(SHOP, readerId, 'stop-alerts'))]) {
      expect((await oneClick(other)).status).toBe(404);
    }
    expect(await statuses(alerts)).toEqual(['open', 'open']);
    expect((await mail.readers.find(SHOP, readerId))?.getsAlerts).toBe(true);
  });

  it('needs no body, and is of no use to another site: there is no cookie to ride on', async () => {
    const reader = await mail.reader(SHOP);
    const answer = await page.post(`/mail/stop?token=${stopToken(reader)}`, '', { 'content-type': 'text/plain' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null]);
    expect((await mail.readers.find(SHOP, reader))?.getsAlerts).toBe(false);
  });

  it('of one digest for several shops stops it in all of them, and no neighbour of theirs', async () => {
    const address = 'agency@ledger.example';
    const mine = [await mail.reader(SHOP, { address }), await mail.reader(OTHER, { address })] as const;
    const neighbour = await mail.reader(SHOP);
    for (const [readerId, shop] of [
      [mine[0], SHOP],
      [mine[1], OTHER],
    ] as const) {
      const cookie = await cookieOf(mail.links.link(mail.grant(shop, readerId, 'confirm', '1')));
      expect((await post('/confirm', { isCombined: true }, { cookie })).status).toBe(200);
    }
    const key = await mail.combined.keyNow({ shop: SHOP, readerId: mine[0] }, address);
    expect(await mail.combined.shopsOf(key)).toHaveLength(2);
    const token = mail.links.link(mail.grant(SHOP, mine[0], 'stop-weekly', key));
    expect((await oneClick(token)).status).toBe(204);
    expect(await mail.readers.find(SHOP, mine[0])).toMatchObject({ getsWeekly: false, getsAlerts: true });
    expect(await mail.readers.find(OTHER, mine[1])).toMatchObject({ getsWeekly: false, getsAlerts: true });
    expect((await mail.readers.find(SHOP, neighbour))?.getsWeekly).toBe(true);
    expect(await mail.combined.shopsOf(key)).toEqual([]);
  });

  it('the page asks before it does the same', async () => {
    const reader = await mail.reader(SHOP);
    const cookie = await cookieOf(stopToken(reader, 'stop-weekly'));
    expect((await mail.readers.find(SHOP, reader))?.getsWeekly).toBe(true);
    expect(await (await post('/leave', {}, { cookie })).json()).toEqual({ purpose: 'stop-weekly' });
    expect((await mail.readers.find(SHOP, reader))?.getsWeekly).toBe(false);
  });
});

it.each(Object.values(PAGE_TEXTS))('is written as our rules ask: $en', ({ en, hi }) => {
  expect([bannedWordsIn(en), longSentencesIn(en), placesIn(hi)]).toEqual([[], [], placesIn(en)]);
});
