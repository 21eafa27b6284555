import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** `frozen`: Shopify closed the shop to apps, until its bill is paid; `needsVisit`: our access ended. */
export const SHOP_STATUSES = ['installed', 'needsVisit', 'frozen', 'uninstalled'] as const;
export type ShopStatus = (typeof SHOP_STATUSES)[number];

/** One shop that installed Prahari: what is due when, and which work still counts. */
const shopSchema = new Schema(
  {
    shop: { type: String, required: true },
    status: { type: String, enum: SHOP_STATUSES, required: true },
    install: { type: Number, required: true }, // counts installs: work of an earlier one stops
    installedAt: { type: Date, required: true },
    uninstalledAt: Date,
    scopes: { type: [String], required: true },
    nextCheckAt: { type: Date, required: true }, // the truth of what is due; Redis may forget it
    nextWatchAt: Date, // scripts of others run near payment: a look each day between whole checks; absent: none do
    lastCheckAt: Date, // the last whole one
    timeZone: String, // as Shopify told it last; absent: not known
    nextThemeLookAt: Date, // the daily question whether the main theme is the one that was judged
    lastThemeLookAt: Date,
    themeDigest: String, // of the main theme's names and checksums, as last judged; absent: it was never read
    nextProbeAt: Date, // while frozen: when we look whether the shop is open again
    lastProbeAt: Date,
    nextReportAt: Date, // when its week ends, on Monday at nine of its own zone; absent: not planned yet
    reportSentAt: Date, // when a person last had the report sent
    failedScans: { type: Number, required: true, default: 0 }, // in a row: each waits longer
    run: { type: Number, required: true, default: 0 }, // counts scans
    appliedRun: { type: Number, required: true, default: 0 }, // the fence: an older run changes nothing any more
    guideHidden: { type: Boolean, required: true, default: false },
  },
  { strict: 'throw', collection: 'shops', versionKey: false, minimize: false },
);

// One document a shop.
shopSchema.index({ shop: 1 }, { unique: true });
// The sweep: shops that are due, longest waiting first.
shopSchema.index({ status: 1, nextCheckAt: 1 });
shopSchema.index({ status: 1, nextWatchAt: 1 });
shopSchema.index({ status: 1, nextThemeLookAt: 1 });
shopSchema.index({ status: 1, nextProbeAt: 1 });
shopSchema.index({ status: 1, nextReportAt: 1 });
shopSchema.plugin(tenantGuard);

export type ShopRecord = InferSchemaType<typeof shopSchema>;

export const shopModel = (connection: Connection) => connection.model('Shop', shopSchema);
