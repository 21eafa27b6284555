import { z } from 'zod';
import type { RegistrationRow, Registrations } from '../../../core/api/settings.ts';
import { Id, InstantText } from '../shapes.ts';

/** POST /registrations: as typed; longer than any GSTIN with blanks is not read. */
export const AddRegistration = z.strictObject({ gstin: z.string().max(60) });

export const RegistrationAnswer = z.strictObject({
  id: Id,
  gstin: z.string(),
  statedAt: InstantText,
}) satisfies z.ZodType<RegistrationRow>;

export const RegistrationsAnswer = z.strictObject({
  registrations: z.array(RegistrationAnswer),
}) satisfies z.ZodType<Registrations>;
