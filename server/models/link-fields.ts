import type { Schema } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';

/** What each kind of link keeps beside whom it is for. Neither the link nor anybody's name is in it. */
export const LINK_FIELDS = {
  shop: { type: String, required: true },
  attempt: { type: String, required: true }, // names one invitation: what is sent twice is kept once
  tokenHash: { type: String, required: true }, // SHA-256 of the link's secret
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  expiresAt: { type: Date, required: true },
  sessionHash: String, // SHA-256 of the cookie that the link was exchanged for
  sessionEndsAt: Date,
  finishedAt: Date,
  forgetAt: { type: Date, required: true },
} as const;

/** The ways to a link that all kinds share. Each kind adds its own: whom one link is for. */
export function linkIndexes(schema: Schema): void {
  // A link and its cookie are looked up before anybody knows the shop: their hashes are the only way in.
  schema.index({ tokenHash: 1 });
  schema.index({ sessionHash: 1 });
  schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  schema.plugin(tenantGuard);
}
