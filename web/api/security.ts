import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import { sendFile } from './send-file.ts';
import type { AlertPage } from '../../core/api/alerts.ts';
import type { EvidenceList, QuestionRow, SecurityBoard, ThemeBaselineState } from '../../core/api/security.ts';
import type { AttestedAnswer } from '../../core/evidence/attestations.ts';

/** The ten steps of the newest judged snapshot. */
export function useSecurity() {
  return useQuery({ queryKey: KEYS.security, queryFn: ({ signal }) => api.get<SecurityBoard>('/security', signal) });
}

/** What is known, from where, until when. */
export function useEvidence() {
  return useQuery({ queryKey: KEYS.evidence, queryFn: ({ signal }) => api.get<EvidenceList>('/evidence', signal) });
}

/** Every question that only a person can answer, with its newest answer. */
export function useQuestions() {
  return useQuery({
    queryKey: KEYS.questions,
    queryFn: ({ signal }) => api.get<readonly QuestionRow[]>('/attestations', signal),
  });
}

export interface NewStatement {
  readonly questionId: string;
  readonly answer: AttestedAnswer;
}

/** States something. The answer is judged by the next check, which follows by itself. */
export function useStateAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ questionId, answer }: NewStatement) => api.put(pathOf(questionId), { answer }),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.questions }),
  });
}

export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (questionId: string) => api.remove(pathOf(questionId)),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.questions }),
  });
}

/** The paper behind a statement. `onShare`: how much of it went out, 0 to 1. */
export function useSendPaper(onShare: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ questionId, file }: { questionId: string; file: File }) =>
      sendFile(`${pathOf(questionId)}/file`, file, onShare),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.questions }),
  });
}

export function paperOf(questionId: string): Promise<Blob> {
  return api.blob(`${pathOf(questionId)}/file`);
}

function pathOf(questionId: string): string {
  return `/attestations/${encodeURIComponent(questionId)}`;
}

/** What changed in the published theme since a person accepted it. */
export function useBaseline() {
  return useQuery({
    queryKey: KEYS.baseline,
    queryFn: ({ signal }) => api.get<ThemeBaselineState>('/theme-baseline', signal),
  });
}

export function useAcceptTheme() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<ThemeBaselineState>('/theme-baseline'),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.baseline }),
  });
}

/** Security alerts that somebody put aside, gravest first; the first page of them. */
export function useAcceptedRisks() {
  return useQuery({
    queryKey: KEYS.acceptedRisks,
    queryFn: ({ signal }) => api.get<AlertPage>('/alerts?status=suppressed&area=security&sort=severity&page=1', signal),
  });
}
