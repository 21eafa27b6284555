import type { Types } from 'mongoose';
import type { VendorEntry, VendorKey } from '../../core/evidence/vendors.ts';
import type { VendorRecord } from '../models/vendor.ts';
import { addDays } from '../../core/gst/days.ts';

/** A record as the store gives it. */
export type StoredVendor = VendorRecord & { readonly _id: Types.ObjectId };

/** What the record alone does not tell. */
export interface AroundVendor {
  readonly keys: readonly VendorKey[];
  /** Papers that have a file. */
  readonly filed: ReadonlySet<string>;
  readonly questionnaire: VendorEntry['questionnaire'];
}

/** The owner under which the file of a paper is kept. */
export const paperFileOwner = (paperId: string): string => `vendor-paper:${paperId}`;

/** The entry as checks read it: nobody's words, and of people their numbers alone. */
export function entryOf(record: StoredVendor, { keys, filed, questionnaire }: AroundVendor): VendorEntry {
  const { approval, acceptedRisk } = record;
  return {
    id: record._id.toString(),
    name: record.name,
    kind: record.kind,
    keys: [...keys].sort(),
    hasPurpose: record.purposeSealed != null,
    hasOwner: record.ownerSealed != null,
    dataClasses: record.dataClasses,
    statedScopes: record.statedScopes ?? null,
    approval: approval ? { at: approval.at.toISOString(), by: approval.by, scopes: approval.scopes ?? null } : null,
    reviewedAt: record.reviewedAt?.toISOString() ?? null,
    unusedSince: record.unusedSince ?? null,
    tokenMadeOn: record.credentialMadeOn ?? null,
    hasContact: record.contactSealed != null,
    papers: record.papers.map(({ id, kind, validUntil }) => ({
      ...{ id, kind },
      validUntil: validUntil ?? null,
      hasFile: filed.has(id),
    })),
    questionnaire,
    acceptedRiskUntil: acceptedRisk?.until.toISOString() ?? null,
    breaches: record.breaches.map(({ id, happenedOn, notedAt, closedAt }) => ({
      ...{ id, happenedOn },
      notedAt: notedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    })),
    addedAt: record.addedAt.toISOString(),
  };
}

/** The moment at which a day of India ends. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${addDays(day, 1)}T00:00:00+05:30`) - 1);
}
