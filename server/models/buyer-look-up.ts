import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/**
 * What a look-up service told of a number that a buyer gave. A proprietor's number names a person: the number stands here
 * as a blind index alone, the answer sealed.
 */
const buyerLookUpSchema = new Schema(
  {
    shop: { type: String, required: true },
    gstinIndex: { type: String, required: true },
    answerSealed: String, // JSON: server/buyers/buyer-answer.ts; absent until a service answered
    orders: { type: [String], default: [] }, // ids of orders that carry it; a customer who asks to be forgotten names them
    askedAt: { type: Date, required: true },
    notBefore: { type: Date, required: true }, // the service is not asked again before
  },
  { strict: 'throw', collection: 'buyer_look_ups', versionKey: false },
);

// One document a number of a shop; by the shop alone it finds those of a customer's orders, among a month's paid answers.
buyerLookUpSchema.index({ shop: 1, gstinIndex: 1 }, { unique: true });
// Answers grow old.
buyerLookUpSchema.index({ askedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.lookUps) });
buyerLookUpSchema.plugin(tenantGuard);

export const buyerLookUpModel = (connection: Connection) => connection.model('BuyerLookUp', buyerLookUpSchema);
