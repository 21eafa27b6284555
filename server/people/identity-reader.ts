import { setTimeout as sleep } from 'node:timers/promises';
import type { IdentityProvider, ProviderProblem } from '../../core/api/people.ts';
import type { Clock } from '../clock.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { Log } from '../log.ts';
import { nextDailyLookUp } from '../verify/look-up-times.ts';
import type { IdentityStore, OpenProvider } from './identity-store.ts';
import type { ReadingStore } from './keep-reading.ts';
import { sourceClient } from './source-client.ts';
import { IDENTITY_SOURCES } from './sources/index.ts';
import { ReadingProblem, type IdentitySource } from './sources/source.ts';

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;

/** After these the provider is left alone for a while, and asked again by itself. */
const PASSING: ReadonlySet<ProviderProblem> = new Set(['limited', 'unreachable']);

export interface IdentityReaderDeps {
  readonly connections: IdentityStore;
  readonly readings: ReadingStore;
  readonly guardedFetch: GuardedFetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly sources?: Readonly<Record<IdentityProvider, IdentitySource>>;
  /** Tests move their clock instead. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Reads the identity providers that are due, each whole or not at all. Safe to repeat and to break off. */
export function identityReader(deps: IdentityReaderDeps) {
  const { connections, readings, clock, log, sources = IDENTITY_SOURCES, pause = sleep } = deps;

  /** Whether something changed that a check may judge by. */
  async function readOne(shop: string, open: OpenProvider): Promise<boolean> {
    const { provider, revision, credentials, pausedUntil, failuresInRow } = open;
    const now = clock.now();
    if (pausedUntil && pausedUntil > now) {
      await connections.wait(shop, open, pausedUntil);
      return false;
    }
    const daily = nextDailyLookUp(shop, now);
    try {
      const client = sourceClient({
        ...{ provider, credentials, guardedFetch: deps.guardedFetch, now: () => clock.now() },
        pause: async (ms) => void (await pause(ms)),
      });
      const reading = await sources[provider].read(client);
      if (!(await connections.isCurrent(shop, revision))) return false; // disconnected, or another key, meanwhile
      const { isNews, added, updated, gone } = await readings.keep(shop, provider, reading);
      await connections.read(shop, open, reading.accounts.length, daily);
      log.info({ shop, provider, accounts: reading.accounts.length, added, updated, gone }, 'accounts read');
      return isNews;
    } catch (error) {
      // An answer so odd that reading it fails is the provider's doing; a store that fails is ours.
      const known =
        error instanceof TypeError || error instanceof RangeError ? new ReadingProblem('unexpected-shape') : error;
      if (!(known instanceof ReadingProblem)) throw error;
      const { problem, retryAfterMs } = known;
      const isPaused = PASSING.has(problem);
      const backOffMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failuresInRow, 6), LONGEST_PAUSE_MS);
      const next = isPaused ? new Date(clock.now().getTime() + Math.max(retryAfterMs ?? 0, backOffMs)) : daily;
      await connections.failed(shop, open, problem, { next, isPaused });
      log.info({ shop, provider, problem }, 'accounts were not read');
      return false;
    }
  }

  return {
    /** True: a check may judge otherwise now. */
    async run(shop: string): Promise<boolean> {
      let isNews = false;
      for (const open of await connections.due(shop)) isNews = (await readOne(shop, open)) || isNews;
      return isNews;
    },
  };
}
