/** What every install grants; the same list as shopify.app.toml. A test holds the two together. */
export const REQUIRED_SCOPES = [
  'read_themes',
  'read_legal_policies',
  'read_privacy_settings',
  'read_locations',
  'write_app_proxy',
] as const;

/** Asked for by the feature that needs one, when the merchant opens it, and never at install. */
export const OPTIONAL_SCOPES = [
  'read_orders',
  'read_products',
  'read_companies',
  'read_shipping',
  'read_publications',
  'read_discounts',
  'read_metaobject_definitions',
  'read_delivery_customizations',
  'read_payment_customizations',
  'read_validations',
  'write_orders',
  'write_products',
  'write_companies',
  'read_customers',
] as const;
