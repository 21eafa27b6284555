import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type {
  ConnectLookUps,
  GstHome,
  LookUpState,
  StatedRegistrationChange,
  TaxProfileChange,
} from '../../core/api/gst.ts';
import type { RegistryEntry } from '../../core/evidence/registry.ts';
import type { TaxProfile } from '../../core/evidence/tax-profile.ts';
import type { Language } from '../../core/text.ts';

/** Everything the GST page shows, in one answer. */
export function useGst() {
  return useQuery({ queryKey: KEYS.gst, queryFn: ({ signal }) => api.get<GstHome>('/gst', signal) });
}

/** What the merchant states of the business. A check follows by itself, so Home is asked again too. */
export function useChangeProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TaxProfileChange) => api.patch<TaxProfile>('/gst/profile', change),
    onSuccess: (profile) => keepProfile(client, profile),
  });
}

/** `id` is that of /registrations. */
export function useChangeStated() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: StatedRegistrationChange }) =>
      api.patch<TaxProfile>(`/gst/registrations/${encodeURIComponent(id)}`, change),
    onSuccess: (profile) => keepProfile(client, profile),
  });
}

function keepProfile(client: QueryClient, profile: TaxProfile) {
  client.setQueryData<GstHome>(KEYS.gst, (gst) => (gst ? { ...gst, profile } : gst));
  return client.invalidateQueries({ queryKey: KEYS.home });
}

export function useLookUps() {
  return useQuery({ queryKey: KEYS.lookUps, queryFn: ({ signal }) => api.get<LookUpState>('/look-ups', signal) });
}

export function useConnectLookUps() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (connection: ConnectLookUps) => api.put<LookUpState>('/look-ups', connection),
    onSuccess: (state) => {
      client.setQueryData(KEYS.lookUps, state);
      return client.invalidateQueries({ queryKey: KEYS.gst });
    },
  });
}

export function useDisconnectLookUps() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.remove('/look-ups'),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.lookUps }),
        client.invalidateQueries({ queryKey: KEYS.gst }),
      ]),
  });
}

const LOOK_EVERY_MS = 2000;
const MOST_LOOKS = 10;

/**
 * Asks the look-up service about every registration. The answers come later, by a job: until one is there, or for a
 * while, the page is asked again.
 */
export function useAskNow(entries: readonly RegistryEntry[]) {
  const client = useQueryClient();
  const [before, setBefore] = useState<string | null>(null);
  const isAnswered = before !== null && before !== newestQuestion(entries);
  const ask = useMutation({
    mutationFn: () => api.post<LookUpState>('/look-ups/now'),
    onSuccess: (lookUps) => {
      client.setQueryData<GstHome>(KEYS.gst, (gst) => (gst ? { ...gst, lookUps } : gst));
      setBefore(newestQuestion(entries));
    },
  });

  useEffect(() => {
    if (before === null) return undefined;
    if (isAnswered) {
      setBefore(null);
      // A change that was noticed is followed by a check.
      void client.invalidateQueries({ queryKey: KEYS.home });
      return undefined;
    }
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= MOST_LOOKS) setBefore(null);
      void client.invalidateQueries({ queryKey: KEYS.gst });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [before, isAnswered, client]);

  return { ask, isWaiting: before !== null };
}

function newestQuestion(entries: readonly RegistryEntry[]): string {
  return entries.reduce((newest, { asked }) => (asked !== null && asked.at > newest ? asked.at : newest), '');
}

/** Whole lists behind the cards, as files. */
export const GST_FILES = {
  taxAudit: { path: '/gst/tax-audit.csv', name: 'prahari-tax-audit', ending: 'csv', type: 'text/csv' },
  hsn: { path: '/gst/hsn.csv', name: 'prahari-hsn', ending: 'csv', type: 'text/csv' },
  calendar: { path: '/gst/calendar.ics', name: 'prahari-gst-calendar', ending: 'ics', type: 'text/calendar' },
} as const;
export type GstFile = keyof typeof GST_FILES;

export function gstFile(file: GstFile, language: Language): Promise<string> {
  return api.text(`${GST_FILES[file].path}?language=${language}`);
}
