import type { MadeReport, ReportList } from '../../core/api/reports.ts';

/** The part of the fake shop that holds weekly reports. */
export interface HeldReports {
  reportList: ReportList;
  /** By their Monday. */
  reports: Record<string, MadeReport>;
  /** Mondays that were asked to be sent. */
  sentReports: string[];
}

export function noReports(): HeldReports {
  return { reportList: { weeks: [], nextAt: null }, reports: {}, sentReports: [] };
}

export function reportsRoute(held: HeldReports, method: string, path: string, body: unknown): unknown {
  const [, , monday = '', rest] = path.split('/');
  if (method === 'POST') {
    held.sentReports.push((body as { monday: string }).monday);
    return { deliveries: 2 };
  }
  if (monday === '') return held.reportList;
  return rest === 'file' ? `file of ${monday}` : held.reports[monday];
}
