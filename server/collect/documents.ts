/**
 * Every question that Prahari asks of the Admin API, and nothing more than checks read: no name, e-mail, phone or
 * street. What an optional scope opens stands in a document of its own, since a refused field empties its parent.
 * documents.test.ts holds each one against the published schema.
 */

export const SHOP_POSTURE = `query ShopPosture {
  shop {
    currencyCode
    taxesIncluded
    ianaTimezone
    setupRequired
    plan { publicDisplayName shopifyPlus partnerDevelopment }
    shopAddress { city provinceCode zip countryCodeV2 }
    customerAccountsV2 { customerAccountsVersion }
    features { captcha }
  }
  onlineStore { passwordProtection { enabled } }
}`;

export const GRANTED_SCOPES = `query GrantedScopes {
  currentAppInstallation { accessScopes { handle } }
}`;

/** `shop.domains` is deprecated in favour of a connection that no stable version has yet. */
export const DOMAINS = `query Domains {
  shop {
    primaryDomain { host }
    domains { host sslEnabled }
  }
}`;

export const LOCATIONS = `query Locations($after: String) {
  locations(first: 100, after: $after, includeInactive: true) {
    nodes {
      id
      name
      isActive
      isFulfillmentService
      fulfillsOnlineOrders
      address { city provinceCode zip countryCode }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const POLICIES = `query Policies {
  shop { shopPolicies { type url body updatedAt } }
}`;

export const PRIVACY = `query Privacy {
  privacySettings { banner { enabled } }
  consentPolicy { countryCode regionCode consentRequired }
}`;

export const THEME_FILE_LIST = `query ThemeFileList($after: String) {
  themes(first: 1, roles: [MAIN]) {
    nodes {
      id
      name
      files(first: 250, after: $after) {
        nodes { filename checksumMd5 size }
        pageInfo { hasNextPage endCursor }
        userErrors { filename code }
      }
    }
  }
}`;

export const THEME_FILE_BODIES = `query ThemeFileBodies($names: [String!]!, $after: String) {
  themes(first: 1, roles: [MAIN]) {
    nodes {
      id
      files(first: 50, after: $after, filenames: $names) {
        nodes {
          filename
          checksumMd5
          body {
            __typename
            ... on OnlineStoreThemeFileBodyText { content }
            ... on OnlineStoreThemeFileBodyBase64 { contentBase64 }
          }
        }
        pageInfo { hasNextPage endCursor }
        userErrors { filename code }
      }
    }
  }
}`;

/** Each document with the scope that opens it, for the test that keeps shopify.app.toml honest. */
export const DOCUMENTS: readonly { readonly document: string; readonly scopes: readonly string[] }[] = [
  { document: SHOP_POSTURE, scopes: [] },
  { document: GRANTED_SCOPES, scopes: [] },
  { document: DOMAINS, scopes: [] },
  { document: LOCATIONS, scopes: ['read_locations'] },
  { document: POLICIES, scopes: ['read_legal_policies'] },
  { document: PRIVACY, scopes: ['read_privacy_settings'] },
  { document: THEME_FILE_LIST, scopes: ['read_themes'] },
  { document: THEME_FILE_BODIES, scopes: ['read_themes'] },
];
