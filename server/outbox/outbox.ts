import { Types, type ClientSession, type Connection } from 'mongoose';
import type { DeliveryState } from '../../core/api/notices.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { deliveryModel, type DeliveryRecord } from '../models/delivery.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { ChannelName, Delivery } from './channel.ts';

/** A try takes no longer; the lock of a worker that died runs out after it. */
export const LOCK_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** What a page of deliveries shows. */
const NEWEST = 100;

/** What is put into the outbox. */
export interface NewDelivery {
  readonly shop: string;
  /** The same thing for the same reader has the same one, however often it is added. */
  readonly identity: string;
  readonly channel: ChannelName;
  readonly kind: Delivery['kind'];
  readonly to: string;
  readonly dueAt: Date;
  /** No cap holds it up. */
  readonly isUrgent?: boolean;
  /** What one scan changed, for alerts and digests. */
  readonly part?: NewsPart;
  /** Of a weekly report. */
  readonly monday?: Day;
}

/** News of one scan. */
export interface NewsPart {
  readonly source: string;
  readonly news: readonly AlertNews[];
}

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

/** A delivery as pages show it, its reader still an id. */
export interface StoredDelivery {
  readonly id: string;
  readonly identity: string;
  readonly channel: ChannelName;
  readonly kind: Delivery['kind'];
  readonly to: string;
  readonly alerts: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly code: string | null;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
}

type Stored = DeliveryRecord & { readonly _id: Types.ObjectId };
export type Outbox = ReturnType<typeof createOutbox>;

/**
 * What is to be told to whom: the truth, while the queue only hurries. Each delivery has one identity; it is sent at
 * least once, and every copy carries the identity. Whoever tries it holds its lock, and the fence tells a late one off.
 */
