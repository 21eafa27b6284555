import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import type { ScanKey } from '../shop/scan-shapes.ts';

/** Ids of one scan, as every job of it carries them. */
export const ScanData = z.strictObject({
  shop: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/),
  scanId: z.string().regex(/^[0-9a-f]{24}$/),
  run: z.number().int().positive(),
  install: z.number().int().positive(),
}) satisfies z.ZodType<ScanKey>;

export const CollectData = ScanData.extend({ kind: z.enum(EVIDENCE_KINDS) });
