import { describe, expect, it } from '@jest/globals';
import { MENDING_TIMES } from './data/mending-times.ts';
import { checkById } from './checks/index.ts';
import { dueDay, nearerOf } from './due-day.ts';
import type { TextData } from './text.ts';

const AS_OF = '2026-11-22T13:10:00.000Z';
const found = (severity: 'critical' | 'high' | 'medium' | 'low' | 'info', data: TextData = {}) => ({
  subject: 'shop.example',
  messageId: 'soon',
  data,
  severity,
});
const own = (day: string | null) => ({ dueOn: () => day });

describe('the day by which an alert should be mended', () => {
  it.each([
    ['critical', '2026-11-23'],
    ['high', '2026-11-29'],
    ['medium', '2026-12-22'],
    ['low', '2027-02-20'],
    ['info', null],
  ] as const)('%s, found on 22 November: %s', (severity, day) => {
    expect(dueDay(null, found(severity), AS_OF)).toBe(day);
  });

  it.each([
    ['2026-11-22T18:29:59.999Z', '2026-11-23'], // 23:59 in India
    ['2026-11-22T18:30:00.000Z', '2026-11-24'], // midnight there: the next day
    ['2026-12-30T20:00:00.000Z', '2027-01-01'], // over the year's end
    ['2028-02-27T20:00:00.000Z', '2028-02-29'], // onto 29 February
  ])('counts days as India does: critical at %s: %s', (asOf, day) => {
    expect(dueDay(null, found('critical'), asOf)).toBe(day);
  });

  it.each([
    ['medium', '2026-12-01', '2026-12-01'], // the finding's own end is nearer
    ['critical', '2026-12-01', '2026-11-23'], // the time for its severity is nearer
    ['info', '2026-12-01', '2026-12-01'], // only the end counts
    ['high', '2026-11-22', '2026-11-22'], // ends today
    ['high', '2026-11-01', '2026-11-22'], // over before it was found: at once
  ] as const)('%s with an end on %s: %s', (severity, end, day) => {
    expect(dueDay(own(end), found(severity), AS_OF)).toBe(day);
  });

  it('knows no day where the row of that time is missing', () => {
    expect(dueDay(null, found('critical'), '2020-01-01T00:00:00.000Z')).toBeNull();
  });

  it.each([
    [null, null, null],
    ['2026-11-22', null, '2026-11-22'],
    [null, '2026-11-22', '2026-11-22'],
    ['2026-11-22', '2026-11-21', '2026-11-21'],
  ])('of %s and %s the nearer is %s', (a, b, nearer) => {
    expect(nearerOf(a, b)).toBe(nearer);
  });
});

describe('checks whose findings have an end of their own', () => {
  it.each([
    ['security/certificate', { host: 'shop.example', endsDay: '2026-11-25' }, '2026-11-25'],
    ['security/certificate', { host: 'shop.example' }, null], // what is wrong is its name
    ['security/certificate', { endsDay: 'soon' }, null],
    ['security/domain-registration', { domain: 'shop.example', endsDay: '2026-12-01' }, '2026-12-01'],
    [
      'security/vendor-papers-end',
      { vendor: 'Invented', paper: 'contract', day: '2026-12-05', days: 14 },
      '2026-12-05',
    ],
    ['gst/returns-filed', { gstin: '27', dueDay: '2026-11-11' }, '2026-11-11'],
    ['gst/lut-renewal', { gstin: '27', dueDay: '2027-03-31' }, '2027-03-31'],
    ['gst/bank-account', { gstin: '27', dueDay: '2026-12-10' }, '2026-12-10'],
    ['security/legacy-scripts', { host: 'shop.example' }, '2027-03-01'],
  ])('%s: %j ends on %s', (checkId, data: TextData, day) => {
    expect(checkById(checkId)?.dueOn?.(found('high', data), AS_OF) ?? null).toBe(day);
  });
});

describe('the times for each severity', () => {
  it('have a source, and are shorter the graver it is', () => {
    const days = MENDING_TIMES.map((row) => row.days);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(MENDING_TIMES.map(({ severity }) => severity)).toEqual(['critical', 'high', 'medium', 'low']);
    for (const { source } of MENDING_TIMES) expect(source.length).toBeGreaterThan(10);
  });
});
