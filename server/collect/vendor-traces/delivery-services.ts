import { z } from 'zod';
import { permitted } from '../access-denied.ts';
import { outsideText, parseEvidence } from '../parse-evidence.ts';
import { firstPage } from './app-in-answer.ts';
import { foldTraces } from './fold-traces.ts';
import { hostOf, outsideName } from './outside-names.ts';
import { TRACE_CARRIER_SERVICES, TRACE_FULFILLMENT_SERVICES } from './trace-documents.ts';
import type { TraceGroup } from './trace-group.ts';

const address = outsideText(2_001).nullable();

const CARRIER_SCOPES = ['read_shipping'];
const Carriers = z.object({
  carrierServices: firstPage(
    z.object({ name: outsideText(2_000).nullable(), active: z.boolean(), callbackUrl: address }),
  ),
});

/** Who tells the checkout what delivery costs, and the host that is asked. Source: `carrierServices`. */
export const CARRIER_TRACES: TraceGroup = {
  sources: ['carrier-services'],
  parts: [
    {
      scopes: CARRIER_SCOPES,
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_CARRIER_SERVICES, {}, { signal }), CARRIER_SCOPES);
        const { nodes, pageInfo } = parseEvidence(Carriers, answer).carrierServices;
        const seen = nodes.map(({ name, active, callbackUrl }) => ({
          ...{ name: outsideName(name), host: hostOf(callbackUrl), isActive: active },
        }));
        return { traces: foldTraces('carrier-services', seen), isPartial: pageInfo.hasNextPage };
      },
    },
  ],
};

/** The schema says in words which one opens a fulfilment service; it is one of three. */
const FULFILLMENT_SCOPES = ['read_products'];
const MAX_SERVICES = 250;
const Services = z.object({
  shop: z.object({
    fulfillmentServices: z.array(
      z.object({
        serviceName: outsideText(2_000),
        handle: outsideText(300),
        type: outsideText(40),
        callbackUrl: address,
      }),
    ),
  }),
});

/** Who sends goods for the shop. Its own hands and gift cards are nobody else's. Source: `shop.fulfillmentServices`. */
export const FULFILLMENT_TRACES: TraceGroup = {
  sources: ['fulfillment-services'],
  parts: [
    {
      scopes: FULFILLMENT_SCOPES,
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_FULFILLMENT_SERVICES, {}, { signal }), FULFILLMENT_SCOPES);
        const services = parseEvidence(Services, answer).shop.fulfillmentServices;
        const seen = services
          .filter(({ type }) => type !== 'MANUAL' && type !== 'GIFT_CARD')
          .map(({ serviceName, handle, callbackUrl }) => ({
            name: outsideName(serviceName),
            handle: outsideName(handle),
            host: hostOf(callbackUrl),
          }));
        return { traces: foldTraces('fulfillment-services', seen), isPartial: services.length > MAX_SERVICES };
      },
    },
  ],
};
