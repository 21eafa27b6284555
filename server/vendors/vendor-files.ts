import type { Clock } from '../clock.ts';
import type { EvidenceFileStore, KeptFile } from '../files/evidence-files.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { endOfDay, paperFileOwner, type StoredVendor } from './vendor-record.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A contract without an end is kept as long as the vendor, and no longer than accounts are. */
const WITHOUT_END_DAYS = 3_650;

type Paper = Pick<StoredVendor['papers'][number], 'id' | 'validUntil'>;

export type VendorFiles = ReturnType<typeof vendorFiles>;

/** The files of vendors' papers. After its end a paper is history for an audit, as statements are. */
export function vendorFiles({
  files,
  clock,
}: {
  files: Pick<EvidenceFileStore, 'list' | 'receive' | 'open' | 'remove' | 'keepUntil'>;
  clock: Clock;
}) {
  function forgetAt({ validUntil }: Paper): Date {
    const from = validUntil == null ? clock.now() : endOfDay(validUntil);
    const later = new Date(Math.max(from.getTime(), clock.now().getTime()));
    return new Date(later.getTime() + (validUntil == null ? WITHOUT_END_DAYS : RETENTION_DAYS.statements) * DAY_MS);
  }
  const ownersOf = ({ papers }: Pick<StoredVendor, 'papers'>) => papers.map(({ id }) => paperFileOwner(id));

  return {
    /** Of one vendor, without their bytes. */
    async list(shop: string, record: Pick<StoredVendor, 'papers'> | null): Promise<KeptFile[]> {
      return record && record.papers.length > 0 ? files.list(shop, ownersOf(record)) : [];
    },

    receive(
      shop: string,
      paper: Paper,
      { name, read }: { name: string; read: () => Promise<Buffer> },
      userId: string,
    ): Promise<KeptFile> {
      return files.receive(shop, read, { owner: paperFileOwner(paper.id), name, userId, forgetAt: forgetAt(paper) });
    },

    /** Null: the paper has no file. */
    open: (shop: string, { id }: Pick<Paper, 'id'>) => files.open(shop, paperFileOwner(id)),

    remove: (shop: string, paperIds: readonly string[]) => files.remove(shop, paperIds.map(paperFileOwner)),

    /** The files of a vendor that is removed go when it cannot come back any more. */
    keepUntil: (shop: string, record: Pick<StoredVendor, 'papers'>, at: Date) =>
      files.keepUntil(shop, ownersOf(record), at),

    async keepAsBefore(shop: string, { papers }: Pick<StoredVendor, 'papers'>): Promise<void> {
      for (const paper of papers) await files.keepUntil(shop, [paperFileOwner(paper.id)], forgetAt(paper));
    },
  };
}
