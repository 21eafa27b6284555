import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { MadeReport, ReportFormat, ReportList } from '../../core/api/reports.ts';
import type { Language } from '../../core/text.ts';
import type { Day } from '../../core/time.ts';

/** Weeks that have a report, newest first. */
export function useReports() {
  return useQuery({ queryKey: KEYS.reports, queryFn: ({ signal }) => api.get<ReportList>('/reports', signal) });
}

/** One week; asked for when it is known which. */
export function useReport(monday: Day | null) {
  return useQuery({
    queryKey: KEYS.report(monday ?? ''),
    queryFn: ({ signal }) => api.get<MadeReport>(`/reports/${monday ?? ''}`, signal),
    enabled: monday !== null,
  });
}

/** A whole file, to be saved. */
export function reportFile(monday: Day, format: ReportFormat, language: Language): Promise<Blob> {
  return api.blob(`/reports/${monday}/file?${new URLSearchParams({ format, language }).toString()}`);
}

/** Answers to how many readers and webhooks the week goes. */
export function useSendReport() {
  return useMutation({
    mutationFn: (monday: Day) => api.post<{ readonly deliveries: number }>('/reports/send', { monday }),
  });
}
