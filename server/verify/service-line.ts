import { setTimeout as sleep } from 'node:timers/promises';
import { ZodError } from 'zod';
import type { UnknownReason } from '../../core/evidence/registry.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import type { Clock } from '../clock.ts';
import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { LOOK_UP_ADAPTERS } from './index.ts';
import type { LookUpStore, OpenLookUps } from './look-up-store.ts';
import type { Pace } from './pace.ts';
import { serviceClient } from './service-client.ts';
import { NotKnown, type LookUpAdapter, type RegistryAnswer, type ReturnsAnswer } from './service.ts';

export interface ServiceLineDeps {
  readonly store: LookUpStore;
  readonly guardedFetch: GuardedFetch;
  readonly pace: Pace;
  /** How long a call must wait for those of other processes; 0 takes the turn. */
  readonly sharedWaitMs: (shop: string, service: string) => Promise<number>;
  readonly clock: Clock;
  /** Waits for a turn; tests move their clock instead. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** The way to one shop's service, within its budget and at its pace. */
export interface ServiceLine {
  /** Never a paid call for a number that cannot exist; numbers of the service's own documentation in test mode excepted. */
  lookUp(gstin: string): Promise<RegistryAnswer>;
  /** Null: the service does not tell. Year by year, until one is not known. */
  returns: ((gstin: string, years: readonly string[]) => Promise<ReturnsAnswer[]>) | null;
  /** The day's calls are spent: what was not known because of that is nobody's fault. */
  isSpent(): boolean;
  /** A call was not made because its turn was too far off. */
  isBusy(): boolean;
  /** Leaves the service alone after some reasons. Null: go on. */
  pauseAfter(unknown: { reason: UnknownReason; retryAfterMs: number | null }): Promise<Date | null>;
}

export type ServiceLines = ReturnType<typeof serviceLines>;

/** Shared by the shop's own registrations and by buyers' numbers: one budget, one pace, one breaker. */
export function serviceLines(deps: ServiceLineDeps) {
  const { store, clock } = deps;
  const pause = deps.pause ?? ((ms: number) => sleep(ms));

  return {
    /** Until when the shop's service is left alone; null: it may be asked. */
    closedUntil(open: OpenLookUps): Date | null {
      const until = laterOf(open.pausedUntil, deps.pace.closedUntil(open.service));
      return until && until > clock.now() ? until : null;
    },

    /** `patienceMs`: somebody waits for the answer, so a turn that is farther off is not waited for. */
    open(shop: string, open: OpenLookUps, { patienceMs = Infinity } = {}): ServiceLine {
      const { service, revision, credentials, isTestMode } = open;
      const adapter = LOOK_UP_ADAPTERS[service];
      let isSpent = false;
      let isBusy = false;
      let patience = patienceMs;

      async function wait(ms: number): Promise<void> {
        if (ms > patience) {
          isBusy = true;
          throw new NotKnown('limited');
        }
        patience -= ms;
        await pause(ms);
      }

      const client = serviceClient({
        ...{ adapter, isTestMode, credentials, guardedFetch: deps.guardedFetch, now: () => clock.now() },
        session: {
          read: () => store.token(shop, revision),
          keep: (token, livesMs) => store.keepToken(shop, revision, token, livesMs),
          forget: () => store.forgetToken(shop, revision),
        },
        async spend() {
          const isPaid = await store.spend(shop, revision);
          isSpent ||= !isPaid;
          return isPaid;
        },
        async turn() {
          for (let ms = deps.pace.waitMs(shop, service); ms > 0; ms = deps.pace.waitMs(shop, service)) await wait(ms);
          for (let ms = await deps.sharedWaitMs(shop, service); ms > 0; ms = await deps.sharedWaitMs(shop, service)) {
            await wait(ms);
          }
        },
      });
      const tell = adapter.returns?.bind(adapter);

      return {
        async lookUp(gstin) {
          const isDocumented = isTestMode && adapter.testNumbers.includes(gstin);
          if (!isDocumented && !judgeGstin(gstin).ok) return { kind: 'not-found' };
          return orUnknown(() => adapter.lookUp(gstin, client));
        },
        returns: tell ? (gstin, years) => returnsOf((year) => tell(gstin, year, client), years) : null,
        isSpent: () => isSpent,
        isBusy: () => isBusy,
        async pauseAfter({ reason, retryAfterMs }) {
          const ms = deps.pace.pauseMs(service, reason, retryAfterMs, open.failuresInRow);
          if (ms === 0) return null;
          const until = new Date(clock.now().getTime() + ms);
          await store.pause(shop, revision, until);
          return until;
        },
      };
    },
  };
}

async function returnsOf(
  ask: (year: string) => ReturnType<NonNullable<LookUpAdapter['returns']>>,
  years: readonly string[],
): Promise<ReturnsAnswer[]> {
  const answers: ReturnsAnswer[] = [];
  for (const year of years) {
    const answer = await orUnknown<ReturnsAnswer>(async () => ({ kind: 'known', filed: await ask(year) }));
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

function laterOf(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}
