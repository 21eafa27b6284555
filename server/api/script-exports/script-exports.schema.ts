import { z } from 'zod';
import { EXPORT_FORMATS, SCRIPT_EXPORTS } from '../../../core/api/scripts.ts';
import { LANGUAGES } from '../../../core/text.ts';

/** What a path may name; another word reads like an address where there is nothing. */
export const ExportName = z.enum(SCRIPT_EXPORTS);

/** CSV and the person's own language unless told otherwise. */
export const ExportScripts = z.strictObject({
  format: z.enum(EXPORT_FORMATS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});
