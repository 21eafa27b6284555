/** Owner of the values that the app's own Liquid may read in a shop. */
export const OUR_INSTALLATION = `query OurInstallation {
  currentAppInstallation { id }
}`;

export const OWN_METAFIELD = `query OwnMetafield($namespace: String!, $key: String!) {
  currentAppInstallation {
    id
    metafield(namespace: $namespace, key: $key) { value updatedAt }
  }
}`;

export const SET_METAFIELDS = `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { id }
    userErrors { field message code }
  }
}`;

export const CLEAR_METAFIELDS = `mutation ClearMetafields($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    deletedMetafields { key }
    userErrors { field message }
  }
}`;
