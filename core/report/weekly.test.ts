import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AS_OF, aDomain, aSnapshot, anAccess } from '../../test/factories.ts';
import { aWeeklyInput, CHECK_IDS, taken, takenBefore, TUESDAY } from '../../test/report-inputs.ts';
import { someRecords } from '../../test/security-factories.ts';
import { EFFORT_OF_CHECK } from '../data/efforts.ts';
import { EVIDENCE_KINDS } from '../evidence/kinds.ts';
import type { Snapshot } from '../evidence/snapshot.ts';
import { LANGUAGES } from '../text.ts';
import { reportWeekOf } from './week.ts';
import { reportJson, weeklyReport } from './weekly.ts';
import { dueText, verdictSentence } from './words.ts';

const GOLDEN = join(import.meta.dirname, '../../test/golden');
const NAMES = readdirSync(GOLDEN).flatMap((file) => /^(.*)\.snapshot\.json$/.exec(file)?.[1] ?? []);
const golden = (name: string) => JSON.parse(readFileSync(join(GOLDEN, `${name}.snapshot.json`), 'utf8')) as Snapshot;

/** A domain without a certificate: critical. */
const BROKEN = { domains: [aDomain({ isTlsReady: false })] };
const TLS = 'security/domain-tls:invented-shop.example';
/** Prahari holds more than it needs: medium. */
const WIDE = { access: anAccess({ granted: [...anAccess().granted, 'write_orders'] }) };

/** Without one kind of evidence. */
function without(kind: keyof Snapshot['evidence'], of = taken()) {
  return { ...of, snapshot: { ...of.snapshot, evidence: { ...of.snapshot.evidence, [kind]: undefined } } };
}

