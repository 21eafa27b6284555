import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';

/**
 * How many mails one address got on one day from all shops together, or how many one shop sent. What is counted is named
 * by a keyed hash that leads back to nobody, so it has no `shop`, and it is gone after two days.
 */
const mailCountSchema = new Schema(
  {
    what: { type: String, required: true },
    day: { type: String, required: true },
    count: { type: Number, required: true },
    forgetAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'mail_counts', versionKey: false },
);

// One count for each day.
mailCountSchema.index({ what: 1, day: 1 }, { unique: true });
mailCountSchema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });

export const mailCountModel = (connection: Connection) => connection.model('MailCount', mailCountSchema);
