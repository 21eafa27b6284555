import { Types } from 'mongoose';
import type { NewPaper } from '../../core/api/vendors.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import type { StoredVendor } from './vendor-record.ts';
import type { VendorStore } from './vendor-store.ts';
import type { VendorTexts } from './vendor-texts.ts';

/** More papers or incidents of one vendor nobody looks through. */
export const MOST_PAPERS = 50;
export const MOST_BREACHES = 50;

export type VendorDecisions = ReturnType<typeof vendorDecisions>;

/** What people decide of one vendor. Each answers false or null where there is no such vendor, paper or incident. */
export function vendorDecisions({
  vendors,
  texts,
  clock,
}: {
  vendors: Pick<VendorStore, 'edit' | 'find'>;
  texts: VendorTexts;
  clock: Clock;
}) {
  const paperOf = (record: StoredVendor | null, paperId: string) => record?.papers.find(({ id }) => id === paperId);

  return {
    /** The vendor may be in the shop, with the permissions that are known now; null: none are. Who approves has looked. */
    async approve(
      shop: string,
      id: string,
      { reason, scopes }: { reason: string; scopes: readonly string[] | null },
      userId: string,
    ): Promise<boolean> {
      const reasonSealed = await texts.seal(shop, 'approval', id, reason);
      const at = clock.now();
      const approval = { at, by: userId, ...(scopes !== null && { scopes: [...scopes] }), reasonSealed };
      return vendors.edit(shop, id, { kind: 'approved', by: userId }, () => ({ $set: { approval, reviewedAt: at } }));
    },

    review(shop: string, id: string, userId: string): Promise<boolean> {
      return vendors.edit(shop, id, { kind: 'reviewed', by: userId }, () => ({ $set: { reviewedAt: clock.now() } }));
    },

    async acceptRisk(
      shop: string,
      id: string,
      { reason, until }: { reason: string; until: Date },
      userId: string,
    ): Promise<boolean> {
      const reasonSealed = await texts.seal(shop, 'accepted-risk', id, reason);
      const acceptedRisk = { until, by: userId, reasonSealed };
      return vendors.edit(shop, id, { kind: 'risk-accepted', by: userId }, () => ({ $set: { acceptedRisk } }));
    },

    /** False: there is no such vendor, or nothing was accepted. */
    async endAcceptedRisk(shop: string, id: string, userId: string): Promise<boolean> {
      if (!(await vendors.find(shop, id))?.acceptedRisk) return false;
      const act = { kind: 'risk-acceptance-ended', by: userId } as const;
      return vendors.edit(shop, id, act, () => ({ $unset: { acceptedRisk: 1 } }));
    },

    /** @throws {ConflictError} there are too many */
    async noteBreach(
      shop: string,
      id: string,
      { happenedOn, note }: { happenedOn: string; note: string },
      userId: string,
    ): Promise<boolean> {
      const breachId = new Types.ObjectId().toString();
      const noteSealed = await texts.seal(shop, 'breach', breachId, note);
      const breach = { id: breachId, happenedOn, notedAt: clock.now(), notedBy: userId, noteSealed };
      return vendors.edit(shop, id, { kind: 'breach-noted', by: userId, about: happenedOn }, ({ breaches }) => {
        if (breaches.length >= MOST_BREACHES) throw tooMany('incidents', MOST_BREACHES);
        return { $push: { breaches: breach } };
      });
    },

    /** Dealt with. One that is closed stays as it was. */
    async closeBreach(shop: string, id: string, breachId: string, userId: string): Promise<boolean> {
      const record = await vendors.find(shop, id);
      const breach = record?.breaches.find((one) => one.id === breachId);
      if (!breach) return false;
      if (breach.closedAt) return true;
      const act = { kind: 'breach-closed', by: userId, about: breach.happenedOn } as const;
      return vendors.edit(shop, id, act, ({ breaches }) => ({
        $set: { breaches: breaches.map((one) => (one.id === breachId ? { ...one, closedAt: clock.now() } : one)) },
      }));
    },

    /** Its id. @throws {ConflictError} there are too many */
    async addPaper(shop: string, id: string, { kind, validUntil }: NewPaper, userId: string): Promise<string | null> {
      const paperId = new Types.ObjectId().toString();
      const paper = {
        ...{ id: paperId, kind, addedAt: clock.now(), addedBy: userId },
        ...(validUntil !== null && { validUntil }),
      };
      const isThere = await vendors.edit(shop, id, { kind: 'paper-added', by: userId, about: kind }, ({ papers }) => {
        if (papers.length >= MOST_PAPERS) throw tooMany('papers', MOST_PAPERS);
        return { $push: { papers: paper } };
      });
      return isThere ? paperId : null;
    },

    /** Null: no such vendor or paper. */
    async paper(shop: string, id: string, paperId: string) {
      return paperOf(await vendors.find(shop, id), paperId) ?? null;
    },

    async removePaper(shop: string, id: string, paperId: string, userId: string): Promise<boolean> {
      const paper = paperOf(await vendors.find(shop, id), paperId);
      if (!paper) return false;
      return vendors.edit(shop, id, { kind: 'paper-removed', by: userId, about: paper.kind }, ({ papers }) => ({
        $set: { papers: papers.filter((one) => one.id !== paperId) },
      }));
    },
  };
}

const tooMany = (what: string, most: number) =>
  new ConflictError(`One vendor holds ${most} ${what}. Remove those that no longer count.`);
