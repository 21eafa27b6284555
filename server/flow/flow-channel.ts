import { z } from 'zod';
import { SEVERITIES } from '../../core/severity.ts';
import type { Vendor } from '../../core/vendors/vendor.ts';
import type { AdminAnswer, AdminApi } from '../shopify/admin-api.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { AlertIds } from '../outgoing/alert-ids.ts';
import type { Attempt, Channel, Delivery } from '../outbox/channel.ts';
import { alertPayloads, type AlertPayload } from './alert-payload.ts';
import { RECEIVE_TRIGGER } from './flow-document.ts';
import type { VendorFact } from './flow-fact.ts';
import { isFlowOn, TRIGGER_OF, type FlowSwitch } from './flow-listeners.ts';
import { MAX_PAYLOAD_BYTES } from './flow-runs.ts';
import { gstStatusPayload, type GstStatusPayload } from './gst-status-payload.ts';
import { vendorPayloads, type VendorPayload } from './vendor-payload.ts';

const Received = z.object({
  flowTriggerReceive: z.object({ userErrors: z.array(z.object({ message: z.string() })).max(100) }),
});

type Payload = AlertPayload | GstStatusPayload | VendorPayload;

export interface FlowChannelDeps {
  readonly settings: FlowSwitch;
  readonly adminFor: (shop: string) => AdminApi;
  readonly alertIds: AlertIds;
  /** The register of vendors as of now. */
  readonly vendorsOf: (shop: string) => Promise<readonly Vendor[]>;
  readonly adminLink: AdminLink;
}

/** Starts the shop's own workflows: with alerts, with changes of registrations and with new vendors. */
export function flowChannel({ settings, adminFor, ...deps }: FlowChannelDeps): Channel {
  return {
    name: 'flow',

    async compose(delivery) {
      if (!(await isFlowOn(settings, delivery.shop, delivery.kind))) return null;
      const payloads = await payloadsOf(deps, delivery);
      return payloads.length === 0 ? null : JSON.stringify(payloads);
    },

    /** One run after the other. A try that breaks off begins again: workflows tell repeats by the field "Notice". */
    async send({ shop, kind }, body) {
      const handle = TRIGGER_OF[kind];
      if (handle === null || !(await isFlowOn(settings, shop, kind))) return { outcome: 'never', code: 'switched-off' };
      const admin = adminFor(shop);
      for (const payload of JSON.parse(body) as Payload[]) {
        const attempt = await run(admin, handle, payload);
        if (attempt.outcome !== 'sent') return attempt;
      }
      return { outcome: 'sent' };
    },
  };
}

type ComposeDeps = Pick<FlowChannelDeps, 'alertIds' | 'vendorsOf' | 'adminLink'>;

async function payloadsOf(deps: ComposeDeps, delivery: Delivery): Promise<readonly Payload[]> {
  const { shop, identity, fact } = delivery;
  if (fact?.kind === 'vendor') return newVendors(deps, delivery, fact);
  if (fact) return [gstStatusPayload(fact, { identity, registrationsUrl: deps.adminLink(shop, '/gst') })];
  return alerts(deps, delivery);
}

async function alerts({ alertIds, adminLink }: ComposeDeps, { shop, identity, news }: Delivery) {
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
  return alertPayloads(sorted, { identity, alertUrl, alertsUrl });
}

async function newVendors({ vendorsOf, adminLink }: ComposeDeps, { shop, identity }: Delivery, fact: VendorFact) {
  return vendorPayloads(fact, {
    ...{ identity, register: await vendorsOf(shop), vendorsUrl: adminLink(shop, '/vendors') },
    vendorUrl: (id) => adminLink(shop, `/vendors/${encodeURIComponent(id)}`),
  });
}

async function run(admin: AdminApi, handle: string, payload: Payload): Promise<Attempt> {
  if (Buffer.byteLength(JSON.stringify(payload)) >= MAX_PAYLOAD_BYTES) return { outcome: 'never', code: 'too-large' };
  try {
    return received(await admin.query(RECEIVE_TRIGGER, { handle, payload }));
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
