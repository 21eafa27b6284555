import type { AdminAnswers } from './fake-admin.ts';

/** A connection of which this is all. */
export function wholePage(nodes: readonly unknown[], hasNextPage = false) {
  return { nodes, pageInfo: { hasNextPage } };
}

/** A shop in which nobody else left a trace. */
export function traceAnswers(): AdminAnswers {
  const none = wholePage([]);
  return {
    AppByHandle: () => ({ appByHandle: null }),
    TraceOrders: () => ({ orders: none }),
    TraceChannels: () => ({ channels: none }),
    TracePublications: () => ({ publications: none }),
    TraceOrderAttributions: () => ({ orderAttributionDefinitions: none }),
    TraceDiscounts: () => ({ appDiscountTypesNodes: none }),
    TraceDeliveryCustomizations: () => ({ deliveryCustomizations: none }),
    TracePaymentCustomizations: () => ({ paymentCustomizations: none }),
    TraceValidations: () => ({ validations: none }),
    TraceCarrierServices: () => ({ carrierServices: none }),
    TraceFulfillmentServices: () => ({ shop: { fulfillmentServices: [] } }),
    TraceMetafields: () => ({ metafieldDefinitions: none }),
    TraceMetaobjects: () => ({ metaobjectDefinitions: none }),
  };
}
