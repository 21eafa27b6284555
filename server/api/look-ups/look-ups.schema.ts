import { z } from 'zod';
import type { ConnectLookUps, LookUpState } from '../../../core/api/gst.ts';
import { LOOK_UP_SERVICES } from '../../../core/evidence/registry.ts';
import { credentialsOf } from '../../verify/credentials.ts';
import { InstantText } from '../shapes.ts';

const [first, ...others] = LOOK_UP_SERVICES;
const wishFor = <S extends (typeof LOOK_UP_SERVICES)[number]>(service: S) =>
  z.strictObject({ service: z.literal(service), isTestMode: z.boolean(), credentials: credentialsOf(service) });

/** PUT /look-ups: a service with exactly the parts of the key that it asks for. */
export const ConnectWish = z.discriminatedUnion('service', [
  wishFor(first),
  ...others.map((service) => wishFor(service)),
]) satisfies z.ZodType<ConnectLookUps>;

const count = z.number().int().nonnegative();

export const LookUpsAnswer = z.strictObject({
  service: z.enum(LOOK_UP_SERVICES).nullable(),
  isTestMode: z.boolean(),
  keyEnding: z.string().max(5).nullable(),
  connectedAt: InstantText.nullable(),
  callsToday: count,
  budgetPerDay: count,
  pausedUntil: InstantText.nullable(),
}) satisfies z.ZodType<LookUpState>;
