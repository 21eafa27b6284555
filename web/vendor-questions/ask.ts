import type { KeptQuestionnaire, OpenedQuestionnaire, SentQuestionnaire } from '../../core/api/vendor-questions.ts';

/** Why the server gave no answer that helps. */
export type AskTrouble = 'gone' | 'changed' | 'tooLong' | 'refused' | 'tooOften' | 'unreachable';

export class AskError extends Error {
  override readonly name = 'AskError';
  readonly trouble: AskTrouble;
  constructor(trouble: AskTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

const BY_STATUS: Readonly<Record<number, AskTrouble>> = {
  400: 'refused',
  404: 'gone',
  409: 'changed',
  413: 'tooLong',
  429: 'tooOften',
};

/** @throws {AskError} */
export const openLink = (token: string): Promise<OpenedQuestionnaire> => post('open', { token });
/** @throws {AskError} */
export const sendAnswers = (sent: SentQuestionnaire): Promise<KeptQuestionnaire> => post('answers', sent);

async function post<T>(act: string, body: unknown): Promise<T> {
  const answer = await fetch(`/vendor-questions/${act}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch(() => null);
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (said !== null) return said as T;
  throw new AskError(BY_STATUS[answer?.status ?? 0] ?? 'unreachable');
}
