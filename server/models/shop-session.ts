import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What sign-in still has to tell the product, should the process die in between. */
export const PENDING_NEWS = ['installed', 'visited'] as const;

/** Prahari's access to one shop. */
const shopSessionSchema = new Schema(
  {
    shop: { type: String, required: true },
    pair: { type: String, default: null }, // sealed JSON of both tokens, so that they change in one write
    isRefused: { type: Boolean, default: false }, // Shopify answered 401 to the access token
    expiresAt: { type: Date, default: null },
    refreshExpiresAt: { type: Date, default: null },
    scopes: { type: [String], default: [] },
    pending: { type: String, enum: [...PENDING_NEWS, null], default: null },
    fence: { type: Number, required: true }, // counts the holders of the lock; an older one's write is refused
    lockedUntil: { type: Date, default: null },
  },
  { strict: 'throw', collection: 'shop_sessions', versionKey: false },
);

// One session a shop; two first requests make one.
shopSessionSchema.index({ shop: 1 }, { unique: true });
shopSessionSchema.plugin(tenantGuard);

export type ShopSessionRecord = InferSchemaType<typeof shopSessionSchema>;

export const shopSessionModel = (connection: Connection) => connection.model('ShopSession', shopSessionSchema);
