import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** The owner lets real browsers report scripts; without a document, or with `isOn` false, no report counts. */
const beaconSwitchSchema = new Schema(
  {
    shop: { type: String, required: true },
    isOn: { type: Boolean, required: true },
    /** Part of the token on the shop's pages; another one each time it is switched on. */
    round: { type: String, required: true },
    changedAt: { type: Date, required: true },
    changedBy: { type: String, required: true },
    lastReportAt: Date,
    /** How many scripts were new on `newOn`, a day in India: a flood of invented ones ends there. */
    newOn: String,
    newThen: Number,
  },
  { strict: 'throw', collection: 'beacon_switches', versionKey: false },
);

// One a shop.
beaconSwitchSchema.index({ shop: 1 }, { unique: true });
beaconSwitchSchema.plugin(tenantGuard);

export const beaconSwitchModel = (connection: Connection) => connection.model('BeaconSwitch', beaconSwitchSchema);
