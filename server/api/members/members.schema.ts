import { z } from 'zod';
import { ROLES } from '../../../core/api/home.ts';
import type { Member, Members } from '../../../core/api/settings.ts';
import { InstantText } from '../shapes.ts';

/** Shopify's number of a person. */
export const UserId = z.string().regex(/^[0-9]{1,20}$/);

/** PATCH /members/:userId */
export const ChangeRole = z.strictObject({ role: z.enum(ROLES) });

export const MemberAnswer = z.strictObject({
  userId: z.string(),
  role: z.enum(ROLES),
  firstSeenAt: InstantText,
  lastSeenAt: InstantText,
  isMe: z.boolean(),
}) satisfies z.ZodType<Member>;

export const MembersAnswer = z.strictObject({ members: z.array(MemberAnswer) }) satisfies z.ZodType<Members>;
