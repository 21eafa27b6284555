import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import type { AlertDetail, AlertGroups, AlertPage, ChangedAlerts } from '../../core/api/alerts.ts';
import type { Home } from '../../core/api/home.ts';
import type { CheckResult } from '../../core/judgement.ts';
import type { Severity } from '../../core/severity.ts';
import { merchantApi, type MerchantApi } from '../../test/merchant-api.ts';
import { alertModel } from '../models/alert.ts';
import { alertStore } from './alerts.ts';
import { foldAlerts } from './fold-alerts.ts';

const MANAGER = { userId: '11', role: 'manager' } as const;
const VIEWER = { userId: '12', role: 'viewer' } as const;

let api: MerchantApi;
let shop: string;
let shops = 0;
beforeAll(async () => {
  api = await merchantApi({ shop: 'nobody.myshopify.com', ...MANAGER });
});
afterAll(() => api.close());
/** A shop of its own for each test. */
beforeEach(async () => {
  shop = `shop-${(shops += 1)}.myshopify.com`;
  await api.system.product.lifecycle.installed(shop, []);
  for (const { userId } of [MANAGER, VIEWER]) await api.system.product.members.roleOf(shop, userId, async () => true);
  api.as({ shop, ...MANAGER });
});

/** Alerts as a scan writes them: of each check one a host. */
async function scanned(
  found: Readonly<Record<string, readonly (readonly [host: string, severity: Severity, paise?: number])[]>>,
): Promise<void> {
  const { connection } = api.system.store;
  const results = Object.entries(found).map(([checkId, findings]): CheckResult => ({
    ...{ checkId, outcome: 'fail', rung: 'platform', notAssessed: [] },
    findings: findings.map(([subject, severity, paise]) => ({
      ...{ subject, severity, messageId: 'none', data: {}, atStakePaise: paise ?? null },
      ...{ adminPath: null, isRemark: false },
    })),
  }));
  await connection.transaction((session) => {
    const takenAt = api.system.clock.now();
    return foldAlerts(connection, results, { shop, snapshotId: new Types.ObjectId().toString(), takenAt, session });
  });
}
const list = async (query = '') =>
  (await api.json(`/alerts?status=open,acknowledged,suppressed&${query}`)) as AlertPage;
const subjects = async (query: string) => (await list(query)).alerts.map(({ subject }) => subject);
const ids = async () => (await list()).alerts.map(({ id }) => id);
const changed = async (path: string, body: unknown) =>
  (await (await api.ask('POST', path, body)).json()) as ChangedAlerts;
const detail = async (id: string) => (await api.json(`/alerts/${id}`)) as AlertDetail;
const THREE = {
  'security/certificate': [
    ['a.example', 'low'],
    ['b.example', 'critical'],
  ],
  'security/old-tls': [['a.example', 'high', 5_00]],
} as const;

