import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/a-gstin.ts';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';
import { calendarFile } from './calendar-file.ts';

const NOW = '2026-11-22T06:30:00.123Z';
const anEntry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  dueOn: '2026-12-31',
  form: 'GSTR-3B',
  gstin: aGstin(),
  period: '2026-11',
  state: 'upcoming',
  filedOn: null,
  isVerified: true,
  ...over,
});

describe('the calendar as a file', () => {
  it('is a whole day for each entry, its number masked', () => {
    const lines = calendarFile([anEntry()], NOW, 'en').split('\r\n');
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Prahari//GST calendar//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{32}@prahari$/),
      'DTSTAMP:20261122T063000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:GSTR-3B for 2026-11 (27AAAPZXXXXC1Z0)',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('leaves out what is filed, and keeps what is late', () => {
    expect(calendarFile([anEntry({ state: 'filed' })], NOW, 'en')).not.toContain('VEVENT');
    expect(calendarFile([anEntry({ state: 'overdue' })], NOW, 'en')).toContain('VEVENT');
  });

  it('knows an entry again, and no number from its id', () => {
    const idIn = (entry: CalendarEntry) => /UID:(\w+)/.exec(calendarFile([entry], NOW, 'en'))?.[1];
    expect(idIn(anEntry())).toBe(idIn(anEntry({ dueOn: '2027-01-05' })));
    expect(idIn(anEntry())).not.toBe(idIn(anEntry({ period: '2026-12' })));
  });

  it('says where a day is doubtful, escapes, and folds long lines between characters', () => {
    const file = calendarFile([anEntry({ isVerified: false, form: 'A;B,C' })], NOW, 'hi');
    expect(file).toContain('A\\;B\\,C');
    expect(file.replaceAll('\r\n ', '')).toContain('DESCRIPTION:इस तारीख की पुष्टि नहीं हो सकी। GST पोर्टल पर देखें।');
    const longest = Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
  });

  it.each([
    ['BANK', 'Bank account on the registration'],
    ['LUT', 'Letter of undertaking for 2027-28'],
  ])('%s has words of its own', (form, words) => {
    expect(calendarFile([anEntry({ form, period: '2027-28' })], NOW, 'en')).toContain(`SUMMARY:${words} (`);
  });
});
