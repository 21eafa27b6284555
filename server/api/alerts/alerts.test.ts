import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AlertSummary } from '../../../core/api/alerts.ts';
import { csvCell } from '../../../core/csv/csv-cell.ts';
import { alertsCsv } from './alerts.csv.ts';
import { endOfIndianDay } from './alerts.service.ts';

describe('U6: a cell of the export', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+91', "'+91"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =HYPERLINK("https://evil.example")', `"'  =HYPERLINK(""https://evil.example"")"`],
    ['\uFF1D1+1', "'\uFF1D1+1"],
    ['\u00A0=1', "'\u00A0=1"],
    ['\u200B\u202E=1', "'\u200B\u202E=1"],
    ['\uFEFF@x', "'\uFEFF@x"],
    ['\0=1', "'\0=1"],
    ['\u0001+1', "'\u0001+1"],
    ['\0', "'\0"],
    ['\r', `"'\r"`],
    ['a shop\n=1+1', `"'a shop\n=1+1"`],
    ['a shop\r  -1', `"'a shop\r  -1"`],
    ['=1"&"2', `"'=1""&""2"`],
    ['a-b+c=d@e', 'a-b+c=d@e'],
    ['12.50', '12.50'],
    ['नमस्ते', 'नमस्ते'],
  ])('%j: %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('U6: a table of hostile cells', () => {
  const hostile = ['=cmd|x', '"', ',', '\r\n', '",=1', '"\n=1', "'=1", '+\u0000', 'a"b\r\n"c', '  @', ''];

  it('reads back as it was, but for an apostrophe before what begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { minLength: 1 }), (texts) => {
        const read = readCsvLine(texts.map(csvCell).join(','));
        expect(read.map((cell, at) => (cell === texts[at] ? cell : cell.replace(/^'/, '')))).toEqual(texts);
        for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

/** RFC 4180: one record, quotes doubled, line breaks inside quotes. */
function readCsvLine(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

describe('the export', () => {
  const alert: AlertSummary = {
    id: 'a'.repeat(24),
    checkId: 'security/form-captcha',
    messageId: 'off',
    data: {},
    subject: '=cmd',
    area: 'security',
    severity: 'medium',
    status: 'open',
    atStakePaise: 123_450,
    adminPath: null,
    firstObservedAt: '2026-11-22T13:10:00.000Z',
    lastObservedAt: '2026-11-22T13:10:00.000Z',
    resolvedAt: null,
    suppressedUntil: null,
    suppression: null,
    dueOn: '2026-12-22',
    assigneeId: null,
  };

  it('has a mark for Excel, a head, one line an alert, rupees, and no formula', () => {
    const csv = alertsCsv([alert], 'en');
    expect(csv.startsWith('\uFEFFid,check,title,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
    expect(csv).toContain(",'=cmd,security,medium,open,2026-12-22,1234.50,");
  });

  it('speaks Hindi', () => {
    expect(alertsCsv([alert], 'hi')).toMatch(/[\u0900-\u097F]/);
  });
});

describe('a day of India to suppress until', () => {
  const now = new Date('2026-11-22T18:45:00.000Z'); // 00:15 on 23 November in India

  it('ends when the day ends there', () => {
    expect(endOfIndianDay('2026-11-23', now).toISOString()).toBe('2026-11-23T18:29:59.999Z');
  });

  it.each([
    ['2026-11-22', 'past'], // over since a quarter of an hour
    ['2027-11-24', 'too_far'], // 366 days ahead
  ])('%s: %s', (day, code) => {
    let refusal: unknown;
    try {
      endOfIndianDay(day, now);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ status: 400, fields: { until: code } });
  });

  it('may be the 365th day ahead', () => {
    expect(endOfIndianDay('2027-11-23', now).toISOString()).toBe('2027-11-23T18:29:59.999Z');
  });
});
