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

/** When each registration was asked about last, by GSTIN. */
type Questions = ReadonlyMap<string, string | null>;

/**
 * Asks the look-up service about every registration. The answers come later, by a job: until all are there, or for a
 * while, the page is asked again. So it is, too, after a service was connected or a GSTIN added: `gstins` are all of
 * the shop's.
 */
export function useAskNow(entries: readonly RegistryEntry[], gstins: readonly string[]) {
  const client = useQueryClient();
  const now = questionsOf(entries, gstins);
  const [before, setBefore] = useState<Questions | null>(() => ([...now.values()].includes(null) ? now : null));
  const answered = before === null ? 0 : [...now].filter(([gstin, at]) => at !== (before.get(gstin) ?? null)).length;
  const isAwaited = before !== null && answered < now.size;
  const ask = useMutation({
    mutationFn: () => api.post<LookUpState>('/look-ups/now'),
    onSuccess: (lookUps) => {
      client.setQueryData<GstHome>(KEYS.gst, (gst) => (gst ? { ...gst, lookUps } : gst));
      setBefore(now);
    },
  });

  useEffect(() => {
    if (!isAwaited) return undefined;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= MOST_LOOKS) setBefore(null);
      void client.invalidateQueries({ queryKey: KEYS.gst });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isAwaited, client]);

  useEffect(() => {
    // A change that was noticed is followed by a check.
    if (answered > 0) void client.invalidateQueries({ queryKey: KEYS.home });
  }, [answered, client]);

  return { ask, isWaiting: isAwaited && answered === 0 };
}

function questionsOf(entries: readonly RegistryEntry[], gstins: readonly string[]): Questions {
  const asked = new Map(entries.map((entry) => [entry.gstin, entry.asked?.at ?? null]));
  return new Map(gstins.map((gstin) => [gstin, asked.get(gstin) ?? null]));
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
