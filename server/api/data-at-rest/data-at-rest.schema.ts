import { z } from 'zod';
import type { DataAtRestState } from '../../../core/api/security.ts';
import { SECURITY_EVIDENCE_SCHEMAS } from '../../collect/security-evidence-schemas.ts';

const count = z.number().int().min(0).max(100_000_000);
/** PUT /data-at-rest/sample */
export const SwitchSample = z.strictObject({ isOn: z.boolean() });
/** POST /file-scans: counts, and nothing else of the file. */
export const NewFileScan = z.strictObject({
  rows: count,
  counts: z.strictObject({ card: count, aadhaar: count, pan: count }),
});

export const DataAtRestAnswer: z.ZodType<DataAtRestState> = z.strictObject({
  isSampleOn: z.boolean(),
  missingScopes: z.array(z.string()).readonly(),
  scans: SECURITY_EVIDENCE_SCHEMAS.fileScans,
  sample: SECURITY_EVIDENCE_SCHEMAS.dataSample.nullable(),
});