describe('the week of a shop', () => {
  it.each([
    ['nothing new', {}, {}, 'same', 'quiet'],
    ['something grave is new', {}, BROKEN, 'worse', 'graver-new'],
    ['something grave is mended', BROKEN, {}, 'better', 'mended'],
    ['something grave stays', BROKEN, BROKEN, 'same', 'quiet'],
    ['something milder is new', {}, WIDE, 'worse', 'new'],
    ['something grave is new, something milder mended', WIDE, BROKEN, 'worse', 'graver-new'],
    ['something grave is mended, something milder new', BROKEN, WIDE, 'better', 'mended'],
  ] as const)('%s', (_, then, now, kind, why) => {
    const report = weeklyReport(aWeeklyInput({ before: takenBefore(then), taken: taken(now) }));
    expect(report.verdict).toMatchObject({ kind, why });
  });

  it('has all findings as new in the first week, and compares nothing', () => {
    const report = weeklyReport(aWeeklyInput({ before: null, taken: taken(BROKEN) }));
    expect(report.verdict).toEqual({ kind: 'first', why: 'first', scoreChange: null });
    expect(report.before).toBeNull();
    expect(report.fresh.map(({ fingerprint }) => fingerprint)).toContain(TLS);
    expect([report.mended, report.graver, report.rules]).toEqual([[], [], { added: [], retired: [] }]);
  });

  it('says that nobody looked, and calls nothing new or mended', () => {
    const last = takenBefore(BROKEN);
    const report = weeklyReport(aWeeklyInput({ before: last, taken: last }));
    expect(report.verdict).toEqual({ kind: 'same', why: 'not-seen', scoreChange: null });
    expect([report.fresh, report.mended, report.graver]).toEqual([[], [], []]);
    expect([report.vendors.fresh, report.vendors.gone, report.scripts.fresh]).toEqual([[], [], []]);
    expect(report.openBySeverity.critical).toBe(1);
    expect(verdictSentence(report, 'en')).toBe(
      'As last week: no check ran in this week. All figures are as of 22 Nov 2026.',
    );
  });

  it.each(EVIDENCE_KINDS)('without %s mends nothing and is never better', (kind) => {
    const broken = golden('planted');
    const before = { id: 'before', snapshot: broken };
    const now = without(kind, { id: 'now', snapshot: { ...broken, takenAt: TUESDAY } });
    const judged = weeklyReport(aWeeklyInput({ before, taken: now }));
    const lost = new Set(judged.notAssessed.filter((gap) => gap.kind === kind).flatMap(({ checkIds }) => checkIds));
    expect(judged.mended.filter(({ checkId }) => lost.has(checkId))).toEqual([]);
    if (judged.snapshot.assessed < (judged.before?.assessed ?? 0)) expect(judged.verdict.kind).not.toBe('better');
  });

  it('does not rise by looking away: a failing check that cannot look leaves the week as it was', () => {
    const report = weeklyReport(aWeeklyInput({ before: takenBefore(BROKEN), taken: without('domains') }));
    expect(report.snapshot.score).toBeGreaterThan(report.before?.score ?? 100);
    expect(report.verdict).toMatchObject({ kind: 'same', why: 'less-seen' });
    expect(report.mended).toEqual([]);
  });

  it('does not call new what was open before and could not be seen last week', () => {
    const openAlerts = [
      {
        checkId: 'security/domain-tls',
        subject: 'invented-shop.example',
        severity: 'critical',
        since: '2026-10-01T00:00:00.000Z',
      },
    ] as const;
    const blind = without('domains', takenBefore());
    const known = taken({ ...BROKEN, records: someRecords({ openAlerts }) });
    expect(
      weeklyReport(aWeeklyInput({ before: blind, taken: known })).fresh.map((one) => one.fingerprint),
    ).not.toContain(TLS);
    const late = taken({
      ...BROKEN,
      records: someRecords({
        openAlerts: openAlerts.map((alert) => ({ ...alert, since: '2026-11-23T08:00:00.000Z' })),
      }),
    });
    expect(weeklyReport(aWeeklyInput({ before: blind, taken: late })).fresh.map((one) => one.fingerprint)).toContain(
      TLS,
    );
  });

  it('tells what is silenced apart, with its end, and counts it nowhere else', () => {
    const decisions = { silenced: [{ fingerprint: TLS, until: '2026-12-01' }], dues: [] };
    const report = weeklyReport(aWeeklyInput({ taken: taken(BROKEN), decisions }));
    expect(report.silenced).toMatchObject([{ fingerprint: TLS, until: '2026-12-01' }]);
    expect([report.fresh, report.openBySeverity.critical, report.topFive]).toEqual([[], 0, []]);
    expect(report.dues).toContainEqual(
      expect.objectContaining({ what: 'silence', on: '2026-12-01', name: 'security/domain-tls' }),
    );
  });

  it('forgets a silence over what is mended', () => {
    const decisions = { silenced: [{ fingerprint: TLS, until: '2026-12-01' }], dues: [] };
    const report = weeklyReport(aWeeklyInput({ before: takenBefore(BROKEN), decisions }));
    expect([report.silenced, report.dues.filter(({ what }) => what === 'silence')]).toEqual([[], []]);
    expect(report.mended.map(({ fingerprint }) => fingerprint)).toEqual([TLS]);
  });

  it('names the rules that came and went', () => {
    const checkIds = CHECK_IDS.slice(1);
    const checkIdsBefore = [...CHECK_IDS.slice(0, 3), 'security/retired'];
    const { rules } = weeklyReport(aWeeklyInput({ checkIds, checkIdsBefore }));
    expect(rules.added).toEqual(CHECK_IDS.slice(3));
    expect(rules.retired).toEqual([CHECK_IDS[0], 'security/retired']);
  });

  it('judges both weeks by the same checks, so that a new rule changes no score', () => {
    const checkIdsBefore = CHECK_IDS.filter((id) => id !== 'security/domain-tls');
    const report = weeklyReport(aWeeklyInput({ before: takenBefore(BROKEN), taken: taken(BROKEN), checkIdsBefore }));
    expect(report.verdict.scoreChange).toBe(0);
    expect(report.rules.added).toEqual(['security/domain-tls']);
  });
});

