import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { BEACON_PAGES } from '../beacon/beacon-report.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** What no browser has seen for so long is forgotten. */
const KEPT_DAYS = RETENTION_DAYS.browserReports;

const onPage = { firstSeenAt: Date, lastSeenAt: Date, reports: Number };

/** A script that real browsers saw: address or hash, and on which kinds of pages. No visitor is in it. */
const beaconSightingSchema = new Schema(
  {
    shop: { type: String, required: true },
    identity: { type: String, required: true },
    lastSeenAt: { type: Date, required: true },
    pages: Object.fromEntries(BEACON_PAGES.map((kind) => [kind, onPage])) as Record<
      (typeof BEACON_PAGES)[number],
      typeof onPage
    >,
  },
  { strict: 'throw', collection: 'beacon_sightings', versionKey: false },
);

// One document a script of a shop.
beaconSightingSchema.index({ shop: 1, identity: 1 }, { unique: true });
// Which to let go when there are too many.
beaconSightingSchema.index({ shop: 1, lastSeenAt: 1 });
beaconSightingSchema.index({ lastSeenAt: 1 }, { expireAfterSeconds: daysInSeconds(KEPT_DAYS) });
beaconSightingSchema.plugin(tenantGuard);

export const beaconSightingModel = (connection: Connection) => connection.model('BeaconSighting', beaconSightingSchema);
