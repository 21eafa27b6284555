import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { CheckBoard, Home } from '../../core/api/home.ts';

/** The first page in one answer; the person's role and language come with it. */
export const homeQuery = queryOptions({
  queryKey: KEYS.home,
  queryFn: ({ signal }) => api.get<Home>('/home', signal),
});

export function useHome() {
  return useQuery(homeQuery);
}

/** What the signed-in person may do. Until the role is known, nothing that changes something. */
export function useMay(): { readonly manage: boolean; readonly own: boolean; readonly isKnown: boolean } {
  const role = useHome().data?.me.role;
  return { manage: role === 'owner' || role === 'manager', own: role === 'owner', isKnown: role !== undefined };
}

export function useCheckBoard() {
  return useQuery({ queryKey: KEYS.checks, queryFn: ({ signal }) => api.get<CheckBoard>('/checks', signal) });
}
