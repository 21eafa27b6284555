import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { BeaconState } from '../../core/api/scripts.ts';

/** Whether visitors' browsers report scripts. */
export function useBeacon() {
  return useQuery({ queryKey: KEYS.beacon, queryFn: ({ signal }) => api.get<BeaconState>('/beacon', signal) });
}

/** What was asked of Shopify may have failed half way, so the state is read anew either way. */
export function useSwitchBeacon() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => api.put<BeaconState>('/beacon', { isOn }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.beacon }),
        client.invalidateQueries({ queryKey: KEYS.scripts }),
      ]),
  });
}
