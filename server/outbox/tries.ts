import type { Types } from 'mongoose';
import type { AlertNews } from '../../core/notices/news.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { deliveryModel, DeliveryRecord } from '../models/delivery.ts';
import { trusted } from '../store/connect.ts';
import type { ChannelName, Delivery } from './channel.ts';
import type { Sealing } from './sealing.ts';

/** A try takes no longer; the lock of a worker that died runs out after it. */
export const LOCK_MS = 2 * 60_000;
/** The lock of what nobody tries. */
export const NEVER = new Date(0);

/** A delivery that this worker alone may try now. */
export interface TakenDelivery {
  readonly delivery: Delivery;
  readonly fence: number;
  readonly attempts: number;
  readonly triedSince: Date;
  readonly isUrgent: boolean;
  readonly countedOn: Day | null;
  /** What was composed for an earlier try; null: nothing yet. */
  readonly body: string | null;
}

/** What whoever tries a delivery does with it: takes it, keeps what is sent, and tells how it went. */
export function createTries({
  model,
  sealing,
  clock,
}: {
  model: ReturnType<typeof deliveryModel>;
  sealing: Sealing;
  clock: Clock;
}) {
  /** False: the fence has moved on, and nothing was changed. */
  async function settle({ delivery: { shop, id }, fence }: TakenDelivery, update: object): Promise<boolean> {
    const { matchedCount } = await model.updateOne({ shop, _id: id, state: 'waiting', fence }, update);
    return matchedCount > 0;
  }

  return {
    /** The shop's next due delivery on one way out, locked for this worker; null: none is due. */
    async take(shop: string, channel: ChannelName): Promise<TakenDelivery | null> {
      const now = clock.now();
      const record = await model
        .findOneAndUpdate(
          {
            ...{ shop, channel, state: 'waiting' },
            ...{ nextTryAt: trusted({ $lte: now }), lockedUntil: trusted({ $lte: now }) },
          },
          { $set: { lockedUntil: new Date(now.getTime() + LOCK_MS) }, $inc: { fence: 1 } },
          { sort: { nextTryAt: 1 }, returnDocument: 'after' },
        )
        .lean();
      if (!record) return null;
      const { bodySealed, fence, attempts, isUrgent, countedOn } = record;
      const id = record._id.toString();
      const fact = record.factSealed == null ? {} : { fact: await sealing.openFact(shop, id, record.factSealed) };
      const delivery = { ...opened(record), ...fact };
      const body = bodySealed == null ? null : await sealing.openBody(shop, id, bodySealed);
      const triedSince = record.triedSince ?? now;
      return { delivery, fence, attempts, triedSince, isUrgent, countedOn: countedOn ?? null, body };
    },

    /** What every try will send. False: somebody else holds the delivery by now. */
    async keepBody(taken: TakenDelivery, body: string): Promise<boolean> {
      const { shop, id } = taken.delivery;
      return settle(taken, { $set: { bodySealed: await sealing.sealBody(shop, id, body) } });
    },

    /** It counts on a day's cap from now on, in later tries too. */
    counted: (taken: TakenDelivery, countedOn: Day) => settle(taken, { $set: { countedOn } }),

    sent: (taken: TakenDelivery) =>
      settle(taken, {
        $set: { state: 'sent', sentAt: clock.now(), lockedUntil: NEVER },
        $inc: { attempts: 1 },
        $unset: { bodySealed: 1, code: 1, triedSince: 1 },
      }),

    /** Tried in vain, to be tried again; the lock is given back. */
    again: (taken: TakenDelivery, code: string, nextTryAt: Date) =>
      settle(taken, {
        $set: { code, nextTryAt, lockedUntil: NEVER, triedSince: taken.triedSince },
        $inc: { attempts: 1 },
      }),

    /** Not tried: it waits for a cap. */
    held: (taken: TakenDelivery, code: string, nextTryAt: Date) =>
      settle(taken, { $set: { code, nextTryAt, lockedUntil: NEVER } }),

    /** Given up for now; its words are kept, so that a person may send it again. */
    parked: (taken: TakenDelivery, code: string) =>
      settle(taken, {
        $set: { state: 'parked', code, lockedUntil: NEVER },
        $inc: { attempts: 1 },
        $unset: { triedSince: 1 },
      }),

    /** Not to be sent any more. */
    dropped: (taken: TakenDelivery, code: string) =>
      settle(taken, {
        $set: { state: 'dropped', code, lockedUntil: NEVER },
        $unset: { bodySealed: 1, triedSince: 1 },
      }),
  };
}

/** As it stands in the collection. */
export type KeptDelivery = DeliveryRecord & { readonly _id: Types.ObjectId };

function opened({ _id, shop, identity, channel, kind, to, newsJsons, monday, createdAt }: KeptDelivery): Delivery {
  const news = newsJsons.flatMap((json) => JSON.parse(json) as AlertNews[]);
  return { shop, id: _id.toString(), identity, channel, kind, to, news, monday: monday ?? null, createdAt };
}
