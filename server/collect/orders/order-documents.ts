/**
 * What is asked of orders: no name, e-mail, phone, street or PIN of a buyer. Everything opens with read_orders, except a
 * line's `variant`, which takes read_products as well and so stands in documents of its own.
 */

const MONEY = '{ shopMoney { amount } }';

const TAX_LINES = `taxLines { title rate ratePercentage priceSet ${MONEY} }`;

const ORDER_FIELDS = `
    id
    name
    test
    createdAt
    cancelledAt
    currencyCode
    taxesIncluded
    taxExempt
    sourceName
    app { name }
    customAttributes { key value }
    buyerGstin: metafield(namespace: "$app", key: "buyer_gstin") { value }
    checkoutGstin: metafield(namespace: "$app", key: "checkout_gstin") { value }
    invoiceNumber: metafield(namespace: "$app", key: "invoice_number") { value }
    shippingAddress { provinceCode countryCodeV2 }
    billingAddress { provinceCode countryCodeV2 }
    fulfillments(first: 20) { status location { id } }
    retailLocation { id }`;

/**
 * `discountedTotalSet` leaves discounts on the whole order out and cannot be told otherwise, so a line's amount is its
 * original total less every allocation. Both hold refunded and removed pieces, as its tax lines do.
 */
const lineFields = (hasVariants: boolean) => `
    __typename
    id
    title
    sku
    vendor
    quantity
    currentQuantity
    taxable
    originalTotalSet ${MONEY}
    discountAllocations { allocatedAmountSet ${MONEY} }
    ${TAX_LINES}
    ${hasVariants ? 'variant { id }' : ''}`;

const SHIPPING_FIELDS = `
    __typename
    id
    title
    discountedPriceSet ${MONEY}
    ${TAX_LINES}`;

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

/** How many orders there are; `limit: null` counts beyond 10,000. */
export const ORDERS_COUNT = `query OrdersCount($query: String!) {
  ordersCount(query: $query, limit: null) { count precision }
}`;

/** Newest first. The page sizes keep one question well below the 1,000 points that Shopify takes. */
const orders = (name: string, hasVariants: boolean) => `query ${name}($query: String!, $after: String) {
  orders(first: 20, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes { ${ORDER_FIELDS}
      lineItems(first: 10) { nodes { ${lineFields(hasVariants)} } ${PAGE_INFO} }
      shippingLines(first: 3) { nodes { ${SHIPPING_FIELDS} } ${PAGE_INFO} }
    }
    ${PAGE_INFO}
  }
}`;

export const ORDERS = orders('Orders', false);
export const ORDERS_AND_VARIANTS = orders('OrdersAndVariants', true);

const WITHOUT_VARIANTS = lineFields(false);

/** Orders that somebody looks at, by their ids. The page sizes are those of the list. */
export const ORDERS_BY_ID = `query OrdersById($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Order { ${ORDER_FIELDS}
      lineItems(first: 10) { nodes { ${WITHOUT_VARIANTS} } ${PAGE_INFO} }
      shippingLines(first: 3) { nodes { ${SHIPPING_FIELDS} } ${PAGE_INFO} }
    }
  }
}`;

/** All lines of one order, for an order whose lines do not fit the list's page. */
const orderLines = (name: string, hasVariants: boolean) => `query ${name}($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 100, after: $after) { nodes { ${lineFields(hasVariants)} } ${PAGE_INFO} }
    shippingLines(first: 50) { nodes { ${SHIPPING_FIELDS} } }
  }
}`;

export const ORDER_LINES = orderLines('OrderLines', false);
export const ORDER_LINES_AND_VARIANTS = orderLines('OrderLinesAndVariants', true);

/** The same in bulk: `query` is Shopify's search, which these documents cannot take as a variable. */
export const bulkOrders = (query: string, hasVariants: boolean) => `{
  orders(query: ${JSON.stringify(query)}, sortKey: CREATED_AT, reverse: true) {
    edges { node { __typename ${ORDER_FIELDS}
      lineItems { edges { node { ${lineFields(hasVariants)} } } }
      shippingLines { edges { node { ${SHIPPING_FIELDS} } } }
    } }
  }
}`;

/** Shops without B2B have none, and are asked no more. */
export const COMPANIES_COUNT = `query CompaniesCount {
  companiesCount(limit: 1) { count }
}`;

const COMPANY_FIELDS = `
    __typename
    id
    test
    purchasingEntity { __typename ... on PurchasingCompany { location { taxSettings { taxRegistrationId } } } }`;

export const COMPANY_BUYERS = `query CompanyBuyers($query: String!, $after: String) {
  orders(first: 100, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes { ${COMPANY_FIELDS} }
    ${PAGE_INFO}
  }
}`;

/** The same of orders by their ids. */
export const COMPANIES_BY_ID = `query CompaniesById($ids: [ID!]!) {
  nodes(ids: $ids) { __typename ... on Order { ${COMPANY_FIELDS} } }
}`;

export const bulkCompanyBuyers = (query: string) => `{
  orders(query: ${JSON.stringify(query)}, sortKey: CREATED_AT, reverse: true) {
    edges { node { ${COMPANY_FIELDS} } }
  }
}`;
