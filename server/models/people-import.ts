import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { SENSITIVE_SERVICES } from '../../core/data/sensitive-services.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** So long a list that was taken over can be taken back. */
export const UNDO_DAYS = RETENTION_DAYS.undo;

/** A list that was taken over, and what it replaced: ids and statements, no name and no address. */
const peopleImportSchema = new Schema(
  {
    shop: { type: String, required: true },
    source: { type: String, enum: ['users-export', 'csv'], required: true },
    service: { type: String, enum: SENSITIVE_SERVICES, required: true },
    importedAt: { type: Date, required: true },
    importedBy: { type: String, required: true },
    accounts: { type: Number, required: true },
    replacedPacked: { type: String, required: true },
  },
  { strict: 'throw', collection: 'people_imports', versionKey: false },
);

// The page: newest first.
peopleImportSchema.index({ shop: 1, importedAt: -1 });
// What cannot be taken back any more goes.
peopleImportSchema.index({ importedAt: 1 }, { expireAfterSeconds: daysInSeconds(UNDO_DAYS) });
peopleImportSchema.plugin(tenantGuard);

export const peopleImportModel = (connection: Connection) => connection.model('PeopleImport', peopleImportSchema);
