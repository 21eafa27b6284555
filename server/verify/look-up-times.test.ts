import { describe, expect, it } from '@jest/globals';
import type { RegistryEntry } from '../../core/evidence/registry.ts';
import { aRegistryEntry } from '../../test/gst-factories.ts';
import { areReturnsDue, isStatusDue, nextBudgetDay, nextDailyLookUp, yearsToAsk } from './look-up-times.ts';

const NOW = new Date('2026-11-22T06:30:00.000Z');
const HOUR = 60 * 60 * 1000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const askedAgo = (hours: number, outcome: NonNullable<RegistryEntry['asked']>['outcome']) =>
  aRegistryEntry({ asked: { service: 'setu', at: hoursAgo(hours).toISOString(), outcome } });
const LONG_AGO = new Date(0);

describe('a number is asked for', () => {
  it.each<[string, RegistryEntry, Date, boolean]>([
    ['when it never was', aRegistryEntry({ asked: null }), LONG_AGO, true],
    ['not while its status is fresh', askedAgo(19.9, 'known'), LONG_AGO, false],
    ['after twenty hours', askedAgo(20, 'known'), LONG_AGO, true],
    ['after twenty hours though it was not found', askedAgo(20, 'not-found'), LONG_AGO, true],
    ['soon after a failure that passes', askedAgo(0.2, 'source-down'), LONG_AGO, true],
    ['not at once after it', askedAgo(0.1, 'unreachable'), LONG_AGO, false],
    ['not soon after a refused key', askedAgo(1, 'key-refused'), LONG_AGO, false],
    ['not soon after a shape nobody knows', askedAgo(1, 'unexpected-shape'), LONG_AGO, false],
    ['when a person wishes so', askedAgo(1, 'known'), hoursAgo(0.5), true],
    ['once for that wish', askedAgo(0.4, 'known'), hoursAgo(0.5), false],
  ])('%s', (_name, entry, askAgainFrom, expected) => expect(isStatusDue(entry, NOW, askAgainFrom)).toBe(expected));
});

it('returns are asked for once a day, of numbers that are known', () => {
  const returns = (hours: number) => ({ filed: [], learnedAt: hoursAgo(hours).toISOString() });
  expect(areReturnsDue(aRegistryEntry({ returns: null }), NOW, LONG_AGO)).toBe(true);
  expect(areReturnsDue(aRegistryEntry({ returns: null, known: null }), NOW, LONG_AGO)).toBe(false);
  expect(areReturnsDue(aRegistryEntry({ returns: returns(19) }), NOW, LONG_AGO)).toBe(false);
  expect(areReturnsDue(aRegistryEntry({ returns: returns(20) }), NOW, LONG_AGO)).toBe(true);
  expect(areReturnsDue(aRegistryEntry({ returns: returns(1) }), NOW, hoursAgo(0.5))).toBe(true);
});

describe('the shop’s own moments', () => {
  const shops = Array.from({ length: 200 }, (_, number) => `shop-${number}.myshopify.com`);

  it('come once a day, after now, spread over it', () => {
    const hours = new Set<number>();
    for (const shop of shops) {
      const next = nextDailyLookUp(shop, NOW);
      expect(next.getTime()).toBeGreaterThan(NOW.getTime());
      expect(next.getTime() - NOW.getTime()).toBeLessThanOrEqual(24 * HOUR);
      expect(nextDailyLookUp(shop, next).getTime() - next.getTime()).toBe(24 * HOUR);
      hours.add(next.getUTCHours());
    }
    expect(hours.size).toBe(24);
  });

  it('come with the new day of India when the budget is spent', () => {
    for (const shop of shops) {
      const next = nextBudgetDay(shop, new Date('2026-11-22T18:29:59.999Z'));
      expect(next.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-22T18:30:00.000Z'));
      expect(next.getTime()).toBeLessThan(Date.parse('2026-11-22T22:30:00.000Z'));
    }
  });
});

it.each([
  ['2026-11-22T06:30:00.000Z', ['2026-27']],
  ['2027-03-31T18:29:59.999Z', ['2026-27']],
  ['2027-03-31T18:30:00.000Z', ['2027-28', '2026-27']], // midnight in India
  ['2027-06-14T06:30:00.000Z', ['2027-28', '2026-27']],
  ['2027-06-15T06:30:00.000Z', ['2027-28']],
])('at %s it asks for the returns of %j', (now, years) => expect(yearsToAsk(new Date(now))).toEqual(years));