describe('lists of alerts', () => {
  it('have an order by the day on which each should be mended, and one by gravity', async () => {
    await scanned({
      'security/certificate': [
        ['later.example', 'low'],
        ['soon.example', 'critical'],
        ['never.example', 'info'],
      ],
    });
    expect(await subjects('sort=due')).toEqual(['soon.example', 'later.example', 'never.example']);
    expect(await subjects('sort=severity')).toEqual(['soon.example', 'later.example', 'never.example']);
  });

  it.each([
    ['q=b.example', ['b.example']],
    ['q=B.EXAMPLE%20%20certificate', ['b.example']],
    ['q=example', ['b.example', 'a.example', 'a.example']],
    ['q=सर्टिफ़िकेट', ['b.example', 'a.example']], // the check's Hindi title
    ['q=%00', ['b.example', 'a.example', 'a.example']], // nothing that could be typed
    ['q=a.example%00security', ['a.example', 'a.example']],
    ['q=(a%2B)%2B%24', []],
    ['subject=a.example', ['a.example', 'a.example']],
    ['subject=a', []],
    ['check=security/old-tls', ['a.example']],
  ])('?%s', async (query, expected) => {
    await scanned(THREE);
    expect(await subjects(query)).toEqual(expected);
  });

  it('show what another process changed, with the next question', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    const { store, cipher, clock } = api.system;
    const elsewhere = alertStore({ connection: store.connection, cipher, clock });
    await elsewhere.act(shop, [id], { kind: 'acknowledged' }, 'link:reader');
    expect((await list()).alerts.find((alert) => alert.id === id)?.status).toBe('acknowledged');
    expect((await detail(id)).history.at(-1)).toMatchObject({ kind: 'acknowledged', by: 'link:reader' });
    await scanned({ ...THREE, 'security/cors': [['c.example', 'medium']] });
    expect((await list()).total).toBe(4);
  });

  it('T5: two shops that are asked by turns never mix', async () => {
    const mine = shop;
    await scanned({ 'security/certificate': [['mine.example', 'low']] });
    const theirs = `other-of-${mine}`;
    shop = theirs;
    await scanned({ 'security/certificate': [['theirs.example', 'low']] });
    for (let round = 0; round < 20; round += 1) {
      const [name, host] = round % 2 === 0 ? [mine, 'mine.example'] : [theirs, 'theirs.example'];
      api.as({ shop: name, ...MANAGER });
      expect(await subjects('q=example')).toEqual([host]);
    }
  });
});

describe('groups of alerts', () => {
  const groups = async (by: string, query = '') =>
    ((await api.json(`/alerts/groups?by=${by}&${query}`)) as AlertGroups).groups;

  it('gather by the thing, with the gravest, the rupees and the earliest day', async () => {
    await scanned(THREE);
    const [first, second, ...others] = await groups('subject');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ key: 'b.example', count: 1, severity: 'critical', atStakePaise: null });
    expect(second).toMatchObject({ key: 'a.example', count: 2, severity: 'high', atStakePaise: 5_00, overdue: 0 });
    expect(second?.checkIds.toSorted()).toEqual(['security/certificate', 'security/old-tls']);
    expect(second?.earliestDueOn).toBe(second?.first.dueOn);
  });

  it('gather by the control that checks share, and by the check where it names none', async () => {
    await scanned({ ...THREE, 'gst/tax-table': [['shop', 'high']] });
    const keys = (await groups('control')).map(({ key }) => key);
    expect(keys).toContain('ENC-02');
    expect(keys).toContain('gst/tax-table');
    expect((await groups('control', 'q=b.example')).map(({ count }) => count)).toEqual([1]);
  });

  it('count as overdue what is open past its day, and not what is silenced', async () => {
    await scanned(THREE);
    api.system.clock.pass(2 * 24 * 60 * 60 * 1000);
    expect((await groups('subject'))[0]).toMatchObject({ key: 'b.example', overdue: 1 });
    expect(((await api.json('/home')) as Home).overdueCount).toBe(1);
    const { alerts } = await list('subject=b.example');
    const until = new Date(api.system.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10);
    await changed('/alerts/suppress', { ids: alerts.map(({ id }) => id), reason: 'It can wait.', until });
    expect((await groups('subject')).find(({ key }) => key === 'b.example')).toMatchObject({
      overdue: 0,
      earliestDueOn: null,
    });
    expect(((await api.json('/home')) as Home).overdueCount).toBe(0);
  });

  it('hand over a hundred ids at most, and say how many there are', async () => {
    const hosts = Array.from({ length: 120 }, (_, at) => [`host-${at}.example`, 'low'] as const);
    await scanned({ 'security/certificate': hosts });
    const [group] = await groups('control');
    expect([group?.count, group?.ids.length]).toEqual([120, 100]);
    const { alerts } = await changed('/alerts/acknowledge', { ids: group?.ids });
    expect(alerts).toHaveLength(100);
    expect((await groups('control', 'status=open'))[0]?.count).toBe(20);
  });
});

