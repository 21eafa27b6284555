import { z } from 'zod';
import { EXPORT_FORMATS } from '../../../core/api/scripts.ts';
import { LANGUAGES } from '../../../core/text.ts';

/** GET /scripts/export/…: CSV and the person's own language unless told otherwise. */
export const ExportScripts = z.strictObject({
  format: z.enum(EXPORT_FORMATS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});
