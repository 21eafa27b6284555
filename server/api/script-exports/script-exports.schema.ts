import { z } from 'zod';
import { LANGUAGES } from '../../../core/text.ts';
import { EXPORT_FORMATS } from '../../exports/script-file.ts';
import { SCRIPT_EXPORTS } from '../../exports/script-records.ts';

/** What a path may name; another word reads like an address where there is nothing. */
export const ExportName = z.enum(SCRIPT_EXPORTS);

/** CSV and the person's own language unless told otherwise. */
export const ExportScripts = z.strictObject({
  format: z.enum(EXPORT_FORMATS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});
