/** Owner of the values that the app's own Liquid may read in a shop. */
export const OUR_INSTALLATION = `query OurInstallation {
  currentAppInstallation { id }
}`;

export const SET_BEACON = `mutation SetBeacon($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id }
    userErrors { field message code }
  }
}`;

export const CLEAR_BEACON = `mutation ClearBeacon($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    deletedMetafields { key }
    userErrors { field message }
  }
}`;
