import { formattedAddress } from './formatted-address.ts';
import { shopMetafield } from './own-metafields.ts';
import { fulfillmentServiceNodes } from './vendor-root.ts';
import type { ShopAddress, ShopDomain, ShopState } from '../shops/shop-state.ts';

/** The Shop type over the sandbox's data. */
export function shopNode(shop: ShopState) {
  const primary = shop.domains.find(({ isPrimary }) => isPrimary);
  return {
    id: `gid://shopify/Shop/${shop.id}`,
    name: shop.name,
    myshopifyDomain: shop.domain,
    url: `https://${primary?.host ?? shop.domain}`,
    email: shop.email,
    contactEmail: shop.email,
    shopOwnerName: shop.ownerName,
    ianaTimezone: shop.ianaTimezone,
    timezoneAbbreviation: 'IST',
    timezoneOffset: '+0530',
    timezoneOffsetMinutes: 330,
    currencyCode: shop.currencyCode,
    taxesIncluded: shop.taxesIncluded,
    taxShipping: shop.taxShipping,
    setupRequired: shop.setupRequired,
    unitSystem: 'METRIC_SYSTEM',
    weightUnit: 'KILOGRAMS',
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    plan: { ...shop.plan, displayName: shop.plan.publicDisplayName },
    primaryDomain: primary && domainNode(primary),
    domains: shop.domains.map(domainNode),
    shopAddress: addressNode(shop.address, shop.id),
    billingAddress: addressNode(shop.address, shop.id),
    customerAccountsV2: {
      customerAccountsVersion: shop.customerAccounts.version,
      loginRequiredAtCheckout: shop.customerAccounts.isLoginRequiredAtCheckout,
      loginLinksVisibleOnStorefrontAndCheckout: true,
      url:
        shop.customerAccounts.version === 'CLASSIC'
          ? null
          : `https://${primary?.host ?? shop.domain}/customer_authentication`,
    },
    features: {
      captcha: shop.hasFormCaptcha,
      harmonizedSystemCode: true,
      storefront: true,
      shopifyPlus: shop.plan.shopifyPlus,
    },
    alerts: [],
    metafield: (place: { namespace?: string | null; key: string }) => shopMetafield(shop, place),
    fulfillmentServices: () => fulfillmentServiceNodes(shop),
    shopPolicies: () => shop.policies.map((policy) => policyNode(policy, shop, primary)),
  };
}

function domainNode({ id, host, sslEnabled }: ShopDomain) {
  return { id: `gid://shopify/Domain/${id}`, host, sslEnabled, url: `${sslEnabled ? 'https' : 'http'}://${host}` };
}

function addressNode(address: ShopAddress, id: number) {
  return {
    ...address,
    id: `gid://shopify/ShopAddress/${id}`,
    countryCodeV2: address.countryCode,
    coordinatesValidated: false,
    formatted: formattedAddress(address),
  };
}

function policyNode(policy: ShopState['policies'][number], shop: ShopState, primary: ShopDomain | undefined) {
  return {
    ...policy,
    id: `gid://shopify/ShopPolicy/${policy.id}`,
    url: `https://${primary?.host ?? shop.domain}/policies/${policy.type.toLowerCase().replaceAll('_', '-')}`,
  };
}