describe('who mends an alert', () => {
  const person = async (name: string) => {
    const body = { name, email: `${name.toLowerCase()}@invented.example`, role: null };
    return ((await (await api.ask('POST', '/people', body)).json()) as { id: string }).id;
  };

  it('is somebody of the register, and what was before comes with the answer', async () => {
    await scanned(THREE);
    const [one = '', two = ''] = await ids();
    const [asha, ravi] = [await person('Asha'), await person('Ravi')];
    expect((await changed('/alerts/assign', { ids: [one], personId: asha })).was).toEqual([
      { id: one, status: 'open', assigneeId: null },
    ]);
    const both = await changed('/alerts/assign', { ids: [one, two], personId: ravi });
    expect(both.was.map(({ assigneeId }) => assigneeId)).toEqual([asha, null]);
    expect(both.alerts.map(({ assigneeId }) => assigneeId)).toEqual([ravi, ravi]);
    expect((await changed('/alerts/assign', { ids: [one], personId: ravi })).alerts).toEqual([]);
    const { history } = await detail(one);
    expect(history.map(({ kind, by, personId }) => [kind, by, personId])).toEqual([
      ['opened', 'prahari', undefined],
      ['assigned', '11', asha],
      ['assigned', '11', ravi],
    ]);
  });

  it('is nobody who left, and nobody unknown', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    const asha = await person('Asha');
    await api.ask('PATCH', `/people/${asha}`, { hasLeft: true });
    for (const personId of [asha, 'f'.repeat(24)]) {
      const answer = await api.ask('POST', '/alerts/assign', { ids: [id], personId });
      expect([answer.status, await answer.json()]).toEqual([
        400,
        expect.objectContaining({ fields: { personId: 'unknown' } }),
      ]);
    }
  });

  it('is the one person that two turned out to be', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    const [asha, same] = [await person('Asha'), await person('Same')];
    await changed('/alerts/assign', { ids: [id], personId: same });
    expect((await api.ask('POST', '/people/merge', { from: same, into: asha })).status).toBe(200);
    expect((await detail(id)).assigneeId).toBe(asha);
  });

  it('is nobody once the person is removed', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    const asha = await person('Asha');
    await changed('/alerts/assign', { ids: [id], personId: asha });
    expect((await api.ask('DELETE', `/people/${asha}`)).status).toBe(204);
    expect((await detail(id)).assigneeId).toBeNull();
    expect((await list()).alerts.map(({ assigneeId }) => assigneeId)).toEqual([null, null, null]);
    expect((await detail(id)).history.at(-1)).toMatchObject({ kind: 'unassigned', by: 'prahari' });
  });
});

