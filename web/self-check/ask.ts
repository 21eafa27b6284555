import type { DeviceReport, KeptSelfCheck, OpenedSelfCheck, PasswordVerdict } from '../../core/api/self-check.ts';

/** Why the server gave no answer that helps. */
export type AskTrouble = 'gone' | 'tooOften' | 'unreachable';

export class AskError extends Error {
  override readonly name = 'AskError';
  readonly trouble: AskTrouble;
  constructor(trouble: AskTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** @throws {AskError} */
export const openLink = (token: string): Promise<OpenedSelfCheck> => post('open', { token });
/** @throws {AskError} */
export const sendPassword = (verdict: PasswordVerdict): Promise<KeptSelfCheck> => post('password', verdict);
/** @throws {AskError} */
export const sendDevice = (report: DeviceReport): Promise<KeptSelfCheck> => post('device', report);

async function post<T>(act: string, body: unknown): Promise<T> {
  const answer = await fetch(`/self-check/${act}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch(() => null);
  if (answer?.ok) return (await answer.json()) as T;
  throw new AskError(answer?.status === 404 ? 'gone' : answer?.status === 429 ? 'tooOften' : 'unreachable');
}
