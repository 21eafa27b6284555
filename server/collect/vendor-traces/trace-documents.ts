/**
 * One question a source, since a refused field empties its parent. Names and numbers of apps, and addresses of which the
 * host alone is kept; no buyer, no amount.
 */
const APP = 'app { id title handle }';
const MORE = 'pageInfo { hasNextPage }';

export const TRACE_ORDERS = `query TraceOrders {
  orders(first: 250, sortKey: CREATED_AT, reverse: true, query: "test:false") {
    nodes { createdAt app { id name } paymentGatewayNames }
    ${MORE}
  }
}`;

export const TRACE_CHANNELS = `query TraceChannels {
  channels(first: 100) { nodes { name ${APP} } ${MORE} }
}`;

export const TRACE_PUBLICATIONS = `query TracePublications {
  publications(first: 50, catalogType: APP) {
    nodes {
      catalog {
        title
        ... on AppCatalog { apps(first: 5) { nodes { id title handle } } }
      }
    }
    ${MORE}
  }
}`;

export const TRACE_ORDER_ATTRIBUTIONS = `query TraceOrderAttributions {
  orderAttributionDefinitions(first: 100) { nodes { handle displayName } ${MORE} }
}`;

export const TRACE_DISCOUNTS = `query TraceDiscounts {
  appDiscountTypesNodes(first: 100) { nodes { ${APP} } ${MORE} }
}`;

export const TRACE_DELIVERY_CUSTOMIZATIONS = `query TraceDeliveryCustomizations {
  deliveryCustomizations(first: 50) { nodes { enabled shopifyFunction { ${APP} } } ${MORE} }
}`;

export const TRACE_PAYMENT_CUSTOMIZATIONS = `query TracePaymentCustomizations {
  paymentCustomizations(first: 50) { nodes { enabled shopifyFunction { ${APP} } } ${MORE} }
}`;

export const TRACE_VALIDATIONS = `query TraceValidations {
  validations(first: 50) { nodes { enabled shopifyFunction { ${APP} } } ${MORE} }
}`;

export const TRACE_CARRIER_SERVICES = `query TraceCarrierServices {
  carrierServices(first: 50) { nodes { name active callbackUrl } ${MORE} }
}`;

export const TRACE_FULFILLMENT_SERVICES = `query TraceFulfillmentServices {
  shop { fulfillmentServices { serviceName handle type callbackUrl } }
}`;

export const TRACE_METAFIELDS = `query TraceMetafields($ownerType: MetafieldOwnerType!) {
  metafieldDefinitions(first: 250, ownerType: $ownerType) { nodes { namespace } ${MORE} }
}`;

export const TRACE_METAOBJECTS = `query TraceMetaobjects {
  metaobjectDefinitions(first: 100) { nodes { createdAt createdByApp { id title handle } } ${MORE} }
}`;

/** Each with the scopes that open it; metafields ask for those of what owns them. */
export const TRACE_DOCUMENTS: readonly { readonly document: string; readonly scopes: readonly string[] }[] = [
  { document: TRACE_ORDERS, scopes: ['read_orders'] },
  { document: TRACE_CHANNELS, scopes: [] },
  { document: TRACE_PUBLICATIONS, scopes: ['read_publications', 'read_products'] },
  { document: TRACE_ORDER_ATTRIBUTIONS, scopes: [] },
  { document: TRACE_DISCOUNTS, scopes: ['read_discounts'] },
  { document: TRACE_DELIVERY_CUSTOMIZATIONS, scopes: ['read_delivery_customizations'] },
  { document: TRACE_PAYMENT_CUSTOMIZATIONS, scopes: ['read_payment_customizations'] },
  { document: TRACE_VALIDATIONS, scopes: ['read_validations'] },
  { document: TRACE_CARRIER_SERVICES, scopes: ['read_shipping'] },
  { document: TRACE_FULFILLMENT_SERVICES, scopes: ['read_products'] },
  { document: TRACE_METAFIELDS, scopes: [] },
  { document: TRACE_METAOBJECTS, scopes: ['read_metaobject_definitions'] },
];
