import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import {
  IDENTITY_PROVIDERS,
  type IdentityProvider,
  type ProviderProblem,
  type ProviderState,
} from '../../core/api/people.ts';
import type { Clock } from '../clock.ts';
import { identityConnectionModel, type IdentityConnectionRecord } from '../models/identity-connection.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { keyEnding } from './credentials.ts';

/** A connected provider with its key opened. Never logged, never answered. */
export interface OpenProvider {
  readonly provider: IdentityProvider;
  readonly revision: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly askedAt: Date;
  readonly nextReadAt: Date;
  readonly pausedUntil: Date | null;
  readonly failuresInRow: number;
}

export type IdentityStore = ReturnType<typeof identityStore>;

/** The identity providers that a shop connected. Keys are sealed by field and leave only towards the provider. */
export function identityStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = identityConnectionModel(connection);
  const place = (revision: string) => ({ collection: 'identity_connections', field: 'credentials', id: revision });

  async function opened(shop: string, record: IdentityConnectionRecord): Promise<OpenProvider> {
    const json = await cipher.open(shop, place(record.revision), record.credentialsSealed);
    return {
      provider: record.provider,
      revision: record.revision,
      credentials: JSON.parse(json) as OpenProvider['credentials'],
      askedAt: record.askedAt,
      nextReadAt: record.nextReadAt,
      pausedUntil: record.pausedUntil ?? null,
      failuresInRow: record.failuresInRow,
    };
  }

  return {
    /** One for each provider, as pages read it. The key's ending is for the owner alone. */
    async states(shop: string, { withKeyEnding = false } = {}): Promise<ProviderState[]> {
      const now = clock.now();
      const records = new Map((await model.find({ shop }).lean()).map((record) => [record.provider, record]));
      return Promise.all(
        IDENTITY_PROVIDERS.map(async (provider) => {
          const record = records.get(provider);
          const ending = record && withKeyEnding ? keyEnding(provider, (await opened(shop, record)).credentials) : null;
          const isPaused = record?.pausedUntil && record.pausedUntil > now;
          return {
            provider,
            isConnected: record !== undefined,
            keyEnding: ending,
            connectedAt: record?.connectedAt.toISOString() ?? null,
            lastReadAt: record?.lastReadAt?.toISOString() ?? null,
            accounts: record?.accounts ?? 0,
            problem: record?.problem ?? null,
            pausedUntil: isPaused ? (record.pausedUntil?.toISOString() ?? null) : null,
          };
        }),
      );
    },

    /** Null: this provider is not connected. */
    async open(shop: string, provider: IdentityProvider): Promise<OpenProvider | null> {
      const record = await model.findOne({ shop, provider }).lean();
      return record && opened(shop, record);
    },

    /** Those to be read now. */
    async due(shop: string): Promise<OpenProvider[]> {
      const records = await model.find({ shop, nextReadAt: trusted({ $lte: clock.now() }) }).lean();
      return Promise.all(records.map((record) => opened(shop, record)));
    },

    /** Keeps the key instead of the one before, and makes a reading due. */
    async connect(
      shop: string,
      provider: IdentityProvider,
      credentials: Readonly<Record<string, string>>,
      userId: string,
    ): Promise<void> {
      const now = clock.now();
      const revision = randomUUID();
      const credentialsSealed = await cipher.seal(shop, place(revision), JSON.stringify(credentials));
      const update = {
        $set: {
          ...{ revision, credentialsSealed, connectedAt: now, connectedBy: userId },
          ...{ askedAt: now, nextReadAt: now, failuresInRow: 0 },
        },
        $unset: { problem: 1 as const, pausedUntil: 1 as const },
      };
      const send = () => model.updateOne({ shop, provider }, update, { upsert: true });
      try {
        await send();
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        await send();
      }
    },

    /** Forgets the key. False: the provider was not connected. */
    async disconnect(shop: string, provider: IdentityProvider): Promise<boolean> {
      return (await model.deleteOne({ shop, provider })).deletedCount > 0;
    },

    async disconnectAll(shop: string): Promise<void> {
      await model.deleteMany({ shop });
    },

    /** A person wishes it to be read now. */
    async wish(shop: string, provider: IdentityProvider): Promise<void> {
      const now = clock.now();
      await model.updateOne({ shop, provider }, { $set: { askedAt: now, nextReadAt: now } });
    },

    /** When the shop's providers were read last, and when the first of them is read next. Null: never, or none is connected. */
    async times(shop: string): Promise<{ lastAt: Date | null; nextAt: Date | null }> {
      const records = await model.find({ shop }, { lastReadAt: 1, nextReadAt: 1 }).lean();
      const last = records.map(({ lastReadAt }) => lastReadAt?.getTime() ?? 0);
      const next = records.map(({ nextReadAt }) => nextReadAt.getTime());
      const lastMs = Math.max(0, ...last);
      return {
        lastAt: lastMs > 0 ? new Date(lastMs) : null,
        nextAt: next.length > 0 ? new Date(Math.min(...next)) : null,
      };
    },

    /** Shops with a provider to be read, longest waiting first. For the sweep alone. */
    async dueShops(limit: number): Promise<string[]> {
      const records = await model
        .find({ nextReadAt: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1 })
        .setOptions({ acrossTenants: 'the sweep looks for identity providers to read' })
        .sort({ nextReadAt: 1 })
        .limit(limit)
        .lean();
      return [...new Set(records.map(({ shop }) => shop))];
    },

    /** A reading came whole. A wish that was made meanwhile stays due. */
    async read(shop: string, { revision, nextReadAt }: OpenProvider, accounts: number, next: Date): Promise<void> {
      await model.updateOne(
        { shop, revision },
        { $set: { lastReadAt: clock.now(), accounts, failuresInRow: 0 }, $unset: { problem: 1, pausedUntil: 1 } },
      );
      await model.updateOne({ shop, revision, nextReadAt }, { $set: { nextReadAt: next } });
    },

    /** A reading did not come, and why; `pausedUntil`: the provider is left alone so long. */
    async failed(
      shop: string,
      { revision }: OpenProvider,
      problem: ProviderProblem,
      { next, isPaused }: { next: Date; isPaused: boolean },
    ): Promise<void> {
      await model.updateOne(
        { shop, revision },
        {
          $set: { problem, nextReadAt: next, ...(isPaused && { pausedUntil: next }) },
          ...(!isPaused && { $unset: { pausedUntil: 1 } }),
          $inc: { failuresInRow: 1 },
        },
      );
    },

    /** It is left alone still. */
    async wait(shop: string, { revision, nextReadAt }: OpenProvider, next: Date): Promise<void> {
      await model.updateOne({ shop, revision, nextReadAt }, { $set: { nextReadAt: next } });
    },

    /** Whether this connecting is still the one: another key may have come while the provider was read. */
    async isCurrent(shop: string, revision: string): Promise<boolean> {
      return (await model.countDocuments({ shop, revision })) > 0;
    },
  };
}
