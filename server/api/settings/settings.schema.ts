import { z } from 'zod';
import { KEPT, type Settings, type SettingsChange } from '../../../core/api/settings.ts';
import { LANGUAGES } from '../../../core/text.ts';

/** PATCH /settings: at least one of them. */
export const ChangeSettings = z
  .strictObject({
    language: z.enum(LANGUAGES).nullable().exactOptional(),
    guideHidden: z.boolean().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'empty') satisfies z.ZodType<SettingsChange>;

const scopes = z.array(z.string());

export const SettingsAnswer = z.strictObject({
  language: z.enum(LANGUAGES).nullable(),
  guideHidden: z.boolean(),
  scopes: z.strictObject({ granted: scopes, required: scopes, optional: scopes }),
  retention: z.array(
    z.strictObject({
      what: z.enum(KEPT),
      days: z.number().int().positive(),
    }),
  ),
}) satisfies z.ZodType<Settings>;
