import type { OrderGstRow } from '../../core/api/order-gst.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { ThrottledError, TokenRefusedError } from '../shopify/admin-errors.ts';
import { NO_ACCESS, NOT_READ, orderGstResult, type ActionResult } from './action-result.ts';
import type { Recheck } from './flow-desk.ts';
import type { FlowRun, FlowRunStore } from './flow-run-store.ts';

/** One turn of a shop takes so many, so that others get theirs; the sweep brings it back for the rest. */
const TURN = 100;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** After some eight minutes the workflow is told that the order could not be read. */
export const MOST_TRIES = 6;

/**
 * Reads and judges one order of the shop; digits of its gid.
 * @throws {ThrottledError | TokenRefusedError | AdminUnreachableError | EvidenceShapeError} as Shopify answers
 */
export type ReadOrderGst = (
  shop: string,
  orderId: string,
) => Promise<Pick<OrderGstRow, 'result' | 'differencePaise' | 'sentence'>>;

export interface FlowWorkDeps {
  readonly runs: FlowRunStore;
  /** Whether we may read the shop now. */
  readonly isOpen: (shop: string) => Promise<boolean>;
  readonly readOrder: ReadOrderGst;
  readonly recheck: Recheck;
  readonly clock: Clock;
  readonly log: Log;
}

/** Does what workflows asked for. Killed anywhere, it goes on where it was. */
export function flowWork({ runs, isOpen, readOrder, recheck, clock, log }: FlowWorkDeps) {
  async function resultOf(run: FlowRun): Promise<ActionResult> {
    const { shop, action, orderId } = run;
    if (action === 'start-recheck') return recheck(run);
    if (orderId === null) return NOT_READ;
    return (await isOpen(shop)) ? orderGstResult(await readOrder(shop, orderId)) : NO_ACCESS;
  }

  /** When it is tried again; null: it was tried often enough. */
  function pauseAfter(error: unknown, { attempts }: FlowRun): Date | null {
    if (attempts >= MOST_TRIES) return null;
    const backoffMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
    const askedMs = error instanceof ThrottledError ? error.retryAfterMs : 0;
    return new Date(clock.now().getTime() + Math.max(backoffMs, askedMs));
  }

  /** False: the shop is left alone for now. */
  async function doOne(run: FlowRun): Promise<boolean> {
    try {
      await runs.done(run, await resultOf(run));
      return true;
    } catch (error) {
      if (error instanceof TokenRefusedError) {
        await runs.done(run, NO_ACCESS);
        return true;
      }
      const next = pauseAfter(error, run);
      log.warn({ err: error, shop: run.shop, attempts: run.attempts }, 'an action of a workflow was not done');
      if (next) await runs.again(run, next);
      else await runs.done(run, run.action === 'start-recheck' ? { started: false, reason: 'closed' } : NOT_READ);
      return false;
    }
  }

  return {
    dueShops: (limit: number) => runs.dueShops(limit),

    /** One turn: what is due, one after the other. */
    async run(shop: string): Promise<void> {
      for (let count = 0; count < TURN; count += 1) {
        const run = await runs.take(shop);
        if (!run || !(await doOne(run))) return;
      }
    },
  };
}
