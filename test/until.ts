import { setTimeout as sleep } from 'node:timers/promises';

const MAX_WAIT_MS = 20_000;

/** Waits until something is so; fails with its name when it never is. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  maxWaitMs = MAX_WAIT_MS,
): Promise<T> {
  for (const end = Date.now() + maxWaitMs; Date.now() < end; await sleep(25)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`never happened: ${what}`);
}
