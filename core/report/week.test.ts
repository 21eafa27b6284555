import { describe, expect, it } from '@jest/globals';
import { endedWeek, knownZone, reportWeekOf, startOfWeek, weekBefore, weekStartingOn } from './week.ts';

describe('weeks of a report', () => {
  it.each([
    // India: Monday 09:00 is 03:30 UTC, all year
    ['2026-11-23T03:29:59.999Z', 'Asia/Kolkata', '2026-11-16', '2026-11-22', '2026-11-23T03:30:00.000Z'],
    ['2026-11-23T03:30:00.000Z', 'Asia/Kolkata', '2026-11-23', '2026-11-29', '2026-11-30T03:30:00.000Z'],
    ['2026-11-22T18:30:00.000Z', 'Asia/Kolkata', '2026-11-16', '2026-11-22', '2026-11-23T03:30:00.000Z'], // Monday, 00:00
    ['2026-12-31T18:29:59.999Z', 'Asia/Kolkata', '2026-12-28', '2027-01-03', '2027-01-04T03:30:00.000Z'], // year end
    ['2027-01-01T00:00:00.000Z', 'Asia/Kolkata', '2026-12-28', '2027-01-03', '2027-01-04T03:30:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 'Asia/Kolkata', '2028-02-28', '2028-03-05', '2028-03-06T03:30:00.000Z'], // leap day
    // New York: clocks went back on 1 November 2026, and go forward on 14 March 2027
    ['2026-10-30T12:00:00.000Z', 'America/New_York', '2026-10-26', '2026-11-01', '2026-11-02T14:00:00.000Z'],
    ['2026-10-26T13:00:00.000Z', 'America/New_York', '2026-10-26', '2026-11-01', '2026-11-02T14:00:00.000Z'],
    ['2026-10-26T12:59:59.999Z', 'America/New_York', '2026-10-19', '2026-10-25', '2026-10-26T13:00:00.000Z'],
    ['2027-03-10T12:00:00.000Z', 'America/New_York', '2027-03-08', '2027-03-14', '2027-03-15T13:00:00.000Z'],
    // ahead of India, half hours, and a zone that has no summer time
    ['2026-11-22T20:00:00.000Z', 'Pacific/Auckland', '2026-11-23', '2026-11-29', '2026-11-29T20:00:00.000Z'],
    ['2026-11-22T19:59:59.999Z', 'Pacific/Auckland', '2026-11-16', '2026-11-22', '2026-11-22T20:00:00.000Z'],
    ['2026-11-23T03:15:00.000Z', 'Asia/Kathmandu', '2026-11-23', '2026-11-29', '2026-11-30T03:15:00.000Z'],
    ['2026-11-23T09:00:00.000Z', 'Etc/UTC', '2026-11-23', '2026-11-29', '2026-11-30T09:00:00.000Z'],
  ])('%s in %s lies in the week of %s', (at, timeZone, monday, sunday, endsAt) => {
    expect(reportWeekOf(at, timeZone)).toEqual({ monday, sunday, endsAt, timeZone });
  });

  it.each([null, '', 'Not/AZone', '../../etc/passwd', '2026'])('takes India’s for the zone %j', (timeZone) => {
    expect(knownZone(timeZone)).toBe('Asia/Kolkata');
    expect(reportWeekOf('2026-11-23T03:30:00.000Z', timeZone).monday).toBe('2026-11-23');
  });

  it.each(['2026-11-22', '2026-11-24', '2026-02-30', '', 'monday', '2026-11-23T00:00:00Z'])(
    'has no week from %j',
    (day) => {
      expect(weekStartingOn(day, 'Asia/Kolkata')).toBeNull();
    },
  );

  it.each(['2026-11-23', '2028-02-28', '1969-12-29'])('has one from Monday %s', (monday) => {
    const week = weekStartingOn(monday, 'Asia/Kolkata');
    expect(week && reportWeekOf(startOfWeek(week), 'Asia/Kolkata')).toEqual(week);
  });

  it.each(['Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'])(
    'leaves no gap and no overlap in a year of %s',
    (timeZone) => {
      let week = reportWeekOf('2026-01-01T00:00:00.000Z', timeZone);
      for (let count = 0; count < 53; count += 1) {
        const next = reportWeekOf(week.endsAt, timeZone);
        expect(startOfWeek(next)).toBe(week.endsAt);
        expect(weekBefore(next)).toEqual(week);
        expect(endedWeek(week.endsAt, timeZone)).toEqual(week);
        week = next;
      }
    },
  );
});
