import { z } from 'zod';
import { LANGUAGES } from '../../../core/text.ts';

/** GET /evidence-pack: the person's own language unless told otherwise. */
export const PackQuery = z.strictObject({ language: z.enum(LANGUAGES).exactOptional() });
