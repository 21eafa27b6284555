import { z } from 'zod';
import type { FlowSettings } from '../../core/api/notices.ts';
import { SEVERITIES } from '../../core/severity.ts';
import type { AdminAnswer, AdminApi } from '../shopify/admin-api.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { AlertIds } from '../outgoing/alert-ids.ts';
import type { Attempt, Channel } from '../outbox/channel.ts';
import { alertPayloads, MAX_PAYLOAD_BYTES, type AlertPayload } from './alert-payload.ts';
import { RECEIVE_TRIGGER } from './flow-document.ts';

/** Of extensions/alert-raised. */
const TRIGGER = 'alert-raised';

const Received = z.object({
  flowTriggerReceive: z.object({ userErrors: z.array(z.object({ message: z.string() })).max(100) }),
});

/** Starts the shop's own workflows. They hear of alerts; reports and invitations are not for them. */
export function flowChannel({
  settings,
  adminFor,
  alertIds,
  adminLink,
}: {
  settings: { flow(shop: string): Promise<FlowSettings> };
  adminFor: (shop: string) => AdminApi;
  alertIds: AlertIds;
  adminLink: AdminLink;
}): Channel {
  return {
    name: 'flow',

    async compose({ shop, identity, kind, news }) {
      const isForFlow = kind === 'alerts' || kind === 'digest';
      if (!isForFlow || news.length === 0 || !(await settings.flow(shop)).isOn) return null;
      const sorted = [...news].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
      const ids = await alertIds(
        shop,
        sorted.map(({ fingerprint }) => fingerprint),
      );
      const alertsUrl = adminLink(shop, '/alerts');
      const alertUrl = (fingerprint: string) => {
        const id = ids.get(fingerprint);
        return id === undefined ? alertsUrl : adminLink(shop, `/alerts/${id}`);
      };
      return JSON.stringify(alertPayloads(sorted, { identity, alertUrl, alertsUrl }));
    },

    /** One run after the other. A try that breaks off begins again: workflows tell repeats by the field "Notice". */
    async send({ shop }, body) {
      if (!(await settings.flow(shop)).isOn) return { outcome: 'never', code: 'switched-off' };
      const admin = adminFor(shop);
      for (const payload of JSON.parse(body) as AlertPayload[]) {
        const attempt = await run(admin, payload);
        if (attempt.outcome !== 'sent') return attempt;
      }
      return { outcome: 'sent' };
    },
  };
}

async function run(admin: AdminApi, payload: AlertPayload): Promise<Attempt> {
  if (Buffer.byteLength(JSON.stringify(payload)) >= MAX_PAYLOAD_BYTES) return { outcome: 'never', code: 'too-large' };
  try {
    return received(await admin.query(RECEIVE_TRIGGER, { handle: TRIGGER, payload }));
  } catch (error) {
    if (error instanceof ThrottledError) return { outcome: 'again', code: 'busy', afterMs: error.retryAfterMs };
    if (error instanceof TokenRefusedError) return { outcome: 'again', code: 'needs-visit' };
    if (error instanceof AdminUnreachableError) return { outcome: 'again', code: 'unreachable' };
    if (error instanceof EvidenceShapeError) return { outcome: 'again', code: 'unexpected-answer' };
    throw error;
  }
}

/** Shopify's own words name no code: what it refuses, it refuses again. */
function received({ data, denied }: AdminAnswer): Attempt {
  if (denied.length > 0) return { outcome: 'never', code: 'denied' };
  const answer = Received.safeParse(data);
  if (!answer.success) return { outcome: 'again', code: 'unexpected-answer' };
  const { userErrors } = answer.data.flowTriggerReceive;
  return userErrors.length > 0 ? { outcome: 'never', code: 'flow-refused' } : { outcome: 'sent' };
}
