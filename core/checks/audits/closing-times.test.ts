import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/a-gstin.ts';
import { someRecords } from '../../../test/security-factories.ts';
import type { OpenAlert } from '../../evidence/own-records.ts';
import type { Severity } from '../../severity.ts';
import { closingTimes as check } from './closing-times.ts';

const alert = (severity: Severity, days: number, over: Partial<OpenAlert> = {}): OpenAlert => ({
  checkId: 'security/form-captcha',
  subject: 'shop',
  severity,
  since: new Date(Date.parse(AS_OF) - days * 86_400_000).toISOString(),
  ...over,
});
const judge = (...openAlerts: OpenAlert[]) => assess(check, { records: someRecords({ openAlerts }) });

describe('security/closing-times', () => {
  it.each<[Severity, number, string]>([
    ['critical', 7, 'pass'],
    ['critical', 8, 'fail'],
    ['high', 30, 'pass'],
    ['high', 31, 'fail'],
    ['medium', 90, 'pass'],
    ['medium', 91, 'fail'],
    ['low', 180, 'pass'],
    ['low', 181, 'fail'],
    ['info', 999, 'pass'],
  ])('%s, open for %s days: %s', (severity, days, outcome) => {
    expect(judge(alert(severity, days)).outcome).toBe(outcome);
  });

  it('does not apply before a first check', () => {
    const first = { lastScanAt: null };
    expect(assess(check, { records: someRecords(first) }).outcome).toBe('notApplicable');
    expect(assess(check, { records: someRecords({ ...first, openAlerts: [alert('low', 999)] }) }).outcome).toBe('fail');
    expect(judge().outcome).toBe('pass');
  });

  it('does not count itself', () => {
    expect(judge(alert('high', 99, { checkId: check.id })).outcome).toBe('pass');
  });

  it('is one finding for each severity, with the oldest', () => {
    const oldest = alert('critical', 40, { checkId: 'gst/gstin-valid' });
    const { findings } = judge(alert('critical', 9), oldest, alert('critical', 2), alert('low', 200));
    expect(findings).toMatchObject([
      { subject: 'critical', severity: 'high', data: { count: 2, check: 'gst/gstin-valid', day: '2026-10-13' } },
      { subject: 'low', severity: 'low', data: { count: 1 } },
    ]);
  });
});
