import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { FLOW_TRIGGERS } from '../../core/api/notices.ts';
import { tenantGuard } from '../store/tenant-guard.ts';
import { ruleFields } from './rule-fields.ts';

/** How a shop wants to be told. Without a document it is told as we propose. */
const noticeSettingsSchema = new Schema(
  {
    shop: { type: String, required: true },
    hasQuietHours: { type: Boolean, required: true },
    quietFrom: { type: String, required: true }, // "21:00", in India
    quietTo: { type: String, required: true },
    isFlowOn: { type: Boolean, required: true },
    flowRule: { type: ruleFields, required: true },
    flowTriggers: { type: [{ type: String, enum: FLOW_TRIGGERS }], default: undefined }, // absent: all of them
  },
  { strict: 'throw', collection: 'notice_settings', versionKey: false },
);

// One a shop.
noticeSettingsSchema.index({ shop: 1 }, { unique: true });
noticeSettingsSchema.plugin(tenantGuard);

export const noticeSettingsModel = (connection: Connection) => connection.model('NoticeSettings', noticeSettingsSchema);
