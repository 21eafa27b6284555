import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { useMay } from './home.ts';
import { KEYS } from './keys.ts';
import type { Invitation, SelfCheckPurpose } from '../../core/api/self-check.ts';
import type {
  AddAccount,
  AddPerson,
  ChangeAccount,
  ChangePerson,
  ConfirmAccounts,
  IdentityProvider,
  ImportPreview,
  ImportRequest,
  ImportResult,
  MergePeople,
  PeopleRegister,
  UseService,
} from '../../core/api/people.ts';

/** The register: names and addresses, so only managers and owners may read it. */
export function usePeople() {
  const may = useMay();
  return useQuery({
    queryKey: KEYS.people,
    queryFn: ({ signal }) => api.get<PeopleRegister>('/people', signal),
    enabled: may.manage,
  });
}

/** What a manager can change of the register. Each is one call; after it the register is asked anew. */
export type PeopleAct =
  | ({ readonly act: 'add-person' } & AddPerson)
  | { readonly act: 'change-person'; readonly id: string; readonly change: ChangePerson }
  | { readonly act: 'remove-person'; readonly id: string }
  | ({ readonly act: 'merge' } & MergePeople)
  | ({ readonly act: 'add-account' } & AddAccount)
  | { readonly act: 'change-account'; readonly id: string; readonly change: ChangeAccount }
  | { readonly act: 'remove-account'; readonly id: string }
  | ({ readonly act: 'confirm' } & ConfirmAccounts)
  | ({ readonly act: 'use-service' } & UseService)
  | { readonly act: 'withdraw-invitations'; readonly id: string };

/** Changes the register. A check follows by itself, so Home is asked again too. */
export function useChangePeople() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (act: PeopleAct) => send(act), onSettled: () => refresh(client) });
}

function send(act: PeopleAct): Promise<unknown> {
  switch (act.act) {
    case 'add-person':
      return api.post('/people', { name: act.name, email: act.email, role: act.role } satisfies AddPerson);
    case 'change-person':
      return api.patch(`/people/${encodeURIComponent(act.id)}`, act.change);
    case 'remove-person':
      return api.remove(`/people/${encodeURIComponent(act.id)}`);
    case 'merge':
      return api.post('/people/merge', { from: act.from, into: act.into });
    case 'add-account':
      return api.post('/accounts', { personId: act.personId, service: act.service, login: act.login });
    case 'change-account':
      return api.patch(`/accounts/${encodeURIComponent(act.id)}`, act.change);
    case 'remove-account':
      return api.remove(`/accounts/${encodeURIComponent(act.id)}`);
    case 'confirm':
      return confirmAll(act.ids);
    case 'use-service':
      return api.patch('/services', { service: act.service, isUsed: act.isUsed });
    case 'withdraw-invitations':
      return api.remove(`/people/${encodeURIComponent(act.id)}/invitations`);
  }
}

/** The server takes so many at once. */
const MOST_CONFIRMED = 500;

async function confirmAll(ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += MOST_CONFIRMED) {
    await api.post('/accounts/confirm', { ids: ids.slice(at, at + MOST_CONFIRMED) } satisfies ConfirmAccounts);
  }
}

/** The answer holds a link that opens a self-check for one person. Whoever has it can use it, so it is shown once. */
export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, purpose }: { id: string; purpose: SelfCheckPurpose }) =>
      api.post<Invitation>(`/people/${encodeURIComponent(id)}/invitations`, { purpose }),
    onSuccess: () => refresh(client),
    // The link lives as long as the page that shows it.
    gcTime: 0,
  });
}

export function usePreviewImport() {
  return useMutation({
    mutationFn: (request: ImportRequest) => api.post<ImportPreview>('/people/import/preview', request),
  });
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ImportRequest) => api.post<ImportResult>('/people/import', request),
    onSuccess: () => refresh(client),
  });
}

export function useUndoImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post(`/people/import/${encodeURIComponent(id)}/undo`),
    onSettled: () => refresh(client),
  });
}

export function useConnectProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ provider, credentials }: { provider: IdentityProvider; credentials: Record<string, string> }) =>
      api.put(`/identity/${provider}`, { credentials }),
    onSuccess: () => refresh(client),
    gcTime: 0,
  });
}

export function useDisconnectProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (provider: IdentityProvider) => api.remove(`/identity/${provider}`),
    onSuccess: () => refresh(client),
  });
}

export function useReadProvider() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (provider: IdentityProvider) => api.post(`/identity/${provider}/now`),
    onSuccess: () => refresh(client),
  });
}

/** The register as CSV text. */
export function peopleFile(): Promise<string> {
  return api.text('/people.csv');
}

function refresh(client: QueryClient) {
  return Promise.all([
    client.invalidateQueries({ queryKey: KEYS.people }),
    client.invalidateQueries({ queryKey: KEYS.home }),
  ]);
}
