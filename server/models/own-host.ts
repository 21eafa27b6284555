import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** A host that the merchant calls their own. Nobody goes there before its DNS shows the proof, which is this shop's alone. */
const ownHostSchema = new Schema(
  {
    shop: { type: String, required: true },
    host: { type: String, required: true },
    proof: { type: String, required: true },
    addedAt: { type: Date, required: true },
    addedBy: { type: String, required: true },
  },
  { strict: 'throw', collection: 'own_hosts', versionKey: false },
);

// One document a host of a shop. Two shops may name the same host: each has a proof of its own.
ownHostSchema.index({ shop: 1, host: 1 }, { unique: true });
ownHostSchema.plugin(tenantGuard);

export const ownHostModel = (connection: Connection) => connection.model('OwnHost', ownHostSchema);
