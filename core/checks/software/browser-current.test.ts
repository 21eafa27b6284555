import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someSelfChecks, YESTERDAY } from '../../../test/security-factories.ts';
import { BROWSER_RELEASES } from '../../data/browser-releases.ts';
import { BROWSERS, type BrowserName, type DeviceSelfCheck } from '../../evidence/attestations.ts';
import { browserCurrent as check } from './browser-current.ts';

const [good] = someSelfChecks().devices;
const judge = (browser: DeviceSelfCheck['browser'], checkedAt = YESTERDAY, asOf?: string) => {
  const selfChecks = someSelfChecks({ devices: [{ ...good, browser, checkedAt } as DeviceSelfCheck] });
  const { outcome, notAssessed } = assess(check, { selfChecks }, asOf);
  return notAssessed[0]?.reason ?? outcome;
};

describe('security/browser-current', () => {
  it.each<[BrowserName, number, string]>([
    ['chrome', 157, 'pass'],
    ['chrome', 155, 'pass'],
    ['chrome', 154, 'fail'],
    ['chrome', 200, 'pass'], // newer than our table
    ['edge', 154, 'pass'],
    ['edge', 153, 'fail'],
    ['firefox', 158, 'pass'],
    ['firefox', 157, 'fail'],
    ['safari', 18, 'pass'], // 27, 26, 18: majors are no row of numbers
    ['safari', 17, 'fail'],
    ['samsung', 29, 'pass'],
    ['opera', 136, 'fail'],
  ])('%s %s: %s', (name, majorVersion, outcome) => {
    expect(judge({ name, majorVersion })).toBe(outcome);
  });

  it('judges by the day on which it was told', () => {
    expect(judge({ name: 'chrome', majorVersion: 154 }, '2026-11-02T12:00:00.000Z')).toBe('pass'); // 156 was out
    expect(judge({ name: 'chrome', majorVersion: 154 }, '2026-11-02T18:30:00.000Z')).toBe('fail'); // 3 November in India
  });

  it.each([
    ['a browser that did not tell', null, YESTERDAY, 'too-little'],
    ['a day before our table', { name: 'chrome' as const, majorVersion: 90 }, '2026-07-01T00:00:00.000Z', 'too-little'],
  ])('%s: not assessed', (_, browser, checkedAt, reason) => {
    expect(judge(browser, checkedAt, checkedAt)).toBe(reason);
  });

  it('counts for 30 days', () => {
    expect(judge({ name: 'chrome', majorVersion: 157 }, '2026-10-23T06:30:00.000Z')).toBe('pass');
    expect(judge({ name: 'chrome', majorVersion: 157 }, '2026-10-22T06:30:00.000Z')).toBe('expired');
  });
});

describe('releases of browsers', () => {
  it.each(BROWSERS)('%s: in order, newest last', (browser) => {
    const releases = BROWSER_RELEASES[browser].map(
      ({ majorVersion, releasedOn }) => [majorVersion, releasedOn] as const,
    );
    const byVersion = [...releases].sort(([a], [b]) => a - b);
    const byDay = [...releases].sort(([, a], [, b]) => (a < b ? -1 : 1));
    expect([byVersion, byDay]).toEqual([releases, releases]);
    expect(releases.length).toBeGreaterThanOrEqual(3);
  });
});
