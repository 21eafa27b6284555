import type { VendorImportPreview } from '../../../core/api/vendors.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { VendorImportResult } from '../../vendors/import/import-store.ts';
import { matched } from '../../vendors/import/match.ts';
import { readVendorList } from '../../vendors/import/read-vendor-list.ts';
import type { LiveRegisterReader } from '../../vendors/live-register.ts';
import type { StoredVendor } from '../../vendors/vendor-record.ts';
import type { VendorSide } from '../../vendors/vendor-side.ts';
import { requireRole } from '../access.ts';

/** Lists of vendors, pasted or uploaded. `letGo` is told of each vendor that goes with a list that is taken back. */
export function vendorLists({
  imports,
  register,
  letGo,
  soon,
}: {
  imports: VendorSide['imports'];
  register: Pick<LiveRegisterReader, 'read'>;
  letGo: (shop: string, record: StoredVendor) => Promise<void>;
  soon: (shop: string) => Promise<void>;
}) {
  /** A list with what the register knows of each of its lines. */
  async function readAgainst(shop: string, text: string) {
    const { rows, problems, columns } = readVendorList(text);
    const { vendors } = await register.read(shop);
    return { rows: matched(rows, vendors), problems, columns, vendors };
  }

  return {
    /** What a list would bring. Nothing is kept. @throws {BadRequestError} it cannot be read */
    async preview(merchant: Merchant, text: string): Promise<VendorImportPreview> {
      requireRole(merchant, 'manager');
      const { rows, problems, columns } = await readAgainst(merchant.shop, text);
      return { rows, problems, columns };
    },

    /**
     * @throws {BadRequestError} no line of it can be taken over
     * @throws {ConflictError} the register would be too long
     */
    async take(merchant: Merchant, text: string): Promise<VendorImportResult> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { rows, vendors } = await readAgainst(shop, text);
      if (rows.length === 0) throw new BadRequestError('No line of this list names a vendor.', { text: 'no_vendor' });
      const found = new Map(vendors.map((vendor) => [vendor.id, vendor.entry ? [] : (vendor.found?.keys ?? [])]));
      const toTake = rows.map((row) => ({ row, foundKeys: found.get(row.matches ?? '') ?? [] }));
      const taken = await imports.take(shop, toTake, userId);
      await soon(shop);
      return taken;
    },

    /** @throws {NotFoundError} no such list in this shop */
    async undo(merchant: Merchant, importId: string): Promise<void> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const gone = await imports.undo(shop, importId, userId);
      if (!gone) throw new NotFoundError();
      for (const record of gone) await letGo(shop, record);
      await soon(shop);
    },
  };
}
