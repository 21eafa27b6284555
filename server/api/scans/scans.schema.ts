import { z } from 'zod';
import { SCAN_STATES, type ScanProgress } from '../../../core/api/home.ts';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import { Id, InstantText } from '../shapes.ts';

const count = z.number().int().nonnegative();

export const ScanAnswer = z.strictObject({
  id: Id,
  state: z.enum(SCAN_STATES),
  requestedAt: InstantText,
  finishedAt: InstantText.nullable(),
  collectors: z.array(
    z.strictObject({ kind: z.enum(EVIDENCE_KINDS), state: z.enum(['waiting', 'collected', 'unavailable']) }),
  ),
  changes: z.strictObject({ opened: count, stayed: count, resolved: count }).nullable(),
}) satisfies z.ZodType<ScanProgress>;
