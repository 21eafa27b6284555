import { z } from 'zod';
import type { ThemeBaselineState } from '../../../core/api/security.ts';
import { InstantText } from '../shapes.ts';

export const ThemeBaselineAnswer = z.strictObject({
  acceptedAt: InstantText.nullable(),
  themeName: z.string().nullable(),
  changes: z.array(z.strictObject({ filename: z.string(), change: z.enum(['new', 'changed', 'gone']) })).nullable(),
}) satisfies z.ZodType<ThemeBaselineState>;
