import type { ClientSession, Connection } from 'mongoose';
import type { PageSummaries } from '../../core/page-summaries.ts';
import { pageSummaryModel, SUMMARISED_PAGES, type SummarisedPage } from '../models/page-summary.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { pack, unpack } from './packed.ts';

/** Summaries ready to be written in the transaction that judges their snapshot. */
export interface SealedSummaries {
  readonly scanId: string;
  readonly sealed: Readonly<Record<SummarisedPage, string>>;
}

/** A summary is far smaller than the snapshot it was made of. */
const MAX_CHARS = 4_000_000;

export type PageSummaryStore = ReturnType<typeof pageSummaryStore>;

/** What pages show of the shop's newest judged snapshot, sealed. */
export function pageSummaryStore({ connection, cipher }: { connection: Connection; cipher: FieldCipher }) {
  const model = pageSummaryModel(connection);
  const place = (scanId: string, page: string) => ({ collection: 'page_summaries', field: page, id: scanId });

  return {
    /** Sealing asks the store for the shop's key, which must not happen inside the transaction. */
    async seal(shop: string, scanId: string, summaries: PageSummaries): Promise<SealedSummaries> {
      const sealed: Partial<Record<SummarisedPage, string>> = {};
      for (const page of SUMMARISED_PAGES) {
        const packed = await pack(summaries[page], { maxChars: MAX_CHARS });
        sealed[page] = await cipher.seal(shop, place(scanId, page), packed);
      }
      return { scanId, sealed: sealed as SealedSummaries['sealed'] };
    },

    /** With the id of the snapshot that it was made of; null before the first judged scan. */
    async newest<P extends SummarisedPage>(
      shop: string,
      page: P,
    ): Promise<{ readonly snapshotId: string; readonly summary: PageSummaries[P] } | null> {
      const record = await model.findOne({ shop, page }).lean();
      if (!record) return null;
      const { scanId, summarySealed } = record;
      const summary = (await unpack(await cipher.open(shop, place(scanId, page), summarySealed))) as PageSummaries[P];
      return { snapshotId: scanId, summary };
    },
  };
}

/** Puts the summaries in the place of those before. The caller's fence has refused older scans. */
export async function replaceSummaries(
  connection: Connection,
  shop: string,
  { scanId, sealed }: SealedSummaries,
  session: ClientSession,
): Promise<void> {
  for (const page of SUMMARISED_PAGES) {
    const fields = { scanId, summarySealed: sealed[page] };
    await pageSummaryModel(connection).updateOne({ shop, page }, { $set: fields }, { upsert: true, session });
  }
}
