import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** Somebody with access to the shop's accounts. Name, address and role are sealed; blind indexes tell whose address it is. */
const personSchema = new Schema(
  {
    shop: { type: String, required: true },
    detailsSealed: { type: String, required: true }, // JSON: name, email, role
    emailIndex: { type: String, required: true }, // of the address; of one without an address: its own id
    otherEmailIndexes: { type: [String], required: true }, // addresses of people who turned out to be this one
    addedAt: { type: Date, required: true },
    leftAt: Date, // works here no more
  },
  { strict: 'throw', collection: 'people', versionKey: false },
);

// One person an address of a shop, however many lists bring it at once.
personSchema.index({ shop: 1, emailIndex: 1 }, { unique: true });
// The sweep: people who left so long ago that they are forgotten.
personSchema.index({ leftAt: 1 });
personSchema.plugin(tenantGuard);

export type PersonRecord = InferSchemaType<typeof personSchema>;

export const personModel = (connection: Connection) => connection.model('Person', personSchema);
