import { useMutation } from '@tanstack/react-query';
import { api } from './client.ts';

/** Tells the server that this person was told of the news. By itself: home must not bring all of alerts along. */
export function useSawAlerts() {
  return useMutation({ mutationFn: () => api.post<null>('/alerts/seen', {}) });
}
