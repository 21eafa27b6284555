import { describe, expect, it } from '@jest/globals';
import type { RegistryRecord } from '../../core/evidence/registry.ts';
import { aRegistryRecord } from '../../test/gst-factories.ts';
import {
  isNews,
  recentChanges,
  toldOf,
  unaskedEntry,
  withAnswer,
  withReturns,
  type StoredEntry,
} from './merge-answer.ts';

const GSTIN = '27AAPFU0939F1ZV';
const T0 = Date.parse('2026-11-22T06:30:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(T0 + days * DAY).toISOString();
const known = (over: Partial<RegistryRecord> = {}) => ({ kind: 'known', record: aRegistryRecord(over) }) as const;
const unknown = { kind: 'unknown', reason: 'unreachable', retryAfterMs: null } as const;
const asOf = (days: number) => ({ service: 'setu', at: at(days) }) as const;
const first = withAnswer(unaskedEntry(GSTIN), known(), asOf(0));

describe('an answer', () => {
  it('is what is known, with its service and moment', () => {
    expect(first.known).toEqual({ record: aRegistryRecord(), service: 'setu', learnedAt: at(0) });
    expect(first.asked).toEqual({ service: 'setu', at: at(0), outcome: 'known' });
    expect(first.changes).toEqual([]);
  });

  it('that is none leaves what was known, and is the newest question', () => {
    const after = withAnswer(first, unknown, asOf(3));
    expect(after.known).toEqual(first.known);
    expect(after.asked).toEqual({ service: 'setu', at: at(3), outcome: 'unreachable' });
  });

  it('"not found" leaves what was known as well', () => {
    const after = withAnswer(first, { kind: 'not-found' }, asOf(1));
    expect(after.known).toEqual(first.known);
    expect(after.asked?.outcome).toBe('not-found');
  });

  it('without names leaves those of a week standing, and no longer', () => {
    const bare = known({ legalName: null, tradeName: null, principal: null, additional: null, constitution: null });
    const week = withAnswer(first, bare, asOf(7));
    expect(week.known?.record).toMatchObject({ legalName: 'Meera Invented', principal: { pin: '400001' } });
    // The old name does not grow younger by standing.
    expect(withAnswer(week, bare, asOf(7.01)).known?.record.legalName).toBeNull();
  });

  it('without a status does not keep the old one', () => {
    expect(withAnswer(first, known({ status: null }), asOf(0.1)).known?.record.status).toBeNull();
  });
});

describe('what changed', () => {
  it.each<[string, Partial<RegistryRecord>, readonly string[]]>([
    ['a status', { status: 'suspended' }, ['status']],
    ['a name and a kind', { legalName: 'Meera Other', taxpayerKind: 'composition' }, ['legalName', 'taxpayerKind']],
    ['a place', { principal: { pin: '400013', stateCode: '27' } }, ['principal']],
    ['a further place', { additional: [{ pin: '421302', stateCode: '27' }] }, ['additional']],
    ['letter case and blanks', { legalName: 'MEERA  INVENTED' }, []],
    ['the day of the last change', { lastUpdatedOn: '2026-11-20' }, []],
    ['what is not told now', { status: null, tradeName: null }, []],
  ])('%s', (_name, over, fields) => {
    const { changes } = withAnswer(first, known(over), asOf(1));
    expect(changes).toEqual(fields.map((field) => ({ field, noticedAt: at(1) })));
  });

  it('is not the order of places', () => {
    const [a, b] = [
      { pin: '421302', stateCode: '27' },
      { pin: '440010', stateCode: '27' },
    ];
    const one = withAnswer(first, known({ additional: [a, b] }), asOf(1));
    expect(withAnswer(one, known({ additional: [b, a] }), asOf(2)).changes).toEqual(one.changes);
  });

  it('is told newest first, for ninety days', () => {
    const one = withAnswer(first, known({ status: 'suspended' }), asOf(1));
    const two = withAnswer(one, known({ status: 'active' }), asOf(60));
    expect(two.changes.map(({ noticedAt }) => noticedAt)).toEqual([at(60), at(1)]);
    expect(recentChanges(two, at(90.9))).toHaveLength(2);
    expect(recentChanges(two, at(91))).toHaveLength(1);
  });
});

describe('returns', () => {
  const filed = (period: string) => ({ form: 'GSTR3B', period, filedOn: null });

  it('of several years fold together, newest first, each once', () => {
    const one = withReturns(first, { kind: 'known', filed: [filed('2026-02'), filed('2026-03')] }, at(0));
    const two = withReturns(one, { kind: 'known', filed: [filed('2026-04'), filed('2026-03')] }, at(1));
    expect(two.returns?.filed.map(({ period }) => period)).toEqual(['2026-04', '2026-03', '2026-02']);
    expect(two.returns?.learnedAt).toBe(at(1));
  });

  it('that are not known leave what was known', () => {
    const one = withReturns(first, { kind: 'known', filed: [filed('2026-02')] }, at(0));
    expect(withReturns(one, unknown, at(1))).toBe(one);
  });
});

describe('news', () => {
  const cases: readonly (readonly [string, StoredEntry, StoredEntry, boolean])[] = [
    ['the first answer', unaskedEntry(GSTIN), first, true],
    ['the same again', first, withAnswer(first, known(), asOf(1)), false],
    ['only another date of change', first, withAnswer(first, known({ lastUpdatedOn: '2026-11-20' }), asOf(1)), false],
    ['a new status', first, withAnswer(first, known({ status: 'cancelled' }), asOf(1)), true],
    ['the e-way block', first, withAnswer(first, known({ isBlockedForEwayBill: true }), asOf(1)), true],
    ['the first failure', unaskedEntry(GSTIN), withAnswer(unaskedEntry(GSTIN), unknown, asOf(0)), true],
    ['a number that is gone', first, withAnswer(first, { kind: 'not-found' }, asOf(1)), true],
    [
      'another reason for not knowing',
      withAnswer(first, unknown, asOf(1)),
      withAnswer(first, { ...unknown, reason: 'limited' }, asOf(2)),
      false,
    ],
    ['returns', first, withReturns(first, { kind: 'known', filed: [] }, at(1)), true],
  ];
  it.each(cases)('%s', (_name, before, after, expected) => expect(isNews(before, after)).toBe(expected));
});

describe('the status that was told', () => {
  const notFound = { kind: 'not-found' } as const;
  const told = (...answers: readonly Parameters<typeof withAnswer>[1][]) =>
    toldOf(answers.reduce((entry, answer, day) => withAnswer(entry, answer, asOf(day)), unaskedEntry(GSTIN)));
  const suspended = known({ status: 'suspended' });

  it.each([
    ['nothing yet', [], null],
    ['an answer that is none', [unknown], null],
    ['an answer without a status', [known({ status: null })], null],
    ['the same twice: since the first', [known(), known()], { status: 'active', since: at(0) }],
    ['another: since then', [known(), suspended], { status: 'suspended', since: at(1) }],
    ['not found', [known(), notFound], { status: 'not-found', since: at(1) }],
    ['not found, then silence', [known(), notFound, unknown], { status: 'not-found', since: at(1) }],
    ['not found, silence, not found', [known(), notFound, unknown, notFound], { status: 'not-found', since: at(1) }],
    ['not found, and found again', [known(), notFound, known()], { status: 'active', since: at(2) }],
    ['a status, then an answer without', [suspended, known({ status: null })], { status: 'suspended', since: at(0) }],
  ] as const)('%s', (_what, answers, expected) => {
    expect(told(...answers)).toEqual(expected);
  });

  it('of an entry of before it was kept is read from what stands there', () => {
    const { told: _told, ...old } = first;
    expect(toldOf(old)).toEqual({ status: 'active', since: at(0) });
    expect(toldOf({ ...old, asked: { ...asOf(2), outcome: 'not-found' } })).toEqual({
      ...{ status: 'not-found', since: at(2) },
    });
  });
});
