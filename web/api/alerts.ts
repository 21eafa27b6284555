import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { filterOf, searchOf, type AlertQuery } from '../pages/alerts/alert-query.ts';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type {
  AlertDetail,
  AlertGroups,
  AlertPage,
  AssignAlerts,
  ChangedAlerts,
  NewComment,
  SuppressAlerts,
  SuppressionKind,
} from '../../core/api/alerts.ts';
import type { Language } from '../../core/text.ts';

export function useAlerts(query: AlertQuery) {
  return useQuery({
    queryKey: KEYS.alertPage(query),
    queryFn: ({ signal }) => api.get<AlertPage>(`/alerts?${searchOf(query)}`, signal),
    placeholderData: keepPreviousData,
    enabled: query.group === null,
  });
}

/** The same alerts, gathered; asked only where the page shows groups. */
export function useAlertGroups(query: AlertQuery) {
  return useQuery({
    queryKey: KEYS.alertGroups(query),
    queryFn: ({ signal }) =>
      api.get<AlertGroups>(`/alerts/groups?${searchOf(query)}&by=${query.group ?? 'control'}`, signal),
    placeholderData: keepPreviousData,
    enabled: query.group !== null,
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
  | ({ readonly kind: 'assign' } & AssignAlerts)
  | ({ readonly kind: 'suppress'; readonly suppression: SuppressionKind } & Omit<SuppressAlerts, 'kind'>);

export function useAlertAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: AlertAct) => api.post<ChangedAlerts>(`/alerts/${act.kind}`, bodyOf(act)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.allAlerts }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}

function bodyOf(act: AlertAct) {
  switch (act.kind) {
    case 'suppress': {
      const { ids, reason, until, suppression } = act;
      return { ids, reason, until, kind: suppression };
    }
    case 'assign':
      return { ids: act.ids, personId: act.personId };
    default:
      return { ids: act.ids };
  }
}

/** What a person writes beside an alert, and takes back. */
export type CommentAct =
  ({ readonly kind: 'add' } & NewComment) | { readonly kind: 'take-back'; readonly commentId: string };

export function useCommentAct(alertId: string) {
  const client = useQueryClient();
  const path = `/alerts/${encodeURIComponent(alertId)}/comments`;
  return useMutation({
    mutationFn: (act: CommentAct): Promise<unknown> =>
      act.kind === 'add'
        ? api.post<AlertDetail>(path, { text: act.text })
        : api.remove(`${path}/${encodeURIComponent(act.commentId)}`),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.alert(alertId) }),
  });
}
