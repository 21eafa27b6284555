import { ordersOf } from '../shops/commerce/orders.ts';
import type { ShopDomain, ShopLocation, ShopState } from '../shops/shop-state.ts';

/** What an event is about, where a topic has more than one such thing. */
export interface WebhookSubject {
  /** A location or a domain of the shop. */
  readonly id?: number;
  /** For app/scopes_update: the scopes before. */
  readonly previousScopes?: readonly string[];
}

type Payload = Readonly<Record<string, unknown>>;
type PayloadOf = (shop: ShopState, subject: WebhookSubject, at: string) => Payload;

/** Each topic that the sandbox can send, with a body as Shopify's documentation shows it. People in them are invented. */
const PAYLOADS: Readonly<Record<string, PayloadOf>> = {
  'app/uninstalled': shopPayload,
  'app/scopes_update': (shop, { previousScopes = [] }, at) => ({
    id: shop.id,
    previous: previousScopes,
    current: shop.installation.grantedScopes,
    updated_at: at,
  }),
  'shop/update': shopPayload,
  'themes/publish': themePayload,
  'locations/create': locationPayload,
  'locations/update': locationPayload,
  'locations/activate': locationPayload,
  'locations/deactivate': locationPayload,
  'locations/delete': (shop, subject) => ({ id: locationOf(shop, subject)?.id ?? subject.id }),
  'domains/create': domainPayload,
  'domains/update': domainPayload,
  'domains/destroy': domainPayload,
  'customers/data_request': (shop, _subject, at) => ({
    shop_id: shop.id,
    shop_domain: shop.domain,
    orders_requested: ordersOfCustomer(shop, at),
    customer: CUSTOMER,
    data_request: { id: 9999 },
  }),
  'customers/redact': (shop, _subject, at) => ({
    shop_id: shop.id,
    shop_domain: shop.domain,
    customer: CUSTOMER,
    orders_to_redact: ordersOfCustomer(shop, at),
  }),
  'shop/redact': (shop) => ({ shop_id: shop.id, shop_domain: shop.domain }),
};

export const WEBHOOK_TOPICS = Object.keys(PAYLOADS);

/** @throws when the sandbox has no such topic */
export function webhookPayload(topic: string, shop: ShopState, subject: WebhookSubject, at: string): Payload {
  const payloadOf = PAYLOADS[topic];
  if (!payloadOf) throw new RangeError(`The sandbox sends no topic "${topic}".`);
  return payloadOf(shop, subject, at);
}

const CUSTOMER = { id: 191167, email: 'invented.buyer@buyer.example', phone: null };

/** The one customer bought twice and gave a GSTIN in the cart, where the shop has such orders. */
function ordersOfCustomer(shop: ShopState, at: string): number[] {
  const withNumber = ordersOf(shop, Date.parse(at)).filter(
    ({ isTest, attributes }) => !isTest && attributes.some(({ key }) => key === 'GSTIN'),
  );
  return withNumber.slice(-2).map(({ id }) => id);
}

function shopPayload(shop: ShopState): Payload {
  const { address } = shop;
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    customer_email: shop.email,
    domain: shop.domains.find(({ isPrimary }) => isPrimary)?.host ?? shop.domain,
    myshopify_domain: shop.domain,
    shop_owner: shop.ownerName,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zip: address.zip,
    province: address.province,
    province_code: address.provinceCode,
    country: address.countryCode,
    country_code: address.countryCode,
    country_name: address.country,
    phone: address.phone,
    currency: shop.currencyCode,
    money_format: '₹ {{amount}}',
    timezone: '(GMT+05:30) Asia/Calcutta',
    iana_timezone: shop.ianaTimezone,
    primary_locale: 'en',
    plan_name: shop.plan.publicDisplayName.toLowerCase(),
    plan_display_name: shop.plan.publicDisplayName,
    taxes_included: shop.taxesIncluded,
    tax_shipping: shop.taxShipping,
    password_enabled: shop.storefrontPassword.isEnabled,
    setup_required: shop.setupRequired,
    has_storefront: true,
    created_at: shop.createdAt,
    updated_at: shop.updatedAt,
  };
}

function themePayload(shop: ShopState): Payload {
  const theme = shop.themes.find(({ role }) => role === 'MAIN');
  return {
    id: theme?.id,
    name: theme?.name,
    role: 'main',
    theme_store_id: null,
    previewable: true,
    processing: false,
    created_at: theme?.createdAt,
    updated_at: theme?.updatedAt,
    admin_graphql_api_id: `gid://shopify/OnlineStoreTheme/${theme?.id}`,
  };
}

function locationPayload(shop: ShopState, subject: WebhookSubject): Payload {
  const location = locationOf(shop, subject);
  return {
    id: location?.id,
    name: location?.name,
    address1: location?.address.address1,
    address2: location?.address.address2,
    city: location?.address.city,
    zip: location?.address.zip,
    province: location?.address.province,
    province_code: location?.address.provinceCode,
    country: location?.address.countryCode,
    country_code: location?.address.countryCode,
    country_name: location?.address.country,
    phone: location?.address.phone,
    active: location?.isActive,
    legacy: false,
    created_at: location?.createdAt,
    updated_at: location?.updatedAt,
    admin_graphql_api_id: `gid://shopify/Location/${location?.id}`,
  };
}

function locationOf(shop: ShopState, { id }: WebhookSubject): ShopLocation | undefined {
  return shop.locations.find((location) => location.id === id) ?? shop.locations[0];
}

function domainPayload(shop: ShopState, { id }: WebhookSubject): Payload {
  const domain: ShopDomain | undefined = shop.domains.find((known) => known.id === id) ?? shop.domains[0];
  return {
    id: domain?.id,
    host: domain?.host,
    ssl_enabled: domain?.sslEnabled,
    localization: { country: null, default_locale: 'en', alternate_locales: [] },
  };
}
