import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { DATA_CLASSES, PAPER_KINDS, VENDOR_KINDS } from '../../core/data/vendor-papers.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** So long a removed vendor, or a list that was taken over, can be brought back. */
export const VENDOR_UNDO_DAYS = RETENTION_DAYS.undo;

const inner = { strict: 'throw', _id: false } as const;

const approvalSchema = new Schema(
  {
    at: { type: Date, required: true },
    by: { type: String, required: true }, // number of the user in the admin
    scopes: { type: [String], default: undefined }, // missing: nobody knew them
    reasonSealed: { type: String, required: true },
  },
  inner,
);

const acceptedRiskSchema = new Schema(
  {
    until: { type: Date, required: true },
    by: { type: String, required: true },
    reasonSealed: { type: String, required: true },
  },
  inner,
);

const paperSchema = new Schema(
  {
    id: { type: String, required: true }, // its file's owner is "vendor-paper:" and this
    kind: { type: String, enum: PAPER_KINDS, required: true },
    validUntil: String,
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  },
  inner,
);

const breachSchema = new Schema(
  {
    id: { type: String, required: true },
    happenedOn: { type: String, required: true },
    notedAt: { type: Date, required: true },
    notedBy: { type: String, required: true },
    noteSealed: { type: String, required: true },
    closedAt: Date,
  },
  inner,
);

/** One vendor as people of the shop keep it. What they wrote in their own words is sealed. */
const vendorSchema = new Schema(
  {
    shop: { type: String, required: true },
    name: { type: String, required: true }, // of a firm or an app
    kind: { type: String, enum: VENDOR_KINDS, required: true },
    hosts: { type: [String], required: true },
    handle: String,
    dataClasses: { type: [{ type: String, enum: DATA_CLASSES }], required: true },
    statedScopes: { type: [String], default: undefined }, // missing: nobody stated them
    purposeSealed: String, // missing: nobody wrote one
    ownerSealed: String,
    contactSealed: String,
    noteSealed: String,
    unusedSince: String,
    credentialMadeOn: String, // of a custom app
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
    reviewedAt: Date,
    approval: approvalSchema,
    acceptedRisk: acceptedRiskSchema,
    papers: { type: [paperSchema], required: true },
    breaches: { type: [breachSchema], required: true },
    removedAt: Date, // set while it can still be brought back
    heldKeys: { type: [String], default: undefined }, // of a removed one: the keys that it would take back
  },
  { strict: 'throw', collection: 'vendors', versionKey: false },
);

// The register: what is there, in the order in which it came.
vendorSchema.index({ shop: 1, addedAt: 1 });
// What cannot be brought back any more goes.
vendorSchema.index({ removedAt: 1 }, { expireAfterSeconds: daysInSeconds(VENDOR_UNDO_DAYS) });
vendorSchema.plugin(tenantGuard);

export type VendorRecord = InferSchemaType<typeof vendorSchema>;

export const vendorModel = (connection: Connection) => connection.model('Vendor', vendorSchema);
