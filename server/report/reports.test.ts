import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AS_OF, aDomain, aSnapshot } from '../../test/factories.ts';
import { reportLab, type ReportLab } from '../../test/report-lab.ts';
import { TUESDAY } from '../../test/report-inputs.ts';
import { reportJson } from '../../core/report/weekly.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { alertModel } from '../models/alert.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { shopModel } from '../models/shop.ts';
import { weeklyReportModel } from '../models/weekly-report.ts';
import { reportStore } from './report-store.ts';

/** The week of AS_OF, and that of TUESDAY. */
const FIRST = '2026-11-16';
const SECOND = '2026-11-23';
const FIRST_END = '2026-11-23T03:30:00.000Z';
const SECOND_END = '2026-11-30T03:30:00.000Z';
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const clean = { takenAt: AS_OF, evidence: aSnapshot().evidence };
const broken = { takenAt: TUESDAY, evidence: aSnapshot({ domains: [aDomain({ isTlsReady: false })] }).evidence };
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

let lab: ReportLab;
let count = 0;
/** A shop of a test's own, with a clean week and one that got worse. */
async function aShop({ checks = [clean, broken] } = {}): Promise<string> {
  count += 1;
  const shop = `invented-${count}.myshopify.com`;
  lab.at('2026-11-01T00:00:00.000Z');
  await lab.install(shop);
  for (const check of checks) await lab.check(shop, check);
  return shop;
}

beforeAll(async () => {
  lab = await reportLab('2026-11-01T00:00:00.000Z');
});
afterAll(() => lab.close());

