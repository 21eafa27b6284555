import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import type { AlertNews } from '../../core/notices/news.ts';
import type { CheckResult, JudgedFinding } from '../../core/judgement.ts';
import type { Severity } from '../../core/severity.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { alertModel } from '../models/alert.ts';
import { foldAlerts } from './fold-alerts.ts';
import { alertStore, type AlertStore } from './alerts.ts';

const SHOP = 'marigold.myshopify.com';
const CHECK = 'security/form-captcha';
const HOST = 'shop.invented.example';

let system: TestProduct;
let alerts: AlertStore;
/** The moment of the next scan: a day after the one before. */
let now: Date;
beforeEach(async () => {
  system = await testProduct();
  const { clock, cipher, store } = system;
  alerts = alertStore({ connection: store.connection, cipher, clock });
  now = new Date('2026-11-22T13:10:00.000Z');
});
afterEach(() => system.close());

const finding = (parts: Partial<JudgedFinding> = {}): JudgedFinding => ({
  ...{ subject: HOST, messageId: 'off', data: {}, severity: 'medium' },
  ...{ atStakePaise: null, adminPath: null, isRemark: false },
  ...parts,
});
const failing = (checkId: string, findings: readonly JudgedFinding[]): CheckResult => ({
  ...{ checkId, outcome: findings.length > 0 ? 'fail' : 'pass', findings, rung: 'platform', notAssessed: [] },
});

/** One scan that sees these results; a day passes after it. */
async function scan(results: readonly CheckResult[], renamed: Readonly<Record<string, string>> = {}) {
  const { connection } = system.store;
  const takenAt = now;
  now = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  return connection.transaction((session) => {
    const snapshotId = new Types.ObjectId().toString();
    return foldAlerts(connection, results, { shop: SHOP, snapshotId, takenAt, session, renamed });
  });
}
const seen = async (severity: Severity = 'medium'): Promise<readonly AlertNews[]> =>
  (await scan([failing(CHECK, [finding({ severity })])])).news;
const gone = async () => (await scan([failing(CHECK, [])])).news;
const stored = () => alertModel(system.store.connection).findOne({ shop: SHOP }).lean().orFail();
const kinds = (news: readonly AlertNews[]) => news.map(({ kind }) => kind);
async function act(...[change]: [Parameters<AlertStore['act']>[2]]) {
  await alerts.act(SHOP, [(await stored())._id.toString()], change, '11');
}
const until = (day: string) => new Date(`${day}T18:29:59.999Z`);

describe('the same known exposure', () => {
  it('is news once, however often it is seen', async () => {
    expect(kinds(await seen())).toEqual(['opened']);
    expect(kinds(await seen())).toEqual([]);
    expect(kinds(await seen())).toEqual([]);
  });

  it('is no news while somebody works on it', async () => {
    await seen();
    await act({ kind: 'acknowledged' });
    expect(kinds(await seen())).toEqual([]);
    expect((await stored()).status).toBe('acknowledged');
  });

  it('is no news while it is silenced, nor when it goes then', async () => {
    await seen();
    await act({ kind: 'suppressed', reason: 'It can wait.', until: until('2027-01-31') });
    expect(kinds(await seen())).toEqual([]);
    expect(kinds(await gone())).toEqual([]);
    expect((await stored()).status).toBe('resolved');
  });

  it('is news when it gets graver, once, and not when it gets milder', async () => {
    await seen();
    await act({ kind: 'acknowledged' });
    expect(kinds(await seen('high'))).toEqual(['graver']);
    expect(kinds(await seen('high'))).toEqual([]);
    expect(kinds(await seen('low'))).toEqual([]);
    expect((await stored()).status).toBe('acknowledged');
  });

  it('wakes when it gets graver than it was silenced for, or when its silence ends', async () => {
    await seen();
    await act({ kind: 'suppressed', suppression: 'not-a-problem', reason: 'None here.', until: until('2027-01-31') });
    expect(kinds(await seen('critical'))).toEqual(['woken']);
    expect(await stored()).not.toHaveProperty('suppression');
    await act({ kind: 'suppressed', reason: 'Until Tuesday.', until: until('2026-11-24') });
    expect(kinds(await seen('critical'))).toEqual([]); // on the 24th
    expect(kinds(await seen('critical'))).toEqual(['woken']); // on the 25th
  });

  it('is resolved by a later scan alone, and the same alert opens again when it is back', async () => {
    await seen();
    const { _id } = await stored();
    expect(kinds(await gone())).toEqual(['resolved']);
    await act({ kind: 'reopened' });
    expect((await stored()).status).toBe('resolved');
    expect(kinds(await seen())).toEqual(['reopened']);
    expect((await stored())._id).toEqual(_id);
    expect(kinds(await seen())).toEqual([]);
  });

  it('stays known, with all that was done to it, when its check gets another id', async () => {
    await scan([failing('security/old-name', [finding()])]);
    await act({ kind: 'acknowledged' });
    const { _id } = await stored();
    const { news, changes } = await scan([failing(CHECK, [finding()])], { 'security/old-name': CHECK });
    expect([kinds(news), changes]).toEqual([[], { opened: 0, stayed: 1, resolved: 0 }]);
    expect(await stored()).toMatchObject({
      _id,
      checkId: CHECK,
      fingerprint: `${CHECK}:${HOST}`,
      status: 'acknowledged',
    });
  });

  it('leaves an old name behind whose new one is taken, and ends it', async () => {
    await scan([failing('security/old-name', [finding()]), failing(CHECK, [finding()])]);
    const { changes } = await scan([failing(CHECK, [finding()])], { 'security/old-name': CHECK });
    expect(changes).toEqual({ opened: 0, stayed: 1, resolved: 1 });
  });
});

describe('the day by which it should be mended', () => {
  const due = async () => (await stored()).dueOn;

  it('is set when it opens, moves nearer when it gets graver, and never away', async () => {
    expect((await seen('low'))[0]?.dueOn).toBe('2027-02-20');
    await seen('low');
    expect(await due()).toBe('2027-02-20');
    expect((await seen('high'))[0]?.dueOn).toBe('2026-12-01');
    await seen('low');
    expect(await due()).toBe('2026-12-01');
  });

  it('begins anew when it is back, and when its silence ends', async () => {
    await seen('high');
    await gone();
    expect((await seen('high'))[0]?.dueOn).toBe('2026-12-01');
    await act({ kind: 'suppressed', reason: 'Until Tuesday.', until: until('2026-11-24') });
    expect((await seen('high'))[0]?.dueOn).toBe('2026-12-02');
    expect(await due()).toBe('2026-12-02');
  });

  it('is the end of the thing itself where that is nearer', async () => {
    const certificate = finding({ messageId: 'soon', data: { host: HOST, endsDay: '2026-11-25' }, severity: 'high' });
    const { news } = await scan([failing('security/certificate', [certificate])]);
    expect(news.map(({ dueOn }) => dueOn)).toEqual(['2026-11-25']);
  });
});
