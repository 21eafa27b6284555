/**
 * What is asked for a buyer after the order. Whose order it is stands in a search, so that no Customer is read: that type
 * takes a permission of its own.
 */
export const ORDER_OF_BUYER = `query OrderOfBuyer($id: ID!) {
  order(id: $id) {
    id
    createdAt
    cancelledAt
    confirmationNumber
    customAttributes { key value }
    buyerGstin: metafield(namespace: "$app", key: "buyer_gstin") { value }
    checkoutGstin: metafield(namespace: "$app", key: "checkout_gstin") { value }
    invoiceNumber: metafield(namespace: "$app", key: "invoice_number") { value }
  }
}`;

export const WHO_ORDERED = `query WhoOrdered($query: String!) {
  orders(first: 1, query: $query) { nodes { id } }
}`;

export const GIVE_GSTIN = `mutation GiveGstin($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { userErrors { code message } }
}`;

/** Who belongs to a company's location, and its tax number. */
export const COMPANY_OF_BUYER = `query CompanyOfBuyer($id: ID!, $after: String) {
  companyLocation(id: $id) {
    name
    taxSettings { taxRegistrationId }
    roleAssignments(first: 100, after: $after) {
      nodes { role { name } companyContact { customer { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const SET_COMPANY_GSTIN = `mutation SetCompanyGstin($id: ID!, $gstin: String!) {
  companyLocationTaxSettingsUpdate(companyLocationId: $id, taxRegistrationId: $gstin) {
    userErrors { code message }
  }
}`;
