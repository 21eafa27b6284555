/** The server gave no answer that helps. */
export class AskError extends Error {
  override readonly name = 'AskError';
  /** Of the answer; null: there was none. */
  readonly status: number | null;
  constructor(status: number | null) {
    super(status === null ? 'no answer' : `answered ${status}`);
    this.status = status;
  }
}

/**
 * One act of a person behind a link. What she is known by goes along as the page's cookie.
 *
 * @throws {AskError} refused, unreachable, or an answer that cannot be read
 */
export async function ask<T>(address: string, body: unknown): Promise<T> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
  }).catch(() => null);
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (said !== null) return said as T;
  throw new AskError(answer?.status ?? null);
}
