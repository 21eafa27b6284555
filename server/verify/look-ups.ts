import type { UnknownReason } from '../../core/evidence/registry.ts';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import type { Clock } from '../clock.ts';
import type { StatusChange } from '../flow/flow-teller.ts';
import type { Log } from '../log.ts';
import type { LookUpStore } from './look-up-store.ts';
import { areReturnsDue, isStatusDue, nextBudgetDay, nextDailyLookUp, yearsToAsk } from './look-up-times.ts';
import { isNews, toldOf, withAnswer, withReturns, type StoredEntry } from './merge-answer.ts';
import type { RegistryStore } from './registry-store.ts';
import type { ServiceLines } from './service-line.ts';

export interface LookUpDeps {
  readonly store: LookUpStore;
  readonly registry: RegistryStore;
  readonly lines: ServiceLines;
  /** Another status of a number was told. Before it is kept, and with the same `since` when that is done again. */
  readonly onStatus?: (shop: string, change: StatusChange) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
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
  const { store, registry, lines, clock, log } = deps;

  return {
    async run(shop: string): Promise<LookUpRun> {
      const open = await store.open(shop);
      if (!open) return { isNews: false, asked: 0, stopped: 'not-connected' };
      const now = clock.now();
      const closedUntil = lines.closedUntil(open);
      if (closedUntil) {
        await store.advance(shop, open, closedUntil);
        return { isNews: false, asked: 0, stopped: 'paused' };
      }
      const { service, isTestMode } = open;
      const line = lines.open(shop, open);
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

      /** In test mode the service invents its answers: they are neither told nor remembered as told. */
      async function told(before: StoredEntry, after: StoredEntry): Promise<StoredEntry> {
        const [was, is] = [toldOf(before), toldOf(after)];
        if (isTestMode) return { ...after, told: was };
        if (was && is && was.status !== is.status) {
          const { gstin } = after;
          const mark = (await registry.mark(shop, gstin)).slice(0, 24);
          const what = { gstin, mark, before: was.status, now: is.status, since: was.since };
          await deps.onStatus?.(shop, { ...what, service, at: is.since });
        }
        return after;
      }

      for (const entry of longestWaitingFirst(entries)) {
        let current = entry;
        if (isStatusDue(entry, now, open.askAgainFrom)) {
          const answer = await line.lookUp(entry.gstin);
          if (line.isSpent() && entry.asked) break; // what was known before stays as it stands
          current = await told(entry, withAnswer(entry, answer, { service, at: clock.now().toISOString() }));
          asked += 1;
          await keep(entry, current);
          if (answer.kind === 'unknown') {
            log.info(
              { shop, gstin: maskGstin(entry.gstin), service: open.service, reason: answer.reason },
              'not known',
            );
            if (line.isSpent()) break;
            pausedUntil = await line.pauseAfter(answer);
            isRefused = REFUSALS.has(answer.reason);
            if (pausedUntil || isRefused) break;
          } else await store.answered(shop, open.revision);
        }
        if (line.returns && areReturnsDue(current, now, open.askAgainFrom)) {
          const answers = await line.returns(current.gstin, yearsToAsk(now));
          const at = clock.now().toISOString();
          const after = answers.reduce<StoredEntry>((sum, answer) => withReturns(sum, answer, at), current);
          if (after !== current) await keep(current, after);
          const failed = answers.find((answer) => answer.kind === 'unknown');
          if (line.isSpent()) break;
          if (failed) pausedUntil = await line.pauseAfter(failed);
          if (pausedUntil) break;
        }
      }
      const next = line.isSpent() ? nextBudgetDay(shop, now) : (pausedUntil ?? nextDailyLookUp(shop, now));
      await store.advance(shop, open, next);
      const stopped = line.isSpent() ? 'budget' : pausedUntil ? 'paused' : isRefused ? 'refused' : null;
      return { isNews: news, asked, stopped };
    },
  };
}

/** Never known before all; then the oldest question first, so that a small budget goes round. */
function longestWaitingFirst(entries: readonly StoredEntry[]): StoredEntry[] {
  const rank = ({ known, asked }: StoredEntry) => `${known ? 1 : 0} ${asked?.at ?? ''}`;
  return entries.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
