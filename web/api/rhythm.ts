import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { RhythmBoard } from '../../core/api/rhythm.ts';

/** While something goes on, and while nothing does. */
const LOOK_EVERY_MS = 2_000;
const LOOK_SELDOM_MS = 60_000;

/** What runs by itself; asked again and again while something goes on. */
export function useRhythm() {
  return useQuery({
    queryKey: KEYS.rhythm,
    queryFn: ({ signal }) => api.get<RhythmBoard>('/rhythm', signal),
    refetchInterval: ({ state }) => (state.data?.rows.some(({ now }) => now !== null) ? LOOK_EVERY_MS : LOOK_SELDOM_MS),
    refetchIntervalInBackground: false,
  });
}

/** Has a piece of work done again that was given up. */
export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<RhythmBoard>(`/rhythm/failed/${encodeURIComponent(id)}/retry`),
    onSuccess: (board) => {
      client.setQueryData(KEYS.rhythm, board);
      return client.invalidateQueries({ queryKey: KEYS.home });
    },
  });
}
