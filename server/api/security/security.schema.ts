import { z } from 'zod';
import type { EvidenceList, SecurityBoard, StorefrontBoard } from '../../../core/api/security.ts';
import { STEPS } from '../../../core/data/controls.ts';
import { EVIDENCE_KINDS } from '../../../core/evidence/kinds.ts';
import { RUNGS } from '../../../core/evidence/rungs.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { OUTCOMES } from '../../../core/judgement.ts';
import {
  codeSeen,
  hostProbe,
  libraryFlaws,
  SECURITY_EVIDENCE_SCHEMAS,
} from '../../collect/security-evidence-schemas.ts';
import { InstantText } from '../shapes.ts';

const count = z.number().int().nonnegative();
const score = z.number().min(0).max(100).nullable();
const step = z.literal(STEPS);
const coverage = { assessed: count, applicable: count, failing: count };

export const BoardAnswer: z.ZodType<SecurityBoard> = z.strictObject({
  takenAt: InstantText.nullable(),
  score,
  assessed: count,
  applicable: count,
  steps: z.array(z.strictObject({ step, score, ...coverage })).readonly(),
  controls: z
    .array(
      z.strictObject({
        controlId: z.string(),
        outcome: z.enum([...OUTCOMES, 'none']),
        rung: z.enum(RUNGS).nullable(),
        checkIds: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  trend: z.array(z.strictObject({ takenAt: InstantText, score, byStep: z.partialRecord(step, score) })).readonly(),
});

export const EvidenceAnswer: z.ZodType<EvidenceList> = z.strictObject({
  takenAt: InstantText.nullable(),
  items: z
    .array(
      z.strictObject({
        kind: z.enum(EVIDENCE_KINDS),
        rung: z.enum(RUNGS).nullable(),
        collectedAt: z.string().nullable(),
        expiresAt: z.string().nullable(),
        reason: z.enum(UNAVAILABLE_REASONS).nullable(),
        missingScopes: z.array(z.string()).readonly(),
        count: count.nullable(),
      }),
    )
    .readonly(),
});

const grade = z.strictObject({
  score: z.number(),
  grade: z.string(),
  tests: z.array(z.strictObject({ test: z.string(), result: z.string(), modifier: z.number() })).readonly(),
});

export const StorefrontAnswer: z.ZodType<StorefrontBoard> = z.strictObject({
  takenAt: InstantText.nullable(),
  reason: z.enum(UNAVAILABLE_REASONS).nullable(),
  hosts: z.array(hostProbe.extend({ grade: grade.nullable() })).readonly(),
  domains: SECURITY_EVIDENCE_SCHEMAS.dns,
  libraries: libraryFlaws.nullable(),
  theme: z.array(codeSeen.omit({ hosts: true }).extend({ filename: z.string() })).readonly(),
  themeFiles: count,
});