describe('a week of the store', () => {
  it('compares the newest snapshot of the week with the newest before it', async () => {
    const shop = await aShop({ checks: [{ ...clean, takenAt: '2026-11-17T00:00:00.000Z' }, clean, broken] });
    lab.at(SECOND_END);
    const { report } = (await lab.reports.maker.make(shop, SECOND)) ?? {};
    expect(report?.snapshot.takenAt).toBe(TUESDAY);
    expect(report?.before?.takenAt).toBe(AS_OF);
    expect(report?.verdict).toMatchObject({ kind: 'worse', why: 'graver-new' });
    expect(report?.trendOfWeeks.map(({ monday }) => monday)).toEqual([FIRST, SECOND]);
  });

  it('is the same byte for byte when it is made, forgotten and made again, also much later', async () => {
    const shop = await aShop();
    lab.at(SECOND_END);
    const once = reportJson((await lab.reports.maker.make(shop, SECOND))!.report);
    await weeklyReportModel(lab.connection).deleteMany({ shop });
    lab.at(later(SECOND_END, 90 * DAY_MS));
    expect(reportJson((await lab.reports.maker.make(shop, SECOND))!.report)).toBe(once);
  });

  it('is the same after snapshots were thinned to the newest of each week', async () => {
    const early = { ...clean, takenAt: '2026-11-17T00:00:00.000Z' };
    const shop = await aShop({ checks: [early, clean, { ...clean, takenAt: later(TUESDAY, -HOUR_MS) }, broken] });
    lab.at(SECOND_END);
    const once = reportJson((await lab.reports.maker.make(shop, SECOND))!.report);
    await weeklyReportModel(lab.connection).deleteMany({ shop });
    await snapshotModel(lab.connection).deleteMany({ shop, takenAt: new Date(early.takenAt) });
    await snapshotModel(lab.connection).deleteMany({ shop, takenAt: new Date(later(TUESDAY, -HOUR_MS)) });
    expect(reportJson((await lab.reports.maker.make(shop, SECOND))!.report)).toBe(once);
  });

  it('comes out of what was recorded as it was recorded', async () => {
    const shop = await aShop();
    lab.at(SECOND_END);
    await lab.reports.maker.make(shop, SECOND);
    const kept = (await reportStore(lab).find(shop, SECOND))!;
    expect(reportJson((await lab.reports.maker.fromBasis(shop, kept.basis))!)).toBe(reportJson(kept.report));
  });

  it('is made again where it was kept in an older shape', async () => {
    const shop = await aShop();
    lab.at(SECOND_END);
    const { report } = (await lab.reports.maker.make(shop, SECOND))!;
    const { basis } = (await reportStore(lab).find(shop, SECOND))!;
    await weeklyReportModel(lab.connection).deleteMany({ shop });
    await reportStore(lab).keep(shop, { basis, report: { ...report, format: 'of before' as never } });
    expect((await lab.reports.maker.make(shop, SECOND))?.report).toEqual(report);
  });

  it('P15: names where the audit log stood at its end, so that a cut is seen', async () => {
    const shop = await aShop();
    const line = {
      shop,
      actorKind: 'job',
      action: 'scan.judged',
      subjects: [] as string[],
      outcome: 'done',
      detailsJson: '{}',
    } as const;
    const hashes = ['a', 'b', 'c'].map((one) => one.repeat(64));
    for (const [place, at] of [TUESDAY, later(SECOND_END, -1), SECOND_END].entries()) {
      const chained = { seq: place + 1, at: new Date(at), previousHash: '0'.repeat(64), hash: hashes[place] ?? '' };
      await auditEntryModel(lab.connection).create({ ...line, ...chained, signature: 'test.x' });
    }
    lab.at(later(SECOND_END, HOUR_MS));
    expect((await lab.reports.maker.make(shop, SECOND))?.report.audit).toEqual({ seq: 2, hash: hashes[1] });
    expect(await lab.reports.auditMarks(shop)).toEqual([{ seq: 2, hash: hashes[1] }]);
  });

  it('stays as it was when people decide otherwise after its end', async () => {
    const shop = await aShop();
    const suppress = {
      kind: 'suppressed',
      at: new Date('2026-11-25T00:00:00Z'),
      by: '1',
      until: new Date('2026-12-20T00:00:00Z'),
    } as const;
    await alertModel(lab.connection).create({
      ...{ shop, fingerprint: 'security/domain-tls:invented-shop.example', checkId: 'security/domain-tls' },
      ...{ subject: 'invented-shop.example', messageId: 'none', data: {}, area: 'security', severity: 'critical' },
      ...{ severityRank: 0, status: 'suppressed', snapshotId: 'f'.repeat(24), suppressedUntil: suppress.until },
      ...{ firstObservedAt: new Date(TUESDAY), lastObservedAt: new Date(TUESDAY), history: [suppress] },
    });
    const reopened = { kind: 'reopened', at: new Date('2026-11-30T05:00:00Z'), by: '1' } as const;
    await alertModel(lab.connection).updateOne(
      { shop },
      { $set: { status: 'open' }, $unset: { suppressedUntil: 1 }, $push: { history: reopened } },
    );
    lab.at(later(SECOND_END, 3 * DAY_MS)); // made late: by then the alert is open again
    const { report } = (await lab.reports.maker.make(shop, SECOND))!;
    expect(report.silenced).toMatchObject([{ checkId: 'security/domain-tls', until: '2026-12-20' }]);
    expect(report.openBySeverity.critical).toBe(0);
  });

  it('says so where nobody looked in the week', async () => {
    const shop = await aShop();
    lab.at('2026-12-07T03:30:00.000Z');
    const { report } = (await lab.reports.maker.make(shop, '2026-11-30'))!;
    expect(report.verdict).toEqual({ kind: 'same', why: 'not-seen', scoreChange: null });
    expect(report.snapshot).toEqual(report.before);
  });

  it.each([
    ['a week before the first check', '2026-11-09'],
    ['a week to come', '2026-12-07'],
    ['a Tuesday', '2026-11-24'],
  ])('has none for %s', async (_, monday) => {
    const shop = await aShop();
    lab.at(SECOND_END);
    expect(await lab.reports.maker.make(shop, monday)).toBeNull();
  });

  it('is not recorded while it goes on', async () => {
    const shop = await aShop();
    lab.at(later(TUESDAY, HOUR_MS));
    expect((await lab.reports.maker.make(shop, SECOND))?.report.verdict.kind).toBe('worse');
    expect(await weeklyReportModel(lab.connection).countDocuments({ shop })).toBe(0);
    expect(await lab.reports.weeks(shop)).toMatchObject([
      { monday: SECOND, isRunning: true },
      { monday: FIRST, isRunning: false, change: null },
    ]);
  });

  it('lies sealed, and is another shop’s to nobody', async () => {
    const shop = await aShop();
    lab.at(SECOND_END);
    await lab.reports.maker.make(shop, SECOND);
    const record = (await weeklyReportModel(lab.connection).findOne({ shop }).lean())!;
    expect(JSON.stringify(record)).not.toContain('domain-tls');
    expect(await lab.reports.maker.make('other.myshopify.com', SECOND)).toBeNull();
  });
});

