import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { SENSITIVE_SERVICES } from '../../core/data/sensitive-services.ts';
import { ACCOUNT_FACTS, PEOPLE_SOURCES } from '../../core/evidence/people.ts';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The newest reading of one source about one service: when, what it tells at all, and the rule for passwords. */
const peopleReadingSchema = new Schema(
  {
    shop: { type: String, required: true },
    source: { type: String, enum: PEOPLE_SOURCES, required: true },
    service: { type: String, enum: SENSITIVE_SERVICES, required: true },
    readAt: { type: Date, required: true },
    tells: { type: [{ type: String, enum: ACCOUNT_FACTS }], required: true },
    accounts: { type: Number, required: true },
    policy: Schema.Types.Mixed, // ReadPolicy; absent: it tells no rule
  },
  { strict: 'throw', collection: 'people_readings', versionKey: false },
);

// One document a source and service.
peopleReadingSchema.index({ shop: 1, source: 1, service: 1 }, { unique: true });
peopleReadingSchema.plugin(tenantGuard);

export type PeopleReadingRecord = InferSchemaType<typeof peopleReadingSchema>;

export const peopleReadingModel = (connection: Connection) => connection.model('PeopleReading', peopleReadingSchema);
