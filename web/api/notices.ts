import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { useMay } from './home.ts';
import { KEYS } from './keys.ts';
import type {
  Deliveries,
  FlowSettings,
  NewReader,
  NewWebhook,
  NoticeSettings,
  ReaderChange,
  WebhookTest,
  WebhookWithSecret,
} from '../../core/api/notices.ts';
import type { QuietHours } from '../../core/notices/rules.ts';

/** Addresses and targets: only managers and owners may read them. */
export function useNotices() {
  const may = useMay();
  return useQuery({
    queryKey: KEYS.notices,
    queryFn: ({ signal }) => api.get<NoticeSettings>('/notices', signal),
    enabled: may.manage,
  });
}

/** What was sent, and what waits. */
export function useDeliveries() {
  const may = useMay();
  return useQuery({
    queryKey: KEYS.deliveries,
    queryFn: ({ signal }) => api.get<Deliveries>('/notices/deliveries', signal),
    enabled: may.manage,
  });
}

export type WebhookChange = Partial<Omit<NewWebhook, 'url'>> & { readonly isOn?: boolean };

/**
 * What can be changed of who hears of what. Each is one call; after it all is asked anew. Nobody waits for that: a row
 * that is gone could no longer say so.
 */
export type NoticeAct =
  | { readonly act: 'quiet'; readonly quietHours: QuietHours | null }
  | { readonly act: 'add-reader'; readonly reader: NewReader }
  | { readonly act: 'change-reader'; readonly id: string; readonly change: ReaderChange }
  | { readonly act: 'remove-reader'; readonly id: string }
  | { readonly act: 'invite-reader'; readonly id: string }
  | { readonly act: 'change-webhook'; readonly id: string; readonly change: WebhookChange }
  | { readonly act: 'remove-webhook'; readonly id: string }
  | { readonly act: 'flow'; readonly flow: FlowSettings }
  | { readonly act: 'send-again'; readonly id: string };

export function useChangeNotices() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (act: NoticeAct) => send(act), onSettled: () => void refresh(client) });
}

function send(act: NoticeAct): Promise<unknown> {
  switch (act.act) {
    case 'quiet':
      return api.patch('/notices', { quietHours: act.quietHours });
    case 'add-reader':
      return api.post('/notices/readers', act.reader);
    case 'change-reader':
      return api.patch(`/notices/readers/${encodeURIComponent(act.id)}`, act.change);
    case 'remove-reader':
      return api.remove(`/notices/readers/${encodeURIComponent(act.id)}`);
    case 'invite-reader':
      return api.post(`/notices/readers/${encodeURIComponent(act.id)}/invite`);
    case 'change-webhook':
      return api.patch(`/notices/webhooks/${encodeURIComponent(act.id)}`, act.change);
    case 'remove-webhook':
      return api.remove(`/notices/webhooks/${encodeURIComponent(act.id)}`);
    case 'flow':
      return api.patch('/notices/flow', act.flow);
    case 'send-again':
      return api.post(`/notices/deliveries/${encodeURIComponent(act.id)}/again`);
  }
}

/** The answer holds a secret, which is shown once and lives as long as the page that shows it. */
export function useAddWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (webhook: NewWebhook) => api.post<WebhookWithSecret>('/notices/webhooks', webhook),
    onSuccess: () => refresh(client),
    gcTime: 0,
  });
}

/** As above: the new secret, beside the old one for a while. */
export function useRotateSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<WebhookWithSecret>(`/notices/webhooks/${encodeURIComponent(id)}/secret`),
    onSuccess: () => refresh(client),
    gcTime: 0,
  });
}

export function useTestWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<WebhookTest>(`/notices/webhooks/${encodeURIComponent(id)}/test`),
    onSettled: () => refresh(client),
  });
}

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: KEYS.notices });
