import { RECEIVE_TRIGGER } from '../flow/flow-document.ts';
import { SHOP_ID } from '../disclosure/shop-copy-document.ts';
import {
  CLEAR_METAFIELDS,
  OUR_INSTALLATION,
  OWN_METAFIELD,
  SET_METAFIELDS,
} from '../metafields/own-metafield-documents.ts';
import {
  COMPANY_OF_BUYER,
  GIVE_GSTIN,
  ORDER_OF_BUYER,
  SET_COMPANY_GSTIN,
  WHO_ORDERED,
} from '../buyers/buyer-documents.ts';
import { BULK_OPERATION, CANCEL_BULK_OPERATION, RUN_BULK_QUERY } from './bulk/bulk-documents.ts';
import { BULK_CATALOGUE, CATALOGUE, CATALOGUE_COUNTS, PRODUCT_VARIANTS } from './catalogue/catalogue-documents.ts';
import { ORDER_TEXTS } from './data-sample/order-texts-document.ts';
import {
  bulkCompanyBuyers,
  bulkOrders,
  COMPANIES_BY_ID,
  COMPANIES_COUNT,
  COMPANY_BUYERS,
  ORDER_LINES,
  ORDER_LINES_AND_VARIANTS,
  ORDERS,
  ORDERS_AND_VARIANTS,
  ORDERS_BY_ID,
  ORDERS_COUNT,
} from './orders/order-documents.ts';
import { CLEAR_HSN, SET_HSN, SET_ORIGIN } from '../product-gst/mend-documents.ts';
import { APP_BY_HANDLE } from './theme/app-documents.ts';
import { TRACE_DOCUMENTS } from './vendor-traces/trace-documents.ts';

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
  currentAppInstallation { app { id } accessScopes { handle } }
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

/** Asked only where Shopify Support enabled the scope for this app. */
export const STAFF_MEMBERS = `query StaffMembers($after: String) {
  staffMembers(first: 100, after: $after) {
    nodes { active isShopOwner accountType email name }
    pageInfo { hasNextPage endCursor }
  }
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

const ORDER_SCOPES = ['read_orders', 'read_locations'];
const COMPANY_SCOPES = ['read_orders', 'read_companies'];
/** Any search: the test asks whether the document is valid. */
const SEARCH = "created_at:>='2026-09-23T07:00:00Z' test:false";

/** Each document with the scopes that open it, for the test that keeps shopify.app.toml honest. */
export const DOCUMENTS: readonly {
  readonly document: string;
  readonly scopes: readonly string[];
  /** What the owner of a metafield takes that is written; the schema's list cannot say it. */
  readonly ownerScopes?: readonly string[];
}[] = [
  { document: SHOP_POSTURE, scopes: [] },
  { document: GRANTED_SCOPES, scopes: [] },
  { document: DOMAINS, scopes: [] },
  { document: LOCATIONS, scopes: ['read_locations'] },
  { document: POLICIES, scopes: ['read_legal_policies'] },
  { document: PRIVACY, scopes: ['read_privacy_settings'] },
  { document: STAFF_MEMBERS, scopes: ['read_users'] },
  { document: THEME_FILE_LIST, scopes: ['read_themes'] },
  { document: THEME_FILE_BODIES, scopes: ['read_themes'] },
  { document: APP_BY_HANDLE, scopes: [] },
  { document: OUR_INSTALLATION, scopes: [] },
  { document: OWN_METAFIELD, scopes: [] },
  { document: SHOP_ID, scopes: [] },
  { document: SET_METAFIELDS, scopes: [] },
  { document: CLEAR_METAFIELDS, scopes: [] },
  { document: RECEIVE_TRIGGER, scopes: [] },
  { document: ORDER_OF_BUYER, scopes: ['read_orders'] },
  { document: WHO_ORDERED, scopes: ['read_orders'] },
  { document: GIVE_GSTIN, scopes: [], ownerScopes: ['write_orders'] },
  { document: COMPANY_OF_BUYER, scopes: ['read_companies', 'read_customers'] },
  { document: SET_COMPANY_GSTIN, scopes: ['read_companies', 'write_companies'] },
  { document: RUN_BULK_QUERY, scopes: [] },
  { document: BULK_OPERATION, scopes: [] },
  { document: CANCEL_BULK_OPERATION, scopes: [] },
  { document: ORDERS_COUNT, scopes: ['read_orders'] },
  { document: ORDERS, scopes: ORDER_SCOPES },
  { document: ORDERS_AND_VARIANTS, scopes: [...ORDER_SCOPES, 'read_products'] },
  { document: ORDERS_BY_ID, scopes: ORDER_SCOPES },
  { document: COMPANIES_BY_ID, scopes: ['read_companies'] },
  { document: ORDER_LINES, scopes: ['read_orders'] },
  { document: ORDER_LINES_AND_VARIANTS, scopes: ['read_orders', 'read_products'] },
  { document: bulkOrders(SEARCH, false), scopes: ORDER_SCOPES },
  { document: bulkOrders(SEARCH, true), scopes: [...ORDER_SCOPES, 'read_products'] },
  { document: COMPANIES_COUNT, scopes: ['read_companies'] },
  { document: COMPANY_BUYERS, scopes: COMPANY_SCOPES },
  { document: bulkCompanyBuyers(SEARCH), scopes: COMPANY_SCOPES },
  { document: ORDER_TEXTS, scopes: ['read_orders'] },
  { document: CATALOGUE_COUNTS, scopes: ['read_products'] },
  { document: CATALOGUE, scopes: ['read_products'] },
  { document: BULK_CATALOGUE, scopes: ['read_products'] },
  { document: PRODUCT_VARIANTS, scopes: ['read_products'] },
  { document: SET_HSN, scopes: [], ownerScopes: ['write_products'] },
  { document: CLEAR_HSN, scopes: [], ownerScopes: ['write_products'] },
  { document: SET_ORIGIN, scopes: ['read_products', 'write_products'] },
  ...TRACE_DOCUMENTS,
];
