import type { WeeklyReport } from '../report/weekly-report.ts';
import type { Day, Instant } from '../time.ts';

/** GET /api/reports: weeks that have a report or could have one, newest first. */
export interface ReportList {
  readonly weeks: readonly {
    readonly monday: Day;
    readonly sunday: Day;
    readonly score: number | null;
    readonly change: number | null;
    /** The week goes on: the report shows it as of now. */
    readonly isRunning: boolean;
  }[];
  readonly nextAt: Instant | null;
}

/** GET /api/reports/:monday. `madeAt` stands beside the report, which is the same whenever it is made. */
export interface MadeReport {
  readonly report: WeeklyReport;
  readonly madeAt: Instant;
}

/** GET /api/reports/:monday/file?format=&language= */
export const REPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
