import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someRecords } from '../../../test/security-factories.ts';
import { scanFreshness as check } from './scan-freshness.ts';

describe('security/scan-freshness', () => {
  it.each([
    ['2026-11-21T06:30:00.000Z', 'pass'],
    ['2026-11-15T06:30:00.000Z', 'pass'], // a week to the second
    ['2026-11-14T12:00:00.000Z', 'pass'], // a weekly check that began some hours late
    ['2026-11-14T06:30:00.000Z', 'fail'],
    ['2026-09-01T00:00:00.000Z', 'fail'],
    [null, 'notAssessed'], // the first check has none before it
  ])('the one before %s: %s', (lastScanAt, outcome) => {
    expect(assess(check, { records: someRecords({ lastScanAt }) }).outcome).toBe(outcome);
  });
});
