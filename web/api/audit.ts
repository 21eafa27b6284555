import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { AuditFormat, AuditPage, AuditProof } from '../../core/api/audit.ts';
import type { ActorKind } from '../../core/audit/audit-entry.ts';
import type { Language } from '../../core/text.ts';

/** The log, newest first, fifty lines more each time. */
export function useAudit(actor: ActorKind | null) {
  return useInfiniteQuery({
    queryKey: KEYS.audit(actor),
    queryFn: ({ signal, pageParam }) => api.get<AuditPage>(`/audit${queryOf(actor, pageParam)}`, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
}

function queryOf(actor: ActorKind | null, before: number | null): string {
  const query = new URLSearchParams();
  if (actor !== null) query.set('actor', actor);
  if (before !== null) query.set('before', String(before));
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** Walks the whole log on the server. */
export const useVerifyAudit = () => useMutation({ mutationFn: () => api.get<AuditProof>('/audit/verify') });

export const auditFile = (format: AuditFormat, language: Language): Promise<Blob> =>
  api.blob(`/audit/file?format=${format}&language=${language}`);

export const evidencePack = (language: Language): Promise<Blob> => api.blob(`/evidence-pack?language=${language}`);
