import { describe, expect, it } from '@jest/globals';
import { aDomain } from '../../test/factories.ts';
import { aWeeklyInput, taken } from '../../test/report-inputs.ts';
import { weeklyReport } from '../../core/report/weekly.ts';
import { LANGUAGES } from '../../core/text.ts';
import { reportCsv } from './report-csv.ts';

const report = weeklyReport(aWeeklyInput({ taken: taken({ domains: [aDomain({ isTlsReady: false })] }) }));
const lines = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

describe('a week as a table', () => {
  it.each(LANGUAGES)('has eight columns in each row: %s', (language) => {
    for (const line of lines(reportCsv(report, language))) {
      expect(line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(8);
    }
  });

  it('names each part of the week, in plain codes', () => {
    const sections = new Set(lines(reportCsv(report, 'en')).map((line) => line.split(',')[0]));
    for (const section of ['week', 'open', 'fresh', 'mend_first', 'gst_registration', 'gst_calendar', 'people']) {
      expect(sections).toContain(section);
    }
  });

  it.each(['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\t=1', 'a\r\n=1'])(
    'U6: a vendor called %j is no formula',
    (name) => {
      const hostile = { ...report, vendors: { ...report.vendors, fresh: [name] } };
      const line = reportCsv(hostile, 'en').split('vendors,new,')[1] ?? '';
      expect(line).toMatch(/^"?'/);
    },
  );

  it('writes rupees with two places and days as days', () => {
    const row = lines(reportCsv({ ...report, atStakePaise: 123_450 }, 'en')).find((line) => line.includes('at_stake'));
    expect(row).toBe('week,at_stake,,,,1234.50,,');
  });
});
