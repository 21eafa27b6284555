import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { Role } from '../../core/api/home.ts';
import type {
  Member,
  Members,
  RegistrationRow,
  Registrations,
  Settings,
  SettingsChange,
} from '../../core/api/settings.ts';

export function useRegistrations() {
  return useQuery({
    queryKey: KEYS.registrations,
    queryFn: async ({ signal }) => (await api.get<Registrations>('/registrations', signal)).registrations,
  });
}

/** Adding ticks a step of the guide and gives the GST page another row, so both are asked again. */
export function useAddRegistration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (gstin: string) => api.post<RegistrationRow>('/registrations', { gstin }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.registrations }),
        client.invalidateQueries({ queryKey: KEYS.home }),
        client.invalidateQueries({ queryKey: KEYS.gst }),
      ]),
  });
}

export function useRemoveRegistration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.remove(`/registrations/${encodeURIComponent(id)}`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.registrations }),
        client.invalidateQueries({ queryKey: KEYS.home }),
        client.invalidateQueries({ queryKey: KEYS.gst }),
      ]),
  });
}

export function useSettings() {
  return useQuery({ queryKey: KEYS.settings, queryFn: ({ signal }) => api.get<Settings>('/settings', signal) });
}

export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) => api.patch<Settings>('/settings', change),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.settings }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}

/** The shop's people; only the owner may read them. */
export function useMembers(isOwner: boolean) {
  return useQuery({
    queryKey: KEYS.members,
    queryFn: async ({ signal }) => (await api.get<Members>('/members', signal)).members,
    enabled: isOwner,
  });
}

export function useChangeRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: Role }) =>
      api.patch<Member>(`/members/${encodeURIComponent(userId)}`, { role }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.members }),
        client.invalidateQueries({ queryKey: KEYS.home }),
      ]),
  });
}
