import { z } from 'zod';
import type { HostBook, OwnHostRow } from '../../../core/api/hosts.ts';
import { isDay } from '../../../core/gst/days.ts';
import { Id, InstantText } from '../shapes.ts';

/** POST /hosts: as typed. */
export const AddHost = z.strictObject({ host: z.string().max(300) });

/** PUT /hosts/signatures: the two values that Shopify shows, each as it goes into its header. */
export const SetSignature = z.strictObject({
  host: z.string().max(300),
  signatureInput: z
    .string()
    .max(2_000)
    .trim()
    .regex(/^[a-z0-9_*.-]+=\([\x20-\x7e]{1,1900}$/i),
  signature: z
    .string()
    .max(2_000)
    .trim()
    .regex(/^[a-z0-9_*.-]+=:[A-Za-z0-9+/=]{16,1900}:$/i),
  endsOn: z.string().refine(isDay),
});

export const RemoveSignature = z.strictObject({ host: z.string().max(300) });

export const HostAnswer: z.ZodType<OwnHostRow> = z.strictObject({
  id: Id,
  host: z.string(),
  proofName: z.string(),
  proof: z.string(),
  verifiedAt: InstantText.nullable(),
});

export const HostsAnswer: z.ZodType<HostBook> = z.strictObject({
  hosts: z.array(HostAnswer),
  signatures: z.array(z.strictObject({ host: z.string(), endsOn: z.string() })),
});
