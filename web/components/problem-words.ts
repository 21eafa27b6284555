import { ApiProblem, OfflineProblem } from '../api/problems.ts';
import type { TFunction } from 'i18next';

/** What an error means for the person: one title, and what to do. Never the server's own wording, which is English. */
export function problemWords(error: unknown, t: TFunction): { readonly title: string; readonly words: string } {
  const kind = kindOf(error);
  if (kind === 'tooManyRequests') {
    const minutes = Math.max(1, Math.ceil(((error as ApiProblem).retryAfterS ?? 60) / 60));
    return { title: t('problem.tooManyRequests.title'), words: t('problem.tooManyRequests.words', { count: minutes }) };
  }
  return { title: t(`problem.${kind}.title`), words: t(`problem.${kind}.words`) };
}

type ProblemKind =
  'offline' | 'tooManyRequests' | 'forbidden' | 'notFound' | 'conflict' | 'signIn' | 'refused' | 'server';

function kindOf(error: unknown): ProblemKind {
  if (error instanceof OfflineProblem) return 'offline';
  if (!(error instanceof ApiProblem)) return 'server';
  const { status } = error.problem;
  if (status === 429) return 'tooManyRequests';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 409) return 'conflict';
  if (status === 401) return 'signIn';
  return status < 500 ? 'refused' : 'server';
}