describe('what to mend first', () => {
  it.each(NAMES)('%s: five acts at most, gravest first, each worth no less than nothing', (name) => {
    const snapshot = golden(name);
    const {
      topFive,
      openBySeverity,
      snapshot: told,
    } = weeklyReport(aWeeklyInput({ before: null, taken: { id: name, snapshot } }));
    const order = ['critical', 'high', 'medium', 'low'];
    const ranks = topFive.map(({ severity }) => order.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(topFive.length).toBeLessThanOrEqual(5);
    expect(new Set(topFive.map(({ checkId }) => checkId)).size).toBe(topFive.length);
    if (openBySeverity.critical > 0) expect(topFive[0]?.severity).toBe('critical');
    for (const { points } of topFive) {
      expect(points).toBeGreaterThanOrEqual(0);
      expect((told.score ?? 0) + points).toBeLessThanOrEqual(100);
    }
  });

  it('brings the points that mending really brings', () => {
    const broken = weeklyReport(aWeeklyInput({ taken: taken(BROKEN) }));
    const mended = weeklyReport(aWeeklyInput());
    expect(broken.topFive.map(({ checkId }) => checkId)).toEqual(['security/domain-tls']);
    expect((broken.snapshot.score ?? 0) + (broken.topFive[0]?.points ?? 0)).toBe(mended.snapshot.score);
  });

  it('has an effort for every check, and none for others', () => {
    expect(Object.keys(EFFORT_OF_CHECK).sort()).toEqual([...CHECK_IDS].sort());
  });
});

describe('the shape of a report', () => {
  /** What was kept under a name is read under it: who changes this list changes REPORT_FORMAT too. */
  it('belongs to its name', () => {
    const report = weeklyReport(aWeeklyInput({ taken: { id: 'planted', snapshot: golden('planted') } }));
    expect([report.format, Object.keys(report)]).toEqual([
      'prahari-weekly-report-1',
      [
        ...['format', 'shop', 'week', 'snapshot', 'before', 'trendOfWeeks', 'verdict', 'fresh', 'mended', 'graver'],
        ...['openBySeverity', 'atStakePaise', 'topFive', 'dues', 'gst', 'people', 'vendors', 'scripts'],
        ...['notAssessed', 'silenced', 'rules', 'audit'],
      ],
    ]);
  });
});

describe('the same week made again', () => {
  it.each(NAMES)('%s: the same bytes', (name) => {
    const make = () => {
      const snapshot = golden(name);
      const week = reportWeekOf(snapshot.takenAt, 'Asia/Kolkata');
      const before = { id: 'before', snapshot: golden('first-day') };
      return reportJson(weeklyReport(aWeeklyInput({ week, asOf: week.endsAt, before, taken: { id: name, snapshot } })));
    };
    const once = make();
    expect(make()).toBe(once);
    expect(reportJson(JSON.parse(once) as ReturnType<typeof weeklyReport>)).toBe(once); // plain JSON, nothing is lost
    expect(once).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(NAMES)('%s: no whole GSTIN of the shop, no hidden character', (name) => {
    const snapshot = golden(name);
    const json = reportJson(weeklyReport(aWeeklyInput({ before: null, taken: { id: name, snapshot } })));
    const { registrations } = snapshot.evidence;
    const own = registrations?.status === 'collected' ? registrations.value.map(({ gstin }) => gstin) : [];
    for (const gstin of own.filter((text) => /^\d{2}[A-Z]{5}\d{4}[A-Z]\w{3}$/.test(text)))
      expect(json).not.toContain(gstin);
    expect(json).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  it.each(NAMES)('%s: every due date and the verdict have words in both languages', (name) => {
    const report = weeklyReport(aWeeklyInput({ before: null, taken: { id: name, snapshot: golden(name) } }));
    for (const language of LANGUAGES) {
      const words = [verdictSentence(report, language), ...report.dues.map((due) => dueText(due, language))];
      for (const text of words) expect(text).not.toMatch(/\{\w+\}/);
    }
  });

  it('makes a report of nothing but a date', () => {
    const empty: Snapshot = { shop: 'old.myshopify.com', takenAt: AS_OF, evidence: {} };
    const report = weeklyReport(aWeeklyInput({ before: null, taken: { id: 'empty', snapshot: empty } }));
    expect(report.snapshot).toMatchObject({ score: null, assessed: 0, applicable: CHECK_IDS.length });
    expect([report.topFive, report.dues, report.gst.registrations]).toEqual([[], [], []]);
    expect(report.people).toEqual({ people: null, withoutSecondFactor: null, secondFactorUnknown: null, failing: 0 });
    expect(report.scripts).toEqual({ scripts: null, undecided: null, fresh: [] });
    expect(report.notAssessed.flatMap(({ checkIds }) => checkIds).length).toBeGreaterThanOrEqual(CHECK_IDS.length);
  });

  it('is blind to the order in which evidence lies in the store', () => {
    const { evidence, ...rest } = aSnapshot(BROKEN);
    const turned = { ...rest, evidence: Object.fromEntries(Object.entries(evidence).reverse()) };
    const make = (snapshot: Snapshot) => reportJson(weeklyReport(aWeeklyInput({ taken: { id: 'now', snapshot } })));
    expect(make(turned)).toBe(make({ ...rest, evidence }));
  });
});
