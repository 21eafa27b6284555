/** What every install grants; the same list as shopify.app.toml. A test holds the two together. */
export const REQUIRED_SCOPES = [
  'read_themes',
  'read_legal_policies',
  'read_privacy_settings',
  'read_locations',
] as const;

/** Asked for by the features that need them, never at install. None yet. */
export const OPTIONAL_SCOPES: readonly string[] = [];
