import type { NewPaper } from '../../../core/api/vendors.ts';
import type { VendorPaper } from '../../../core/evidence/vendors.ts';
import { NotFoundError } from '../../errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { LiveRegisterReader } from '../../vendors/live-register.ts';
import type { VendorDecisions } from '../../vendors/vendor-decisions.ts';
import type { VendorFiles } from '../../vendors/vendor-files.ts';
import { requireRole } from '../access.ts';

/** Which paper of which vendor. */
export interface PaperAddress {
  readonly id: string;
  readonly paperId: string;
}

/** Papers that speak for a vendor, and their files. `soon` begins the check that follows. */
export function vendorPapers({
  decisions,
  register,
  files,
  soon,
}: {
  decisions: Pick<VendorDecisions, 'addPaper' | 'paper' | 'removePaper'>;
  register: Pick<LiveRegisterReader, 'entryId'>;
  files: VendorFiles;
  soon: (shop: string) => Promise<void>;
}) {
  return {
    /** Of one that was only found, this takes it over. @throws {NotFoundError} */
    async addPaper(merchant: Merchant, vendorId: string, paper: NewPaper): Promise<VendorPaper> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const id = await register.entryId(shop, vendorId, userId);
      const paperId = await decisions.addPaper(shop, id, paper, userId);
      if (paperId === null) throw new NotFoundError();
      await soon(shop);
      return { id: paperId, kind: paper.kind, validUntil: paper.validUntil, hasFile: false };
    },

    /** In the place of the file before. @throws {NotFoundError} no such paper */
    async addFile(
      merchant: Merchant,
      { id, paperId }: PaperAddress,
      file: { readonly name: string; readonly read: () => Promise<Buffer> },
    ): Promise<VendorPaper> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const paper = await decisions.paper(shop, id, paperId);
      if (!paper) throw new NotFoundError();
      await files.receive(shop, paper, file, userId);
      await soon(shop);
      return { id: paperId, kind: paper.kind, validUntil: paper.validUntil ?? null, hasFile: true };
    },

    /** @throws {NotFoundError} there is no file */
    async openFile(merchant: Merchant, { id, paperId }: PaperAddress) {
      requireRole(merchant, 'manager');
      const paper = await decisions.paper(merchant.shop, id, paperId);
      const file = paper && (await files.open(merchant.shop, paper));
      if (!file) throw new NotFoundError();
      return { ...file, kind: paper.kind };
    },

    /** With its file. @throws {NotFoundError} */
    async removePaper(merchant: Merchant, { id, paperId }: PaperAddress): Promise<void> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      if (!(await decisions.removePaper(shop, id, paperId, userId))) throw new NotFoundError();
      await files.remove(shop, [paperId]);
      await soon(shop);
    },
  };
}