export function createOutbox({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = deliveryModel(connection);
  const bodyPlace = (id: string) => ({ collection: 'deliveries', field: 'body', id });
  const never = new Date(0);

  function recordOf({ part, isUrgent = false, monday, ...rest }: NewDelivery) {
    const now = clock.now();
    return {
      ...{ ...rest, _id: new Types.ObjectId(), state: 'waiting' as const, isUrgent },
      sources: part ? [part.source] : [],
      newsJsons: part ? [JSON.stringify(part.news)] : [],
      alerts: part?.news.length ?? 0,
      ...(monday !== undefined && { monday }),
      ...{ createdAt: now, nextTryAt: rest.dueAt, lockedUntil: never, fence: 0, attempts: 0 },
      textGoesAt: new Date(Math.max(now.getTime(), rest.dueAt.getTime()) + RETENTION_DAYS.noticeTexts * DAY_MS),
    };
  }

  /** False: the fence has moved on, and nothing was changed. */
  async function settle({ delivery: { shop, id }, fence }: TakenDelivery, update: object): Promise<boolean> {
    const { matchedCount } = await model.updateOne({ shop, _id: id, state: 'waiting', fence }, update);
    return matchedCount > 0;
  }

  return {
    /** False: that identity is there already. Repeat it as often as you like. */
    async add(delivery: NewDelivery, session?: ClientSession): Promise<boolean> {
      const { shop, identity } = delivery;
      // Looked up first: a duplicate key would end the caller's transaction.
      const isThere = await model.exists({ shop, identity }).session(session ?? null);
      if (isThere) return false;
      try {
        await model.create([recordOf(delivery)], session ? { session } : {});
        return true;
      } catch (error) {
        if (session || !duplicateKey(error)) throw error;
        return false;
      }
    },

    /** Adds the news of one scan to a digest that nobody has begun to send. False: it was begun, or there is none. */
    async addToDigest(
      { shop, identity, part }: Pick<NewDelivery, 'shop' | 'identity'> & { readonly part: NewsPart },
      session: ClientSession,
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, identity, state: 'waiting', fence: 0 },
        {
          $push: { sources: part.source, newsJsons: JSON.stringify(part.news) },
          $inc: { alerts: part.news.length },
        },
        { session },
      );
      return matchedCount > 0;
    },

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
      const delivery = opened(record);
      const body = bodySealed == null ? null : await cipher.open(shop, bodyPlace(delivery.id), bodySealed);
      const triedSince = record.triedSince ?? now;
      return { delivery, fence, attempts, triedSince, isUrgent, countedOn: countedOn ?? null, body };
    },

    /** What every try will send. False: somebody else holds the delivery by now. */
    async keepBody(taken: TakenDelivery, body: string): Promise<boolean> {
      const { shop, id } = taken.delivery;
      return settle(taken, { $set: { bodySealed: await cipher.seal(shop, bodyPlace(id), body) } });
    },

    /** It counts on a day's cap from now on, in later tries too. */
    counted: (taken: TakenDelivery, countedOn: Day) => settle(taken, { $set: { countedOn } }),

    sent: (taken: TakenDelivery) =>
      settle(taken, {
        $set: { state: 'sent', sentAt: clock.now(), lockedUntil: never },
        $inc: { attempts: 1 },
        $unset: { bodySealed: 1, code: 1, triedSince: 1 },
      }),

    /** Tried in vain, to be tried again; the lock is given back. */
    again: (taken: TakenDelivery, code: string, nextTryAt: Date) =>
      settle(taken, {
        $set: { code, nextTryAt, lockedUntil: never, triedSince: taken.triedSince },
        $inc: { attempts: 1 },
      }),

    /** Not tried: it waits for a cap. */
    held: (taken: TakenDelivery, code: string, nextTryAt: Date) =>
      settle(taken, { $set: { code, nextTryAt, lockedUntil: never } }),

    /** Given up for now; its words are kept, so that a person may send it again. */
    parked: (taken: TakenDelivery, code: string) =>
      settle(taken, {
        $set: { state: 'parked', code, lockedUntil: never },
        $inc: { attempts: 1 },
        $unset: { triedSince: 1 },
      }),

    /** Not to be sent any more. */
    dropped: (taken: TakenDelivery, code: string) =>
      settle(taken, {
        $set: { state: 'dropped', code, lockedUntil: never },
        $unset: { bodySealed: 1, triedSince: 1 },
      }),

    /** A parked delivery is due now, under the same identity. False: there is no such parked one. */
    async sendAgain(shop: string, id: string): Promise<ChannelName | null> {
      const record = await model
        .findOneAndUpdate(
          { shop, _id: id, state: 'parked', textGoesAt: trusted({ $exists: true }) },
          { $set: { state: 'waiting', nextTryAt: clock.now() } },
          { returnDocument: 'after' },
        )
        .lean();
      return record && record.channel;
    },

    async find(shop: string, id: string): Promise<StoredDelivery | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      return record && stored(record);
    },

    /** The newest hundred, newest first. */
    async newest(shop: string): Promise<StoredDelivery[]> {
      const records = await model.find({ shop }).sort({ createdAt: -1, _id: -1 }).limit(NEWEST).lean();
      return records.map(stored);
    },

    /** Nothing more of what waits is for this reader or target. */
    async drop(shop: string, channel: ChannelName, to: string, code: string): Promise<void> {
      await model.updateMany(
        { shop, channel, to, state: trusted({ $in: ['waiting', 'parked'] }) },
        // The fence moves too: whoever tries it at this moment marks nothing afterwards.
        { $set: { state: 'dropped', code, lockedUntil: never }, $unset: { bodySealed: 1 }, $inc: { fence: 1 } },
      );
    },
  };
}

function opened({ _id, shop, identity, channel, kind, to, newsJsons, monday, createdAt }: Stored): Delivery {
  const news = newsJsons.flatMap((json) => JSON.parse(json) as AlertNews[]);
  return { shop, id: _id.toString(), identity, channel, kind, to, news, monday: monday ?? null, createdAt };
}

function stored({ _id, identity, channel, kind, to, alerts, state, attempts, code, dueAt, sentAt }: Stored) {
  return {
    ...{ id: _id.toString(), identity, channel, kind, to, alerts, state, attempts, dueAt },
    ...{ code: code ?? null, sentAt: sentAt ?? null },
  } satisfies StoredDelivery;
}
