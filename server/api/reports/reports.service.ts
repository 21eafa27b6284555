import type { MadeReport, ReportFormat, ReportList } from '../../../core/api/reports.ts';
import { reportJson } from '../../../core/report/weekly.ts';
import type { WeeklyReport } from '../../../core/report/weekly-report.ts';
import type { Language } from '../../../core/text.ts';
import type { Day } from '../../../core/time.ts';
import type { Clock } from '../../clock.ts';
import { NotFoundError, TooManyRequestsError } from '../../errors.ts';
import { reportCsv } from '../../report/report-csv.ts';
import type { ReportSide } from '../../report/report-side.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type DrawReportPdf = (report: WeeklyReport, language: Language) => Promise<Buffer>;

export type ReportService = ReturnType<typeof reportService>;

/** Weeks of the shop, to be read, saved and sent. */
export function reportService({
  reports,
  drawPdf,
  clock,
}: {
  reports: Pick<ReportSide, 'maker' | 'schedule' | 'weeks' | 'sendAgain'>;
  drawPdf: DrawReportPdf;
  clock: Clock;
}) {
  /** @throws {NotFoundError} the day begins no week of this shop, or nothing is kept of it */
  async function made({ shop }: Merchant, monday: Day): Promise<MadeReport> {
    const report = await reports.maker.make(shop, monday);
    if (!report) throw new NotFoundError('There is no report of this week.');
    return report;
  }

  return {
    made,

    async list({ shop }: Merchant): Promise<ReportList> {
      const nextAt = await reports.schedule.nextAt(shop);
      return { weeks: await reports.weeks(shop), nextAt: nextAt?.toISOString() ?? null };
    },

    /** As the file of a week: JSON is the same whenever it is made. */
    async file(
      merchant: Merchant,
      { monday, format, language }: { monday: Day; format: ReportFormat; language: Language },
    ): Promise<string | Buffer> {
      const { report } = await made(merchant, monday);
      if (format === 'json') return reportJson(report);
      return format === 'csv' ? reportCsv(report, language) : drawPdf(report, language);
    },

    /**
     * Sends a week to all who get the weekly report, once an hour. Answers to how many.
     * @throws {TooManyRequestsError} it was sent less than an hour ago
     */
    async send(merchant: Merchant, monday: Day): Promise<{ readonly deliveries: number }> {
      requireRole(merchant, 'manager');
      await made(merchant, monday);
      const freeAt = await reports.schedule.askToSend(merchant.shop);
      if (freeAt) {
        const waitMs = freeAt.getTime() - clock.now().getTime();
        throw new TooManyRequestsError(
          'The report was sent less than an hour ago. Try again later.',
          Math.max(1, waitMs / 1000),
        );
      }
      return { deliveries: await reports.sendAgain(merchant.shop, monday) };
    },
  };
}
