import { setTimeout as sleep } from 'node:timers/promises';
import { ZodError } from 'zod';
import type { UnknownReason } from '../../core/evidence/registry.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import type { Clock } from '../clock.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import type { Log } from '../log.ts';
import { LOOK_UP_ADAPTERS } from './index.ts';
import type { LookUpStore, OpenLookUps } from './look-up-store.ts';
import { areReturnsDue, isStatusDue, nextBudgetDay, nextDailyLookUp, yearsToAsk } from './look-up-times.ts';
import { isNews, withAnswer, withReturns, type StoredEntry } from './merge-answer.ts';
import type { Pace } from './pace.ts';
import type { RegistryStore } from './registry-store.ts';
import { serviceClient } from './service-client.ts';
import {
  NotKnown,
  type LookUpAdapter,
  type RegistryAnswer,
  type ReturnsAnswer,
  type ServiceClient,
} from './service.ts';

export interface LookUpDeps {
  readonly store: LookUpStore;
  readonly registry: RegistryStore;
  readonly guardedFetch: GuardedFetch;
  readonly pace: Pace;
  /** How long a call must wait for those of other processes; 0 takes the turn. */
  readonly sharedWaitMs: (shop: string, service: string) => Promise<number>;
  readonly clock: Clock;
  readonly log: Log;
  /** Waits for a turn; tests move their clock instead. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** With these the next number gets the same answer: the merchant has to do something first. */
const REFUSALS: ReadonlySet<UnknownReason> = new Set(['key-refused', 'payment-needed']);

export type LookUps = ReturnType<typeof lookUps>;

/** How a run ended: whether a check may now judge otherwise, and why it stopped before the end. */
export interface LookUpRun {
  readonly isNews: boolean;
  readonly asked: number;
  readonly stopped: 'not-connected' | 'paused' | 'refused' | 'budget' | null;
}

/** Asks the shop's service for its registrations: what is due, and within its budget. Safe to repeat and to break off. */
export function lookUps(deps: LookUpDeps) {
  const { store, registry, clock, log } = deps;

  function clientFor(
    shop: string,
    adapter: LookUpAdapter,
    open: OpenLookUps,
    spent: { isOut: boolean },
  ): ServiceClient {
    const { service, revision, credentials, isTestMode } = open;
    const pause = deps.pause ?? ((ms: number) => sleep(ms));
    return serviceClient({
      ...{ adapter, isTestMode, credentials, guardedFetch: deps.guardedFetch, now: () => clock.now() },
      session: {
        read: () => store.token(shop, revision),
        keep: (token, livesMs) => store.keepToken(shop, revision, token, livesMs),
        forget: () => store.forgetToken(shop, revision),
      },
      async spend() {
        const isPaid = await store.spend(shop, revision);
        spent.isOut ||= !isPaid;
        return isPaid;
      },
      async turn() {
        for (let ms = deps.pace.waitMs(shop, service); ms > 0; ms = deps.pace.waitMs(shop, service)) await pause(ms);
        for (let ms = await deps.sharedWaitMs(shop, service); ms > 0; ms = await deps.sharedWaitMs(shop, service)) {
          await pause(ms);
        }
      },
    });
  }

  /** Leaves the service alone after some reasons. Null: go on. */
  async function pauseAfter(
    shop: string,
    { service, revision, failuresInRow }: OpenLookUps,
    { reason, retryAfterMs }: { reason: UnknownReason; retryAfterMs: number | null },
  ): Promise<Date | null> {
    const ms = deps.pace.pauseMs(service, reason, retryAfterMs, failuresInRow);
    if (ms === 0) return null;
    const until = new Date(clock.now().getTime() + ms);
    await store.pause(shop, revision, until);
    return until;
  }

  return {
    async run(shop: string): Promise<LookUpRun> {
      const open = await store.open(shop);
      if (!open) return { isNews: false, asked: 0, stopped: 'not-connected' };
      const now = clock.now();
      const closedUntil = laterOf(open.pausedUntil, deps.pace.closedUntil(open.service));
      if (closedUntil && closedUntil > now) {
        await store.advance(shop, open, closedUntil);
        return { isNews: false, asked: 0, stopped: 'paused' };
      }
      const adapter = LOOK_UP_ADAPTERS[open.service];
      const spent = { isOut: false };
      const client = clientFor(shop, adapter, open, spent);
      const entries = await registry.stored(shop);
      await registry.forgetOthers(
        shop,
        entries.map(({ gstin }) => gstin),
      );
      let news = false;
      let asked = 0;
      let pausedUntil: Date | null = null;
      let isRefused = false;

      async function keep(before: StoredEntry, after: StoredEntry): Promise<void> {
        await registry.keep(shop, after);
        news ||= isNews(before, after);
      }

      for (const entry of longestWaitingFirst(entries)) {
        let current = entry;
        if (isStatusDue(entry, now, open.askAgainFrom)) {
          const answer = await answerFor(adapter, entry.gstin, open.isTestMode, client);
          if (spent.isOut && entry.asked) break; // what was known before stays as it stands
          current = withAnswer(entry, answer, { service: open.service, at: clock.now().toISOString() });
          asked += 1;
          await keep(entry, current);
          if (answer.kind === 'unknown') {
            log.info(
              { shop, gstin: maskGstin(entry.gstin), service: open.service, reason: answer.reason },
              'not known',
            );
            if (spent.isOut) break;
            pausedUntil = await pauseAfter(shop, open, answer);
            isRefused = REFUSALS.has(answer.reason);
            if (pausedUntil || isRefused) break;
          } else await store.answered(shop, open.revision);
        }
        if (adapter.returns && areReturnsDue(current, now, open.askAgainFrom)) {
          const answers = await returnsOf(adapter, current.gstin, yearsToAsk(now), client);
          const at = clock.now().toISOString();
          const after = answers.reduce<StoredEntry>((sum, answer) => withReturns(sum, answer, at), current);
          if (after !== current) await keep(current, after);
          const failed = answers.find((answer) => answer.kind === 'unknown');
          if (spent.isOut) break;
          if (failed) pausedUntil = await pauseAfter(shop, open, failed);
          if (pausedUntil) break;
        }
      }
      const next = spent.isOut ? nextBudgetDay(shop, now) : (pausedUntil ?? nextDailyLookUp(shop, now));
      await store.advance(shop, open, next);
      const stopped = spent.isOut ? 'budget' : pausedUntil ? 'paused' : isRefused ? 'refused' : null;
      return { isNews: news, asked, stopped };
    },
  };
}

/** Never a paid call for a number that cannot exist; numbers of the service's own documentation in test mode excepted. */
async function answerFor(
  adapter: LookUpAdapter,
  gstin: string,
  isTestMode: boolean,
  client: ServiceClient,
): Promise<RegistryAnswer> {
  const isDocumented = isTestMode && adapter.testNumbers.includes(gstin);
  if (!isDocumented && !judgeGstin(gstin).ok) return { kind: 'not-found' };
  return orUnknown(() => adapter.lookUp(gstin, client));
}

/** Year by year, until one is not known. */
async function returnsOf(
  adapter: LookUpAdapter,
  gstin: string,
  years: readonly string[],
  client: ServiceClient,
): Promise<ReturnsAnswer[]> {
  const answers: ReturnsAnswer[] = [];
  for (const year of years) {
    const answer = await orUnknown<ReturnsAnswer>(async () => ({
      kind: 'known',
      filed: (await adapter.returns?.(gstin, year, client)) ?? [],
    }));
    answers.push(answer);
    if (answer.kind === 'unknown') break;
  }
  return answers;
}

async function orUnknown<A extends RegistryAnswer | ReturnsAnswer>(ask: () => Promise<A>) {
  try {
    return await ask();
  } catch (error) {
    // An answer so odd that reading it fails is the service's doing; a store that fails is ours.
    const known = error instanceof TypeError || error instanceof ZodError ? new NotKnown('unexpected-shape') : error;
    if (!(known instanceof NotKnown)) throw error;
    const { reason, retryAfterMs } = known;
    return { kind: 'unknown', reason, retryAfterMs } as const;
  }
}

/** Never known before all; then the oldest question first, so that a small budget goes round. */
function longestWaitingFirst(entries: readonly StoredEntry[]): StoredEntry[] {
  const rank = ({ known, asked }: StoredEntry) => `${known ? 1 : 0} ${asked?.at ?? ''}`;
  return entries.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function laterOf(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}
