import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { FILE_TYPES } from '../files/file-type.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A paper that stands behind a statement, or speaks for a vendor. Nobody of ours looks inside. */
const evidenceFileSchema = new Schema(
  {
    shop: { type: String, required: true },
    owner: { type: String, required: true }, // what it belongs to: an attestation's id, or "vendor-paper:" and a paper's
    type: { type: String, enum: FILE_TYPES, required: true },
    nameSealed: { type: String, required: true },
    sizeBytes: { type: Number, required: true },
    contentSealed: { type: String, required: true }, // base64 of the bytes
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
    forgetAt: { type: Date, required: true }, // with its statement
  },
  { strict: 'throw', collection: 'evidence_files', versionKey: false },
);

// One paper for each statement.
evidenceFileSchema.index({ shop: 1, owner: 1 }, { unique: true });
evidenceFileSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
evidenceFileSchema.plugin(tenantGuard);

export type EvidenceFileRecord = InferSchemaType<typeof evidenceFileSchema>;

export const evidenceFileModel = (connection: Connection) => connection.model('EvidenceFile', evidenceFileSchema);