describe('Monday at nine', () => {
  it('P9: a report goes once to each who wants it, however the clock jumps', async () => {
    const shop = await aShop({ checks: [clean] });
    const to = await lab.reader(shop, 'owner@marigold.example');
    lab.webhooks.set(shop, ['hook']);
    const wanted = [`weekly:${FIRST}:mail:${to}`, `weekly:${FIRST}:webhook:hook`];
    for (const jump of [0, HOUR_MS, -HOUR_MS, -DAY_MS, 0, 2 * HOUR_MS]) {
      lab.at(later(FIRST_END, jump));
      await lab.reports.run(shop);
      if (jump >= 0) expect(await lab.waiting(shop)).toEqual(wanted);
    }
    expect(await lab.waiting(shop)).toEqual(wanted);
  });

  it.each([
    ['year end', '2027-01-04T03:30:00.000Z', '2026-12-28'],
    ['a leap day', '2028-03-06T03:30:00.000Z', '2028-02-28'],
  ])('P9: %s has one Monday like any other', async (_, endsAt, monday) => {
    const shop = await aShop({ checks: [{ ...clean, takenAt: later(endsAt, -DAY_MS) }] });
    const to = await lab.reader(shop, 'owner@marigold.example');
    lab.at(later(endsAt, -1));
    await lab.reports.run(shop);
    lab.at(endsAt);
    await lab.reports.run(shop);
    expect(await lab.waiting(shop)).toEqual([`weekly:${monday}:mail:${to}`]);
  });

  it('is of the shop’s own zone', async () => {
    const shop = await aShop({ checks: [clean] });
    await shopModel(lab.connection).updateOne({ shop }, { $set: { timeZone: 'America/New_York' } });
    await lab.reader(shop, 'owner@marigold.example');
    lab.at(FIRST_END);
    await lab.reports.run(shop);
    expect(await lab.waiting(shop)).toEqual([]);
    expect(await lab.reports.schedule.nextAt(shop)).toEqual(new Date('2026-11-23T14:00:00.000Z'));
    lab.at('2026-11-23T14:00:00.000Z');
    await lab.reports.run(shop);
    expect(await lab.waiting(shop)).toHaveLength(1);
  });

  it('makes up for the newest of the weeks that were missed, once and late, and not in the night', async () => {
    const shop = await aShop();
    const to = await lab.reader(shop, 'owner@marigold.example');
    lab.at('2026-12-09T19:00:00.000Z'); // past midnight in India
    expect(await lab.reports.due(1_000)).not.toContain(shop); // the moment is planned first
    await shopModel(lab.connection).updateOne({ shop }, { $set: { nextReportAt: new Date(FIRST_END) } });
    expect(await lab.reports.due(1_000)).toContain(shop);
    await lab.reports.run(shop);
    const [only, ...others] = await lab.outbox.newest(shop);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      identity: `weekly:2026-11-30:mail:${to}`,
      dueAt: new Date('2026-12-10T02:30:00.000Z'),
    });
    expect(await lab.reports.schedule.nextAt(shop)).toEqual(new Date('2026-12-14T03:30:00.000Z'));
    expect(await lab.reports.due(1_000)).not.toContain(shop);
  });

  it('tells nobody of weeks before the shop came, or after it left', async () => {
    const shop = await aShop({ checks: [clean] });
    await lab.reader(shop, 'owner@marigold.example');
    await shopModel(lab.connection).updateOne({ shop }, { $set: { installedAt: new Date(FIRST_END) } });
    lab.at(later(FIRST_END, HOUR_MS));
    await lab.reports.run(shop);
    await shopModel(lab.connection).updateOne({ shop }, { $set: { installedAt: new Date(0), status: 'uninstalled' } });
    await lab.reports.run(shop);
    expect(await lab.waiting(shop)).toEqual([]);
  });

  it('says for five weeks that nobody looked, and rests then', async () => {
    const shop = await aShop({ checks: [clean] });
    await lab.reader(shop, 'owner@marigold.example');
    for (let week = 0; week < 9; week += 1) {
      lab.at(later(FIRST_END, week * 7 * DAY_MS));
      await lab.reports.run(shop);
    }
    expect(await lab.waiting(shop)).toHaveLength(5);
  });

  it('is sent once more when somebody asks, once an hour', async () => {
    const shop = await aShop();
    const to = await lab.reader(shop, 'owner@marigold.example');
    lab.at(SECOND_END);
    await lab.reports.run(shop);
    expect(await lab.reports.schedule.askToSend(shop)).toBeNull();
    expect(await lab.reports.sendAgain(shop, SECOND)).toBe(1);
    expect(await lab.reports.schedule.askToSend(shop)).toEqual(new Date(later(SECOND_END, HOUR_MS)));
    lab.at(later(SECOND_END, HOUR_MS));
    expect(await lab.reports.schedule.askToSend(shop)).toBeNull();
    expect(await lab.waiting(shop)).toEqual([
      `weekly-again:${SECOND}:20261130033000:mail:${to}`,
      `weekly:${SECOND}:mail:${to}`,
    ]);
  });
});

