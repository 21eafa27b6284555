import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { searchOf, type AlertQuery } from '../pages/alerts/alert-query.ts';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { AlertDetail, AlertPage, AlertSummary, ChangedAlerts, SuppressAlerts } from '../../core/api/alerts.ts';

/** More pages than any shop fills; an export stops there rather than never. */
const MOST_EXPORT_PAGES = 200;

export function useAlerts(query: AlertQuery) {
  return useQuery({
    queryKey: KEYS.alertPage(query),
    queryFn: ({ signal }) => api.get<AlertPage>(`/alerts?${searchOf(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAlert(id: string) {
  return useQuery({
    queryKey: KEYS.alert(id),
    queryFn: ({ signal }) => api.get<AlertDetail>(`/alerts/${encodeURIComponent(id)}`, signal),
  });
}

/** Every alert of a filter, page after page, for the export. */
export async function allAlerts(query: AlertQuery): Promise<readonly AlertSummary[]> {
  const alerts: AlertSummary[] = [];
  for (let page = 1; page <= MOST_EXPORT_PAGES; page += 1) {
    const answer = await api.get<AlertPage>(`/alerts?${searchOf({ ...query, page })}`);
    alerts.push(...answer.alerts);
    if (answer.alerts.length === 0 || alerts.length >= answer.total) break;
  }
  return alerts;
}

/** What a person can do to alerts; each makes the lists and Home stale. */
export type AlertAct =
  | { readonly kind: 'acknowledge' | 'reopen'; readonly ids: readonly string[] }
  | ({ readonly kind: 'suppress' } & SuppressAlerts);

export function useAlertAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: AlertAct) => api.post<ChangedAlerts>(`/alerts/${kind}`, body),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.allAlerts }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}