describe('what people write', () => {
  const SECRET = 'Ravi lost the key of the back door';
  const comment = (id: string, text: string) => api.ask('POST', `/alerts/${id}/comments`, { text });

  it('is sealed in the store, and read by who may', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    expect((await comment(id, `  ${SECRET}\u202E `)).status).toBe(200);
    const until = new Date(api.system.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10);
    await changed('/alerts/suppress', { ids: [id], kind: 'not-a-problem', reason: `${SECRET}, but`, until });
    const stored = JSON.stringify(await alertModel(api.system.store.connection).find({ shop }).lean());
    expect(stored).not.toContain('Ravi');
    const shown = await detail(id);
    expect(shown).toMatchObject({ suppressReason: `${SECRET}, but`, suppression: 'not-a-problem' });
    expect(shown.history).toEqual([
      expect.objectContaining({ kind: 'opened' }),
      expect.objectContaining({ kind: 'commented', by: '11', text: SECRET }),
      expect.objectContaining({ kind: 'suppressed', reason: `${SECRET}, but`, suppression: 'not-a-problem' }),
    ]);
    expect(shown.history.at(-1)?.until).toBe(shown.suppressedUntil);
  });

  it('T9: a viewer sees that somebody wrote, and not what', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    await comment(id, SECRET);
    api.as({ shop, ...VIEWER });
    const answer = await api.ask('GET', `/alerts/${id}`);
    const text = await answer.text();
    expect(text).not.toContain('Ravi');
    expect((JSON.parse(text) as AlertDetail).history.at(-1)).toMatchObject({ kind: 'commented', text: null });
  });

  it('is taken back by who wrote it, for a quarter of an hour', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    await comment(id, 'First');
    await comment(id, 'Second');
    const [, first, second] = (await detail(id)).history;
    const at = (event: typeof first) => `/alerts/${id}/comments/${event?.commentId ?? ''}`;
    api.as({ shop, userId: '13', role: 'owner' });
    expect((await api.ask('DELETE', at(first))).status).toBe(403);
    api.as({ shop, ...MANAGER });
    api.system.clock.pass(14 * 60_000);
    expect((await api.ask('DELETE', at(first))).status).toBe(200);
    expect((await api.ask('DELETE', at(first))).status).toBe(404);
    api.system.clock.pass(2 * 60_000);
    expect((await api.ask('DELETE', at(second))).status).toBe(409);
    expect((await detail(id)).history.map(({ text }) => text)).toEqual([undefined, 'Second']);
  });

  it.each([
    ['nothing', 400, ''],
    ['what nobody sees', 400, '  \u200B '],
    ['one letter', 200, 'x'],
    ['1,000 characters', 200, 'x'.repeat(1_000)],
    ['1,001 characters', 400, 'x'.repeat(1_001)],
  ])('a comment of %s: %i', async (_name, status, text) => {
    await scanned(THREE);
    const [id = ''] = await ids();
    expect((await comment(id, text)).status).toBe(status);
  });

  it('ends at a hundred comments, and says so', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    await alertModel(api.system.store.connection).updateOne({ shop, _id: id }, { $set: { commentCount: 100 } });
    expect((await comment(id, 'One more')).status).toBe(409);
  });
});

describe('L4: an act that is done twice', () => {
  it('changes nothing the second time, and never what was resolved or silenced meanwhile', async () => {
    await scanned(THREE);
    const [one = '', two = ''] = await ids();
    const until = new Date(api.system.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10);
    await changed('/alerts/suppress', { ids: [two], reason: 'It can wait.', until });
    expect((await changed('/alerts/acknowledge', { ids: [one, one, two] })).alerts.map(({ id }) => id)).toEqual([one]);
    expect(await changed('/alerts/acknowledge', { ids: [one, two] })).toEqual({ alerts: [], was: [] });
    expect((await detail(two)).status).toBe('suppressed');
    expect((await detail(one)).history.map(({ kind }) => kind)).toEqual(['opened', 'acknowledged']);
  });

  it('is done once by twenty at once', async () => {
    await scanned(THREE);
    const [id = ''] = await ids();
    const answers = await Promise.all(Array.from({ length: 20 }, () => changed('/alerts/acknowledge', { ids: [id] })));
    expect(answers.filter(({ alerts }) => alerts.length > 0)).toHaveLength(1);
    expect((await detail(id)).history).toHaveLength(2);
  });
});

describe('what is new since a person was told', () => {
  const home = async () => (await api.json('/home')) as Home;

  it('is counted for each person, until the person was told', async () => {
    api.system.clock.pass(60_000);
    await scanned(THREE);
    expect((await home()).news).toMatchObject({ count: 3 });
    expect(await home()).toMatchObject({ atStakePaise: 5_00, openBySeverity: { critical: 1 } });
    expect((await home()).newestCriticalAt).not.toBeNull();
    api.system.clock.pass(60_000);
    expect((await api.ask('POST', '/alerts/seen', {})).status).toBe(204);
    expect((await home()).news).toBeNull();
    api.as({ shop, ...VIEWER });
    expect((await home()).news).toMatchObject({ count: 3 });
  });

  it('is nothing when the same is seen again, and something when it gets graver', async () => {
    await scanned(THREE);
    api.system.clock.pass(60_000);
    await api.ask('POST', '/alerts/seen', {});
    api.system.clock.pass(60_000);
    await scanned(THREE);
    expect((await home()).news).toBeNull();
    await scanned({ ...THREE, 'security/old-tls': [['a.example', 'critical']] });
    expect((await home()).news).toMatchObject({ count: 1 });
  });
});
