import type { Connection } from 'mongoose';
import type { FileScan } from '../../core/evidence/data-at-rest.ts';
import type { Clock } from '../clock.ts';
import { dataSamplingModel } from '../models/data-sampling.ts';
import { fileScanModel } from '../models/file-scan.ts';

/** Scans that are shown and judged: the newest. */
const MAX_SCANS = 50;

export type DataAtRestStore = ReturnType<typeof dataAtRestStore>;

/** What the shop's people scanned themselves, and whether we may look at a sample. */
export function dataAtRestStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const scans = fileScanModel(connection);
  const sampling = dataSamplingModel(connection);

  return {
    async isSampleOn(shop: string): Promise<boolean> {
      return (await sampling.findOne({ shop }).lean())?.isOn ?? false;
    },

    async switchSample(shop: string, isOn: boolean, userId: string): Promise<void> {
      const fields = { isOn, changedAt: clock.now(), changedBy: userId };
      await sampling.updateOne({ shop }, { $set: fields }, { upsert: true });
    },

    /** Newest first, at most fifty. */
    async fileScans(shop: string): Promise<FileScan[]> {
      const records = await scans.find({ shop }).sort({ scannedAt: -1, _id: -1 }).limit(MAX_SCANS).lean();
      return records.map(({ _id, scannedAt, scannedBy, rows, card, aadhaar, pan }) => ({
        id: _id.toString(),
        scannedAt: scannedAt.toISOString(),
        scannedBy,
        rows,
        counts: { card, aadhaar, pan },
      }));
    },

    async addFileScan(shop: string, scan: Pick<FileScan, 'rows' | 'counts'>, userId: string): Promise<string> {
      const { _id } = await scans.create({
        shop,
        scannedAt: clock.now(),
        scannedBy: userId,
        rows: scan.rows,
        ...scan.counts,
      });
      return _id.toString();
    },

    /** False when the shop has no such scan. */
    async removeFileScan(shop: string, id: string): Promise<boolean> {
      return (await scans.deleteOne({ shop, _id: id })).deletedCount > 0;
    },
  };
}
