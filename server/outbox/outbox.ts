import { Types, type ClientSession, type Connection } from 'mongoose';
import type { DeliveryState } from '../../core/api/notices.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { deliveryModel } from '../models/delivery.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import type { FlowFact } from '../flow/flow-fact.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { ChannelName, Delivery } from './channel.ts';
import { createSealing } from './sealing.ts';
import { createTries, NEVER, type KeptDelivery } from './tries.ts';

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
  /** Of "gst-status" and "vendor". */
  readonly fact?: FlowFact;
}

/** News of one scan. */
export interface NewsPart {
  readonly source: string;
  readonly news: readonly AlertNews[];
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
  const sealing = createSealing(cipher);

  async function recordOf({ part, isUrgent = false, monday, fact, ...rest }: NewDelivery) {
    const now = clock.now();
    const _id = new Types.ObjectId();
    const sealed = fact && (await sealing.sealFact(rest.shop, _id.toString(), fact));
    return {
      ...{ ...rest, _id, state: 'waiting' as const, isUrgent, ...(sealed !== undefined && { factSealed: sealed }) },
      sources: part ? [part.source] : [],
      newsJsons: part ? [JSON.stringify(part.news)] : [],
      alerts: part?.news.length ?? 0,
      ...(monday !== undefined && { monday }),
      ...{ createdAt: now, nextTryAt: rest.dueAt, lockedUntil: NEVER, fence: 0, attempts: 0 },
      textGoesAt: new Date(Math.max(now.getTime(), rest.dueAt.getTime()) + RETENTION_DAYS.noticeTexts * DAY_MS),
    };
  }

  return {
    ...createTries({ model, sealing, clock }),

    /** False: that identity is there already. Repeat it as often as you like. */
    async add(delivery: NewDelivery, session?: ClientSession): Promise<boolean> {
      const { shop, identity } = delivery;
      // Looked up first: a duplicate key would end the caller's transaction.
      const isThere = await model.exists({ shop, identity }).session(session ?? null);
      if (isThere) return false;
      try {
        await model.create([await recordOf(delivery)], session ? { session } : {});
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

    /** A parked delivery is due now, under the same identity: its way out. Null: there is no such parked one. */
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
        { $set: { state: 'dropped', code, lockedUntil: NEVER }, $unset: { bodySealed: 1 }, $inc: { fence: 1 } },
      );
    },
  };
}

function stored({ _id, identity, channel, kind, to, alerts, state, attempts, code, dueAt, sentAt }: KeptDelivery) {
  return {
    ...{ id: _id.toString(), identity, channel, kind, to, alerts, state, attempts, dueAt },
    ...{ code: code ?? null, sentAt: sentAt ?? null },
  } satisfies StoredDelivery;
}
