import type { Connection } from 'mongoose';
import type { RegistryEntry } from '../../core/evidence/registry.ts';
import type { Clock } from '../clock.ts';
import { registryEntryModel } from '../models/registry-entry.ts';
import type { RegistrationStore } from '../shop/registrations.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { recentChanges, unaskedEntry, type StoredEntry } from './merge-answer.ts';

export type RegistryStore = ReturnType<typeof registryStore>;

/** What the registry told of the shop's registrations, sealed. */
export function registryStore({
  connection,
  cipher,
  registrations,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  registrations: Pick<RegistrationStore, 'list'>;
  clock: Clock;
}) {
  const model = registryEntryModel(connection);
  const indexOf = (shop: string, gstin: string) => cipher.blindIndex(shop, 'registry-gstin', gstin);
  const place = (gstinIndex: string) => ({ collection: 'registry_entries', field: 'entry', id: gstinIndex });

  /** One for each registration that the merchant names now, in their order; one that was never asked for is empty. */
  async function stored(shop: string): Promise<StoredEntry[]> {
    const rows = await registrations.list(shop);
    const records = new Map((await model.find({ shop }).lean()).map((record) => [record.gstinIndex, record]));
    return Promise.all(
      rows.map(async ({ gstin }) => {
        const index = await indexOf(shop, gstin);
        const record = records.get(index);
        if (!record) return unaskedEntry(gstin);
        return JSON.parse(await cipher.open(shop, place(index), record.entrySealed)) as StoredEntry;
      }),
    );
  }

  return {
    stored,

    /** As checks and pages read it, in the order of the registrations. */
    async entries(shop: string): Promise<RegistryEntry[]> {
      const at = clock.now().toISOString();
      return (await stored(shop)).map((entry) => {
        const { gstin, known, asked, returns } = entry;
        return { gstin, known, asked, changes: recentChanges(entry, at), returns };
      });
    },

    /** One number; null: it is none of the shop's, or was never asked for. */
    async entryOf(shop: string, gstin: string): Promise<Pick<RegistryEntry, 'known' | 'asked'> | null> {
      const index = await indexOf(shop, gstin);
      const record = await model.findOne({ shop, gstinIndex: index }).lean();
      return record && (JSON.parse(await cipher.open(shop, place(index), record.entrySealed)) as StoredEntry);
    },

    async keep(shop: string, entry: StoredEntry): Promise<void> {
      const gstinIndex = await indexOf(shop, entry.gstin);
      const entrySealed = await cipher.seal(shop, place(gstinIndex), JSON.stringify(entry));
      await model.updateOne(
        { shop, gstinIndex },
        { $set: { entrySealed, askedAt: new Date(entry.asked?.at ?? clock.now()) } },
        { upsert: true },
      );
    },

    /** Stands for the number where it must not be read. */
    mark: indexOf,

    /** When the service was last asked for one of them. Null: never. */
    async lastAskedAt(shop: string): Promise<Date | null> {
      const [newest] = await model.find({ shop }, { askedAt: 1 }).sort({ askedAt: -1 }).limit(1).lean();
      return newest?.askedAt ?? null;
    },

    /** Forgets registrations that the merchant no longer names. */
    async forgetOthers(shop: string, gstins: readonly string[]): Promise<void> {
      const kept = await Promise.all(gstins.map((gstin) => indexOf(shop, gstin)));
      await model.deleteMany({ shop, gstinIndex: trusted({ $nin: kept }) });
    },
  };
}
