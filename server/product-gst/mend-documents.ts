/** What a person mends in place on a product: one value at a time, and nothing else of it. */

export const SET_HSN = `mutation SetHsn($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    userErrors { field message code }
  }
}`;

export const CLEAR_HSN = `mutation ClearHsn($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    userErrors { field message }
  }
}`;

/** Not inventoryItemUpdate, which takes write_inventory: this one takes write_products alone. */
export const SET_ORIGIN = `mutation SetOrigin($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants) {
    userErrors { field message code }
  }
}`;
