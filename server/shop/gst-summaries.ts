import type { ClientSession, Connection } from 'mongoose';
import type { GstSummary } from '../../core/evidence/summaries.ts';
import { gstSummaryModel } from '../models/gst-summary.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

/** A summary ready to be written in the transaction that judges its snapshot. */
export interface SealedSummary {
  readonly scanId: string;
  readonly summarySealed: string;
}

export type GstSummaryStore = ReturnType<typeof gstSummaryStore>;

/** The GST figures of the shop's newest judged snapshot, sealed. */
export function gstSummaryStore({ connection, cipher }: { connection: Connection; cipher: FieldCipher }) {
  const model = gstSummaryModel(connection);
  const place = (scanId: string) => ({ collection: 'gst_summaries', field: 'summary', id: scanId });

  return {
    /** Sealing asks the store for the shop's key, which must not happen inside the transaction. */
    async seal(shop: string, scanId: string, summary: GstSummary): Promise<SealedSummary> {
      return { scanId, summarySealed: await cipher.seal(shop, place(scanId), JSON.stringify(summary)) };
    },

    /** With the id of the snapshot that it was made of; null before the first judged scan. */
    async newest(shop: string): Promise<{ readonly snapshotId: string; readonly summary: GstSummary } | null> {
      const record = await model.findOne({ shop }).lean();
      if (!record) return null;
      const { scanId, summarySealed } = record;
      const summary = JSON.parse(await cipher.open(shop, place(scanId), summarySealed)) as GstSummary;
      return { snapshotId: scanId, summary };
    },
  };
}

/** Puts the summary in the place of the one before. The caller's fence has refused older scans. */
export async function replaceSummary(
  connection: Connection,
  shop: string,
  summary: SealedSummary,
  session: ClientSession,
): Promise<void> {
  await gstSummaryModel(connection).updateOne({ shop }, { $set: { ...summary } }, { upsert: true, session });
}
