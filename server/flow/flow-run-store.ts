import type { Connection, Types } from 'mongoose';
import type { Clock } from '../clock.ts';
import { flowRunModel, type FlowAction, type FlowRunRecord } from '../models/flow-run.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { ActionResult } from './action-result.ts';

/** Work on one run takes no longer; whoever died leaves it to the next after this. */
const LEASE_MS = 2 * 60_000;
/** Waiting runs that are looked at for one sweep. */
const LOOK = 2_000;

/** A run as Shopify calls it. */
export interface FlowCall {
  readonly shop: string;
  readonly runId: string;
  readonly action: FlowAction;
  /** Digits; null: it is not about an order. */
  readonly orderId: string | null;
}

export interface FlowRun extends FlowCall {
  readonly id: string;
  readonly attempts: number;
  /** Null: nobody is done with it. */
  readonly result: ActionResult | null;
}

type Stored = FlowRunRecord & { readonly _id: Types.ObjectId };
export type FlowRunStore = ReturnType<typeof flowRunStore>;

/** Runs of our actions: the truth, while the queue only hurries. */
export function flowRunStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = flowRunModel(connection);
  const place = (id: string) => ({ collection: 'flow_runs', field: 'result', id });
  const leaseEnd = () => new Date(clock.now().getTime() + LEASE_MS);

  async function opened({ _id, shop, runId, action, orderId, attempts, resultSealed }: Stored): Promise<FlowRun> {
    const id = _id.toString();
    // Written by `done`, which takes nothing else.
    const json = resultSealed == null ? null : await cipher.open(shop, place(id), resultSealed);
    const result = json === null ? null : (JSON.parse(json) as ActionResult);
    return { id, shop, runId, action, orderId: orderId ?? null, attempts, result };
  }

  async function find(shop: string, runId: string): Promise<FlowRun | null> {
    const record = await model.findOne({ shop, runId }).lean<Stored>();
    return record && opened(record);
  }

  return {
    find,

    /** Null: it was recorded before, or is being recorded at this moment by somebody else. `isHeld`: the caller does it. */
    async record(call: FlowCall, { isHeld }: { isHeld: boolean }): Promise<FlowRun | null> {
      const { orderId, ...rest } = call;
      const now = clock.now();
      const nextTryAt = isHeld ? leaseEnd() : now;
      try {
        const record = await model.create({
          ...{ ...rest, ...(orderId !== null && { orderId }) },
          ...{ state: 'waiting', attempts: 0, nextTryAt, receivedAt: now },
        });
        return { ...call, id: record._id.toString(), attempts: 0, result: null };
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return null;
      }
    },

    /** How many wait in this shop, counted up to `most`. */
    waiting: (shop: string, most: number): Promise<number> =>
      model.countDocuments({ shop, state: 'waiting' }).limit(most),

    /** The shop's next due run, for this worker alone; null: none is due. */
    async take(shop: string): Promise<FlowRun | null> {
      const record = await model
        .findOneAndUpdate(
          { shop, state: 'waiting', nextTryAt: trusted({ $lte: clock.now() }) },
          { $set: { nextTryAt: leaseEnd() }, $inc: { attempts: 1 } },
          { sort: { nextTryAt: 1 }, returnDocument: 'after' },
        )
        .lean<Stored>();
      return record && opened(record);
    },

    async again({ shop, id }: FlowRun, nextTryAt: Date): Promise<void> {
      await model.updateOne({ shop, _id: id, state: 'waiting' }, { $set: { nextTryAt } });
    },

    /** The first result stands. */
    async done({ shop, id }: FlowRun, result: ActionResult): Promise<void> {
      const resultSealed = await cipher.seal(shop, place(id), JSON.stringify(result));
      await model.updateOne({ shop, _id: id, state: 'waiting' }, { $set: { state: 'done', resultSealed } });
    },

    /** For the sweep: shops with due work, longest waiting first. */
    async dueShops(limit: number): Promise<string[]> {
      const records = await model
        .find({ state: 'waiting', nextTryAt: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1 })
        .setOptions({ acrossTenants: 'the sweep looks for runs of actions that nobody did' })
        .sort({ nextTryAt: 1 })
        .limit(LOOK)
        .lean();
      return [...new Set(records.map(({ shop }) => shop))].slice(0, limit);
    },
  };
}