describe('one digest for several shops', () => {
  const BOTH = 'accounts@ledger.example';
  const letterOf = async (shop: string, to: string) => {
    const [delivery] = (await lab.outbox.newest(shop)).filter((one) => one.to === to);
    if (!delivery) return null;
    return lab.reports.letters.mail({ shop, to, monday: SECOND, identity: delivery.identity }, { language: 'en' });
  };

  it('is one mail, whichever shop’s week ends first, and no shop sees the others', async () => {
    const [one, two] = [await aShop(), await aShop()];
    const first = await lab.reader(one, BOTH, true);
    const second = await lab.reader(two, BOTH.toUpperCase(), true);
    lab.at(SECOND_END);
    await Promise.all([lab.reports.run(one), lab.reports.run(two), lab.reports.run(two)]);
    const all = [...(await lab.waiting(one)), ...(await lab.waiting(two))];
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(/^combined:2026-11-23:[\w-]{43}$/);
    const letter = (await letterOf(one, first)) ?? (await letterOf(two, second));
    const text = JSON.stringify(letter);
    for (const shop of [one, two]) expect(text.replaceAll('\u200C', '')).toContain(shop);
  });

  it('T10: a right that one shop withdrew before sending is not in it, and the others are', async () => {
    const address = 'agency@ledger.example';
    const [one, two, three] = [await aShop(), await aShop(), await aShop()];
    const first = await lab.reader(one, address, true);
    const second = await lab.reader(two, address, true);
    await lab.reader(three, address, true);
    lab.at(SECOND_END);
    await lab.reports.run(one);
    await lab.readers.remove(two, second);
    await shopModel(lab.connection).updateOne({ shop: three }, { $set: { status: 'uninstalled' } });
    const text = JSON.stringify(await letterOf(one, first)).replaceAll('\u200C', '');
    expect(text).toContain(one);
    expect(text).not.toContain(two);
    expect(text).not.toContain(three);
  });

  it('joins nobody who did not ask for it, and nobody with another address', async () => {
    const [one, two, three] = [await aShop(), await aShop(), await aShop()];
    const first = await lab.reader(one, 'one@ledger.example', true);
    const second = await lab.reader(two, 'one@ledger.example', false);
    await lab.reader(three, 'two@ledger.example', true);
    lab.at(SECOND_END);
    for (const shop of [one, two, three]) await lab.reports.run(shop);
    expect(await lab.waiting(two)).toEqual([`weekly:${SECOND}:mail:${second}`]);
    const text = JSON.stringify(await letterOf(one, first)).replaceAll('\u200C', '');
    expect(text).not.toContain(two);
    expect(text).not.toContain(three);
  });

  it('forgets what joined the shops as soon as the reader asks for single reports', async () => {
    const shop = await aShop();
    const address = 'undecided@ledger.example';
    const to = await lab.reader(shop, address, true);
    await lab.reports.combined.choose({ shop, readerId: to }, address, false);
    lab.at(SECOND_END);
    await lab.reports.run(shop);
    expect(await lab.waiting(shop)).toEqual([`weekly:${SECOND}:mail:${to}`]);
  });
});
