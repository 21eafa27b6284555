import { Schema, type InferSchemaType } from 'mongoose';
import { AREAS } from '../../core/checks/check.ts';
import { PACES, type NoticeRule } from '../../core/notices/rules.ts';
import { SEVERITIES } from '../../core/severity.ts';

/** core/notices/rules.ts, as it is kept. */
export const ruleFields = new Schema(
  {
    areas: { type: [{ type: String, enum: AREAS }], required: true },
    leastSeverity: { type: String, enum: SEVERITIES.filter((severity) => severity !== 'info'), required: true },
    pace: { type: String, enum: PACES, required: true },
    tellsResolved: { type: Boolean, required: true },
  },
  { strict: 'throw', _id: false },
);

/** Without what mongoose adds to a part. */
export function ruleOf({ areas, leastSeverity, pace, tellsResolved }: InferSchemaType<typeof ruleFields>): NoticeRule {
  return { areas: [...areas], leastSeverity, pace, tellsResolved };
}
