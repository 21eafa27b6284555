import type { Audit } from '../audit/audit.ts';
import { AppError, ConflictError, TooManyRequestsError } from '../errors.ts';
import type { ScanStarter } from '../shop/lifecycle.ts';
import type { ScanStore } from '../shop/scans.ts';
import type { ActionResult, RecheckResult } from './action-result.ts';
import type { FlowCall, FlowRun, FlowRunStore } from './flow-run-store.ts';

/** More waiting runs of one shop are not taken: Shopify sends them again later. */
export const MOST_WAITING = 1_000;
const FLOOD_WAIT_S = 60;
/** Of the checks that a shop may ask for in an hour, workflows leave so many to its people. */
export const LEFT_TO_PEOPLE = 3;

/** Null: it is being worked on; Shopify asks again. */
export type ActionAnswer = ActionResult | null;

class NotInThisShopError extends AppError {
  constructor() {
    super({ type: 'not-installed', title: 'Prahari is not installed in this shop.', status: 404 });
  }
}

export interface FlowDeskDeps {
  readonly runs: FlowRunStore;
  readonly isInstalled: (shop: string) => Promise<boolean>;
  /** Begins the shop's turn soon; may be lost, and never throws. */
  readonly hurry: (shop: string) => Promise<void>;
  readonly recheck: Recheck;
}

export type FlowDesk = ReturnType<typeof flowDesk>;

/** Takes runs of our actions in: each is recorded before it is answered, and done once, however often it is sent. */
export function flowDesk({ runs, isInstalled, hurry, recheck }: FlowDeskDeps) {
  /** What was sent under the same id before. */
  async function known(call: FlowCall): Promise<FlowRun | null> {
    const run = await runs.find(call.shop, call.runId);
    if (run && (run.action !== call.action || run.orderId !== call.orderId)) {
      throw new ConflictError('This run was sent before, and asked for something else.');
    }
    return run;
  }

  /** Nobody waits for the queue: what is recorded is done, by the sweep at the latest. */
  function answerOf(run: FlowRun): ActionAnswer {
    if (run.result === null) void hurry(run.shop);
    return run.result;
  }

  return {
    /**
     * @throws {NotInThisShopError} the shop is not ours
     * @throws {ConflictError} the id belongs to another run
     * @throws {TooManyRequestsError} too many wait in this shop
     */
    async take(call: FlowCall): Promise<ActionAnswer> {
      const { shop, action } = call;
      if (!(await isInstalled(shop))) throw new NotInThisShopError();
      const before = await known(call);
      if (before) return answerOf(before);
      if ((await runs.waiting(shop, MOST_WAITING)) >= MOST_WAITING) {
        throw new TooManyRequestsError('Too many runs of this shop are waiting.', FLOOD_WAIT_S);
      }
      const isHeld = action === 'start-recheck'; // beginning a check is a line in the store: it is done here and now
      const run = await runs.record(call, { isHeld });
      if (!run) return (await known(call))?.result ?? null;
      if (!isHeld) return answerOf(run);
      const result = await recheck(run);
      await runs.done(run, result);
      return result;
    },
  };
}

export type Recheck = (run: Pick<FlowRun, 'shop' | 'runId'>) => Promise<RecheckResult>;

/** Starts a check for one run of a workflow, within the shop's budget. Repeating it starts no other. */
export function rechecks({
  scans,
  starter,
  checksLeft,
  audit,
}: {
  scans: Pick<ScanStore, 'isKnownCause'>;
  starter: Pick<ScanStarter, 'begin'>;
  /** How many checks the shop may still ask for in this hour. */
  checksLeft: (shop: string) => Promise<number>;
  audit: Audit;
}): Recheck {
  const started: RecheckResult = { started: true, reason: 'started' };
  const not = (reason: RecheckResult['reason']): RecheckResult => ({ started: false, reason });

  return async ({ shop, runId }) => {
    const cause = `flow:${runId}`;
    if (await scans.isKnownCause(shop, cause)) return started;
    if ((await checksLeft(shop)) <= LEFT_TO_PEOPLE) return not('too-many');
    await audit.append(shop, { actor: { kind: 'webhook', id: null }, action: 'flow.recheck', outcome: 'asked' });
    const start = await starter.begin(shop, { cause, trigger: 'person' });
    if (start.started || start.why === 'repeated') return started;
    return not(start.why === 'active' ? 'running' : 'closed');
  };
}
