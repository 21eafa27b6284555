/** Products are read by their variants: every product has one, and one question then never nests deeper than codes. */
const VARIANT_FIELDS = `
    __typename
    id
    title
    sku
    price
    taxable
    hsn: metafield(namespace: "$app", key: "hsn") { value }
    product {
      id
      title
      status
      vendor
      category { fullName }
      hsn: metafield(namespace: "$app", key: "hsn") { value }
    }`;

const ITEM_FIELDS = 'id harmonizedSystemCode countryCodeOfOrigin';
const CODE_FIELDS = '__typename countryCode harmonizedSystemCode';

export const CATALOGUE_COUNTS = `query CatalogueCounts {
  productVariantsCount(limit: null) { count }
  productsCount(limit: null) { count }
}`;

/** Shopify takes a code for each of 250 countries at most; India's is among the first page or was never entered. */
export const CATALOGUE = `query Catalogue($after: String) {
  productVariants(first: 50, after: $after, sortKey: ID) {
    nodes { ${VARIANT_FIELDS}
      inventoryItem { ${ITEM_FIELDS} countryHarmonizedSystemCodes(first: 250) { nodes { ${CODE_FIELDS} } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const BULK_CATALOGUE = `{
  productVariants(sortKey: ID) {
    edges { node { ${VARIANT_FIELDS}
      inventoryItem { ${ITEM_FIELDS} countryHarmonizedSystemCodes { edges { node { ${CODE_FIELDS} } } } }
    } }
  }
}`;

/** All variants of one product that somebody looks at; prices hold the tax already where the shop says so. */
export const PRODUCT_VARIANTS = `query ProductVariants($id: ID!, $after: String) {
  shop { taxesIncluded }
  product(id: $id) {
    variants(first: 50, after: $after) {
      nodes { ${VARIANT_FIELDS}
        inventoryItem { ${ITEM_FIELDS} countryHarmonizedSystemCodes(first: 250) { nodes { ${CODE_FIELDS} } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
