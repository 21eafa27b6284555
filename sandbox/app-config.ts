/** What Shopify knows of the app from its shopify.app.toml; a test holds the two against each other. */
export interface AppScopes {
  /** Granted when the merchant installs. */
  readonly required: readonly string[];
  /** Asked for at the feature that needs them. */
  readonly optional: readonly string[];
}

export const APP_SCOPES: AppScopes = {
  required: ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
  optional: [
    'read_orders',
    'read_products',
    'read_customers',
    'read_companies',
    'read_discounts',
    'read_shipping',
    'read_publications',
    'read_metaobject_definitions',
    'read_delivery_customizations',
    'read_payment_customizations',
    'read_validations',
    'read_marketing_events',
  ],
};

/** Path at which the app takes webhooks. */
export const WEBHOOK_PATH = '/webhooks';
