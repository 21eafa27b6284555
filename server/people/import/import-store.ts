import type { Connection } from 'mongoose';
import type { ImportRequest, ImportResult, ImportRow } from '../../../core/api/people.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError } from '../../errors.ts';
import { peopleImportModel } from '../../models/people-import.ts';
import { pack, unpack } from '../../shop/packed.ts';
import type { KeptChange, ReadingStore, Replaced } from '../keep-reading.ts';

/** A record of MongoDB holds sixteen megabytes. */
const MAX_CHARS = 12_000_000;
const MOST_LISTED = 50;

/** Lists that were taken over, each with what it replaced. */
export function importStore({
  connection,
  readings,
  clock,
}: {
  connection: Connection;
  readings: ReadingStore;
  clock: Clock;
}) {
  const model = peopleImportModel(connection);

  const newestOf = (shop: string, { source, service }: Pick<ImportRow, 'source' | 'service'>) =>
    model.findOne({ shop, source, service }, { _id: 1 }).sort({ importedAt: -1, _id: -1 }).lean();

  return {
    /** Newest first. */
    async list(shop: string): Promise<ImportRow[]> {
      const records = await model
        .find({ shop }, { replacedPacked: 0 })
        .sort({ importedAt: -1, _id: -1 })
        .limit(MOST_LISTED)
        .lean();
      const seen = new Set<string>();
      return records.map(({ _id, source, service, importedAt, accounts }) => {
        const kind = `${source} ${service}`;
        const canUndo = !seen.has(kind);
        seen.add(kind);
        return { id: _id.toString(), importedAt: importedAt.toISOString(), source, service, accounts, canUndo };
      });
    },

    async note(
      shop: string,
      { source, service }: Pick<ImportRequest, 'source' | 'service'>,
      { change, accounts, skipped }: { change: KeptChange; accounts: number; skipped: number },
      userId: string,
    ): Promise<ImportResult> {
      const { added, updated, gone, replaced } = change;
      const replacedPacked = await pack(replaced, { maxChars: MAX_CHARS });
      const record = await model.create({
        ...{ shop, source, service, accounts, replacedPacked },
        ...{ importedAt: clock.now(), importedBy: userId },
      });
      return { added, updated, gone, skipped, importId: record._id.toString() };
    },

    /**
     * Brings back what the list replaced. False: no such list in this shop.
     * @throws {ConflictError} a later list of the same kind replaced it
     */
    async undo(shop: string, id: string): Promise<boolean> {
      const record = await model.findOne({ shop, _id: id }).lean();
      if (!record) return false;
      const newest = await newestOf(shop, record);
      if (newest?._id.toString() !== id)
        throw new ConflictError('A later list replaced this one. Take that one back first.');
      const replaced = (await unpack(record.replacedPacked)) as Replaced;
      await readings.restore(shop, record.source, record.service, replaced);
      await model.deleteOne({ shop, _id: id });
      return true;
    },
  };
}
