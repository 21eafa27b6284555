import { z } from 'zod';
import type { BeaconState } from '../../../core/api/scripts.ts';

/** PUT /beacon */
export const SwitchBeacon = z.strictObject({ isOn: z.boolean() });

export const BeaconAnswer: z.ZodType<BeaconState> = z.strictObject({
  isOn: z.boolean(),
  changedAt: z.string().nullable(),
  lastReportAt: z.string().nullable(),
  editorUrl: z.string(),
});
