/** What Shopify's list of apps says of one. The schema names no scope; whether it tells of every app is not documented. */
export const APP_BY_HANDLE = `query AppByHandle($handle: String!) {
  appByHandle(handle: $handle) {
    id
    handle
    title
    developerName
    developerType
    requestedAccessScopes { handle }
    privacyPolicyUrl
    appStoreAppUrl
  }
}`;
