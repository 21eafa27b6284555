import { Schema } from 'mongoose';
import type { Connection, InferSchemaType } from 'mongoose';
import { tenantGuard } from '../store/tenant-guard.ts';
import { RETENTION_DAYS, daysInSeconds } from './retention.ts';

/** Handles of the actions in extensions/. */
export const FLOW_ACTIONS = ['check-order-gst', 'start-recheck'] as const;
export type FlowAction = (typeof FLOW_ACTIONS)[number];

/** One run of an action of ours in a workflow of the shop: recorded before it is answered, and answered alike ever after. */
const flowRunSchema = new Schema(
  {
    shop: { type: String, required: true },
    runId: { type: String, required: true }, // Shopify's own id of the run, the same in each try
    action: { type: String, enum: FLOW_ACTIONS, required: true },
    orderId: String, // the digits of the order's gid
    state: { type: String, enum: ['waiting', 'done'], required: true },
    attempts: { type: Number, required: true },
    nextTryAt: { type: Date, required: true }, // also the lease of whoever works on it
    resultSealed: String, // JSON: server/flow/action-result.ts
    receivedAt: { type: Date, required: true },
  },
  { strict: 'throw', collection: 'flow_runs', versionKey: false },
);

// A run, its tries and its replays are one.
flowRunSchema.index({ shop: 1, runId: 1 }, { unique: true });
// One shop's turn, longest waiting first; and how many wait.
flowRunSchema.index({ shop: 1, state: 1, nextTryAt: 1 });
// The sweep: shops with work that nobody did.
flowRunSchema.index({ state: 1, nextTryAt: 1 });
flowRunSchema.index({ receivedAt: 1 }, { expireAfterSeconds: daysInSeconds(RETENTION_DAYS.flowRuns) });
flowRunSchema.plugin(tenantGuard);

export type FlowRunRecord = InferSchemaType<typeof flowRunSchema>;

export const flowRunModel = (connection: Connection) => connection.model('FlowRun', flowRunSchema);
