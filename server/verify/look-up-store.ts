import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { ConnectLookUps, LookUpState } from '../../core/api/gst.ts';
import type { LookUpService } from '../../core/evidence/registry.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Clock } from '../clock.ts';
import { lookUpConnectionModel, type LookUpConnectionRecord } from '../models/look-up-connection.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { keyEnding } from './credentials.ts';

/** Paid calls of one shop in one day of India. */
export const CALLS_A_DAY = 50;

/** A connected service with its keys opened. Never logged, never answered. */
export interface OpenLookUps {
  readonly service: LookUpService;
  readonly isTestMode: boolean;
  readonly revision: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly askAgainFrom: Date;
  readonly nextLookUpAt: Date | null;
  readonly pausedUntil: Date | null;
  readonly failuresInRow: number;
}

export type LookUpStore = ReturnType<typeof lookUpStore>;

/** The shop's look-up service and its day's budget. Keys are sealed by field and leave only towards the service. */
export function lookUpStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = lookUpConnectionModel(connection);
  const place = (field: 'credentials' | 'token', revision: string) => ({
    collection: 'look_up_connections',
    field,
    id: revision,
  });

  async function openCredentials(shop: string, record: LookUpConnectionRecord): Promise<OpenLookUps['credentials']> {
    const sealed = await cipher.open(shop, place('credentials', record.revision ?? ''), record.credentialsSealed ?? '');
    return JSON.parse(sealed) as OpenLookUps['credentials'];
  }

  /** An update that makes the document when there is none; two first ones at once make one. */
  async function upsert(shop: string, update: Parameters<typeof model.updateOne>[1]): Promise<void> {
    const send = () => model.updateOne({ shop }, update, { upsert: true });
    try {
      await send();
    } catch (error) {
      if (!duplicateKey(error)) throw error;
      await send();
    }
  }

  return {
    /** As pages read it. The key's ending is for the owner alone. */
    async state(shop: string, { withKeyEnding = false } = {}): Promise<LookUpState> {
      const now = clock.now();
      const record = await model.findOne({ shop }).lean();
      const service = record?.service ?? null;
      const isPaused = service !== null && record?.pausedUntil && record.pausedUntil > now;
      return {
        service,
        isTestMode: (service && record?.isTestMode) ?? false,
        keyEnding: service && record && withKeyEnding ? keyEnding(service, await openCredentials(shop, record)) : null,
        connectedAt: (service && record?.connectedAt?.toISOString()) ?? null,
        callsToday: record?.budgetDay === dayInIndia(now.toISOString()) ? record.callsToday : 0,
        budgetPerDay: CALLS_A_DAY,
        pausedUntil: isPaused ? (record.pausedUntil?.toISOString() ?? null) : null,
      };
    },

    async isConnected(shop: string): Promise<boolean> {
      return (await model.countDocuments({ shop, service: trusted({ $exists: true }) })) > 0;
    },

    /** Null: no service is connected. */
    async open(shop: string): Promise<OpenLookUps | null> {
      const record = await model.findOne({ shop }).lean();
      if (!record?.service || !record.revision) return null;
      return {
        service: record.service,
        isTestMode: record.isTestMode ?? false,
        revision: record.revision,
        credentials: await openCredentials(shop, record),
        askAgainFrom: record.askAgainFrom ?? new Date(0),
        nextLookUpAt: record.nextLookUpAt ?? null,
        pausedUntil: record.pausedUntil ?? null,
        failuresInRow: record.failuresInRow,
      };
    },

    /** Keeps the keys instead of those before, and makes a look-up due. The day's budget goes on. */
    async connect(shop: string, wish: ConnectLookUps, userId: string): Promise<void> {
      const now = clock.now();
      const revision = randomUUID();
      const credentialsSealed = await cipher.seal(
        shop,
        place('credentials', revision),
        JSON.stringify(wish.credentials),
      );
      await upsert(shop, {
        $set: {
          ...{ service: wish.service, isTestMode: wish.isTestMode, revision, credentialsSealed },
          ...{ connectedAt: now, connectedBy: userId, askAgainFrom: now, nextLookUpAt: now, failuresInRow: 0 },
        },
        $unset: { tokenSealed: 1, tokenExpiresAt: 1, pausedUntil: 1 },
      });
    },

    /** Forgets the keys and the service. What was spent today stays counted. */
    async disconnect(shop: string): Promise<void> {
      const fields = ['service', 'isTestMode', 'revision', 'credentialsSealed', 'tokenSealed', 'tokenExpiresAt'];
      const moments = ['connectedAt', 'connectedBy', 'askAgainFrom', 'nextLookUpAt', 'pausedUntil'];
      const $unset = Object.fromEntries([...fields, ...moments].map((field) => [field, 1 as const]));
      await model.updateOne({ shop }, { $unset, $set: { failuresInRow: 0 } });
    },

    /** When registrations are looked up next. Null: no service is connected. */
    async nextAt(shop: string): Promise<Date | null> {
      return (await model.findOne({ shop }, { nextLookUpAt: 1 }).lean())?.nextLookUpAt ?? null;
    },

    /** Makes a look-up due now, if a service is connected. With `again`, answers of before now are asked for anew. */
    async due(shop: string, { again = false } = {}): Promise<void> {
      const now = clock.now();
      await model.updateOne(
        { shop, service: trusted({ $exists: true }) },
        { $set: { nextLookUpAt: now, ...(again && { askAgainFrom: now }) } },
      );
    },

    /** Shops whose registrations are to be looked up, longest waiting first. For the sweep alone. */
    async dueShops(limit: number): Promise<string[]> {
      const records = await model
        .find({ nextLookUpAt: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1 })
        .setOptions({ acrossTenants: 'the sweep looks for registrations to look up' })
        .sort({ nextLookUpAt: 1 })
        .limit(limit)
        .lean();
      return records.map(({ shop }) => shop);
    },

    /** The due moment is taken care of; somebody who moved it meanwhile keeps theirs. */
    async advance(shop: string, { revision, nextLookUpAt }: OpenLookUps, to: Date): Promise<void> {
      await model.updateOne({ shop, revision, nextLookUpAt }, { $set: { nextLookUpAt: to } });
    },

    /** Takes one call out of the day's budget. False: it is spent, or the service was changed meanwhile. */
    async spend(shop: string, revision: string): Promise<boolean> {
      const budgetDay = dayInIndia(clock.now().toISOString());
      const count = async (): Promise<boolean> =>
        (
          await model.updateOne(
            { shop, revision, budgetDay, callsToday: trusted({ $lt: CALLS_A_DAY }) },
            { $inc: { callsToday: 1 } },
          )
        ).matchedCount > 0;
      if (await count()) return true;
      const newDay = await model.updateOne(
        { shop, revision, budgetDay: trusted({ $ne: budgetDay }) },
        { $set: { budgetDay, callsToday: 1 } },
      );
      return newDay.matchedCount > 0 || count();
    },

    /** The service is left alone for a while. */
    async pause(shop: string, revision: string, until: Date): Promise<void> {
      await model.updateOne({ shop, revision }, { $set: { pausedUntil: until }, $inc: { failuresInRow: 1 } });
    },

    /** The service answers again. */
    async answered(shop: string, revision: string): Promise<void> {
      await model.updateOne(
        { shop, revision, failuresInRow: trusted({ $gt: 0 }) },
        { $set: { failuresInRow: 0 }, $unset: { pausedUntil: 1 } },
      );
    },

    /** What the service gave for the keys, while it is good. */
    async token(shop: string, revision: string): Promise<string | null> {
      const record = await model.findOne({ shop, revision }).lean();
      if (!record?.tokenSealed || !record.tokenExpiresAt || record.tokenExpiresAt <= clock.now()) return null;
      return cipher.open(shop, place('token', revision), record.tokenSealed);
    },

    async keepToken(shop: string, revision: string, token: string, livesMs: number): Promise<void> {
      const tokenSealed = await cipher.seal(shop, place('token', revision), token);
      const tokenExpiresAt = new Date(clock.now().getTime() + livesMs);
      await model.updateOne({ shop, revision }, { $set: { tokenSealed, tokenExpiresAt } });
    },

    async forgetToken(shop: string, revision: string): Promise<void> {
      await model.updateOne({ shop, revision }, { $unset: { tokenSealed: 1, tokenExpiresAt: 1 } });
    },
  };
}
