import { z } from 'zod';
import type { DoneMailLink, OpenedMailLink } from '../../core/api/mail-link.ts';
import { SEVERITIES } from '../../core/severity.ts';

/** A press sends nothing of its own: the page's cookie says it all. */
export const Press = z.strictObject({});
/** And whether one weekly report of all shops is wanted. */
export const Confirmation = z.strictObject({ isCombined: z.boolean().optional() });

const whose = { shop: z.string(), address: z.string(), isDone: z.boolean() };

export const OpenedAnswer = z.discriminatedUnion('purpose', [
  z.strictObject({
    ...{ purpose: z.literal('confirm'), ...whose },
    ...{ getsAlerts: z.boolean(), getsWeekly: z.boolean(), offersCombined: z.boolean() },
  }),
  z.strictObject({ purpose: z.enum(['stop-alerts', 'stop-weekly']), ...whose }),
  z.strictObject({
    purpose: z.literal('acknowledge'),
    shop: z.string(),
    alerts: z.array(
      z.strictObject({ text: z.strictObject({ en: z.string(), hi: z.string() }), severity: z.enum(SEVERITIES) }),
    ),
  }),
]) satisfies z.ZodType<OpenedMailLink>;

export const DoneAnswer = z.strictObject({
  purpose: z.enum(['confirm', 'acknowledge', 'stop-alerts', 'stop-weekly']),
}) satisfies z.ZodType<DoneMailLink>;
