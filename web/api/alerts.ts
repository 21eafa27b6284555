import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { filterOf, searchOf, type AlertQuery } from '../pages/alerts/alert-query.ts';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { AlertDetail, AlertPage, ChangedAlerts, SuppressAlerts } from '../../core/api/alerts.ts';
import type { Language } from '../../core/text.ts';

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

/** Every alert of a filter, over all its pages, as comma-separated values in words. */
export function alertsAsCsv(query: AlertQuery, language: Language): Promise<string> {
  return api.text(`/alerts.csv?${filterOf(query)}&language=${language}`);
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
