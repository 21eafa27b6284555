import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { Home, ScanProgress } from '../../core/api/home.ts';

const POLL_EVERY_MS = 1000;
const LOOK_EVERY_MS = 2000;
const MOST_LOOKS = 45;

/** Whether a scan still goes. */
export function isRunning(scan: ScanProgress | null | undefined): boolean {
  return scan != null && scan.state !== 'done' && scan.state !== 'failed';
}

/** The scan that goes now or went last; asked for every second while it runs. */
export function useScan(known: ScanProgress | null | undefined) {
  return useQuery({
    queryKey: KEYS.scan,
    queryFn: ({ signal }) => api.get<ScanProgress | null>('/scans/current', signal),
    enabled: (query) => isRunning(query.state.data ?? known),
    initialData: known ?? null,
    refetchInterval: (query) => (isRunning(query.state.data) ? POLL_EVERY_MS : false),
    refetchIntervalInBackground: false,
  });
}

/**
 * Waits for a scan that begins without us, after a webhook: Home is asked again until it shows another one, and the
 * watch of scans does the rest. The server puts events of half a minute together; after three times that no page asks
 * on.
 */
export function useScanToCome(isAwaited: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!isAwaited) return undefined;
    const newest = () => client.getQueryData<Home>(KEYS.home)?.scan?.id;
    const before = newest();
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > MOST_LOOKS || newest() !== before) clearInterval(timer);
      else void client.invalidateQueries({ queryKey: KEYS.home });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isAwaited, client]);
}

/** Asks for a check of the shop now. */
export function useStartScan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<ScanProgress>('/scans'),
    onSuccess: (scan) => {
      client.setQueryData(KEYS.scan, scan);
      client.setQueryData<Home>(KEYS.home, (home) => (home ? { ...home, scan } : home));
    },
  });
}
