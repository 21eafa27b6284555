import { describe, expect, it } from '@jest/globals';
import type { Severity } from '../severity.ts';
import type { AlertNews, NewsKind } from './news.ts';
import { whenToTell, type Hearing } from './plan.ts';
import { DEFAULT_QUIET_HOURS, DEFAULT_RULE, type NoticeRule } from './rules.ts';

const india = (text: string) => new Date(`${text}+05:30`).toISOString();
/** A Sunday evening. */
const NOW = india('2026-11-22T19:00:00.000');

const someNews = (about: Partial<AlertNews> = {}): AlertNews => ({
  kind: 'opened',
  fingerprint: 'f1',
  checkId: 'security/two-factor',
  messageId: 'missing',
  data: {},
  subject: 'subject',
  severity: 'high',
  atStakePaise: null,
  dueOn: null,
  at: NOW,
  ...about,
});

const heard = (about: Partial<AlertNews>, rule: Partial<NoticeRule> = {}, hearing: Partial<Hearing> = {}) =>
  whenToTell(someNews(about), {
    ...{ rule: { ...DEFAULT_RULE, ...rule }, quietHours: DEFAULT_QUIET_HOURS, now: NOW, mendedAt: null },
    ...hearing,
  });

const atOnce = (at: string) => ({ how: 'at-once', at: india(at) });
const digest = (slot: string, at = `${slot}T09:00:00.000`) => ({ how: 'digest', at: india(at), slot });

describe('who hears of what', () => {
  it.each<[string, Partial<AlertNews>, Partial<NoticeRule>, boolean]>([
    ['of both areas', { checkId: 'gst/gstin-status' }, {}, true],
    ['not of an area that was left out', { checkId: 'gst/gstin-status' }, { areas: ['security'] }, false],
    ['of the least severity', { severity: 'high' }, { leastSeverity: 'high' }, true],
    ['not of a milder one', { severity: 'medium' }, { leastSeverity: 'high' }, false],
    ['of all down to low', { severity: 'low' }, { leastSeverity: 'low' }, true],
    ['never of what only informs', { severity: 'info' }, { leastSeverity: 'low' }, false],
    ['of what is critical', { severity: 'critical' }, { leastSeverity: 'critical' }, true],
    ['not of the critical of an area left out', { severity: 'critical' }, { areas: ['gst'] }, false],
    ['not of what was mended', { kind: 'resolved' }, {}, false],
    ['of what was mended, if asked for', { kind: 'resolved' }, { tellsResolved: true }, true],
    ['not of something mild that was mended', { kind: 'resolved', severity: 'low' }, { tellsResolved: true }, false],
    ['of an end of silence', { kind: 'woken' }, {}, true],
  ])('%s', (_name, news, rule, isTold) => expect(heard(news, rule) !== null).toBe(isTold));
});

describe('when', () => {
  it.each<[string, NewsKind, Severity, NoticeRule['pace'], string, object]>([
    ['by day at once', 'opened', 'high', 'at-once', '2026-11-22T19:00:00.000', atOnce('2026-11-22T19:00:00.000')],
    [
      'by night in the morning',
      'opened',
      'high',
      'at-once',
      '2026-11-22T23:00:00.000',
      atOnce('2026-11-23T08:00:00.000'),
    ],
    [
      'the critical by night too',
      'opened',
      'critical',
      'at-once',
      '2026-11-22T23:00:00.000',
      atOnce('2026-11-22T23:00:00.000'),
    ],
    [
      'the critical whatever the pace',
      'graver',
      'critical',
      'weekly',
      '2026-11-22T23:00:00.000',
      atOnce('2026-11-22T23:00:00.000'),
    ],
    ['daily: the next morning', 'opened', 'high', 'daily', '2026-11-22T19:00:00.000', digest('2026-11-23')],
    ['daily: a moment before nine', 'opened', 'high', 'daily', '2026-11-22T08:59:59.999', digest('2026-11-22')],
    ['daily: at nine, a day later', 'opened', 'high', 'daily', '2026-11-22T09:00:00.000', digest('2026-11-23')],
    ['weekly: on Monday', 'opened', 'high', 'weekly', '2026-11-22T19:00:00.000', digest('2026-11-23')],
    ['weekly: on Monday before nine', 'opened', 'high', 'weekly', '2026-11-23T08:59:59.999', digest('2026-11-23')],
    [
      'weekly: on Monday at nine, a week later',
      'opened',
      'high',
      'weekly',
      '2026-11-23T09:00:00.000',
      digest('2026-11-30'),
    ],
    ['weekly: over the year end', 'opened', 'high', 'weekly', '2026-12-29T12:00:00.000', digest('2027-01-04')],
    ['daily: on New Year', 'opened', 'high', 'daily', '2026-12-31T23:59:59.999', digest('2027-01-01')],
    ['daily: on 29 February', 'opened', 'high', 'daily', '2028-02-28T10:00:00.000', digest('2028-02-29')],
    ['weekly: past 29 February', 'opened', 'high', 'weekly', '2028-02-29T10:00:00.000', digest('2028-03-06')],
    ['mended: with the digest', 'resolved', 'high', 'at-once', '2026-11-22T19:00:00.000', digest('2026-11-23')],
    [
      'mended: even of the critical',
      'resolved',
      'critical',
      'at-once',
      '2026-11-22T23:00:00.000',
      digest('2026-11-23'),
    ],
    ['mended: at the reader’s pace', 'resolved', 'high', 'weekly', '2026-11-24T19:00:00.000', digest('2026-11-30')],
  ])('%s', (_name, kind, severity, pace, now, telling) => {
    expect(heard({ kind, severity }, { pace, tellsResolved: true }, { now: india(now) })).toEqual(telling);
  });

  it('no digest comes in quiet hours', () => {
    const late = { quietHours: { from: '22:00', to: '10:30' } };
    expect(heard({}, { pace: 'daily' }, late)).toEqual(digest('2026-11-23', '2026-11-23T10:30:00.000'));
  });

  it.each<[string, Severity, string | null, object]>([
    ['back after six days', 'high', '2026-11-16T19:00:00.001', digest('2026-11-23')],
    ['back after seven days', 'high', '2026-11-15T19:00:00.000', atOnce('2026-11-22T19:00:00.000')],
    ['back after nobody knows when', 'high', null, atOnce('2026-11-22T19:00:00.000')],
    ['critical and back in an hour', 'critical', '2026-11-22T18:00:00.000', atOnce('2026-11-22T19:00:00.000')],
  ])('what comes and goes waits for the digest: %s', (_name, severity, mendedAt, telling) => {
    const hearing = { mendedAt: mendedAt === null ? null : india(mendedAt) };
    expect(heard({ kind: 'reopened', severity }, {}, hearing)).toEqual(telling);
  });
});
