import { BHIWANDI, GUJARAT, indianAddress, KARNATAKA, mumbaiAddress, NAGPUR_PIN } from './shops/clean-shop.ts';
import { IDENTITY_DEFECTS } from './identity-defects.ts';
import { LOOK_UP_DEFECTS } from './look-ups/defects.ts';
import { ORDER_DEFECTS } from './shops/commerce/order-defects.ts';
import { PRODUCT_DEFECTS } from './shops/commerce/product-defects.ts';
import { TAX_DEFECTS } from './shops/commerce/tax-defects.ts';
import { publishedPolicies } from './shops/policies.ts';
import type { ShopLocation, ShopState } from './shops/shop-state.ts';
import { APP_DEFECTS } from './app-defects.ts';
import type { Defect, ShopDefect } from './defect.ts';
import { CODE_DEFECTS } from './code-defects.ts';
import { DNS_DEFECTS } from './dns-defects.ts';
import { SCRIPT_DEFECTS } from './script-defects.ts';
import { STOREFRONT_DEFECTS } from './storefront-defects.ts';
import { themeDefect } from './theme-defect.ts';
import { VENDOR_DEFECTS } from './vendor-defects.ts';

/** Granted though no feature of the app needs it. */
const SURPLUS_SCOPE = 'write_themes';

const FORGOTTEN_DOMAIN = { id: 99, label: 'diwali-sale' };

export const SHOP_DEFECTS: readonly ShopDefect[] = [
  {
    where: 'shop',
    id: 'address-in-gujarat',
    title: 'The shop moved its address to Gujarat; the registration is of Maharashtra',
    checkId: 'gst/shop-address-state',
    webhookTopic: 'shop/update',
    isPresent: (shop) => shop.address.provinceCode !== 'MH',
    plant(shop, nowIso) {
      const place = { address1: '21 Invented Textile Market', city: 'Surat', zip: '395003', ...GUJARAT };
      shop.address = indianAddress({ company: shop.name, ...place });
      shop.updatedAt = nowIso;
    },
    mend(shop, nowIso) {
      shop.address = mumbaiAddress(shop.name);
      shop.updatedAt = nowIso;
    },
  },
  {
    where: 'shop',
    id: 'nagpur-pin-of-telangana',
    title: 'The Nagpur shop carries a PIN of Telangana',
    checkId: 'gst/pin-state',
    webhookTopic: 'locations/update',
    webhookSubjectId: (shop) => locationNamed(shop, 'Nagpur shop').id,
    isPresent: (shop) => locationNamed(shop, 'Nagpur shop').address.zip !== NAGPUR_PIN,
    plant: (shop, nowIso) => changeAddress(locationNamed(shop, 'Nagpur shop'), { zip: '500010' }, nowIso),
    mend: (shop, nowIso) => changeAddress(locationNamed(shop, 'Nagpur shop'), { zip: NAGPUR_PIN }, nowIso),
  },
  {
    where: 'shop',
    id: 'warehouse-in-karnataka',
    title: 'The warehouse stands in Karnataka, where the shop has no registration',
    checkId: 'gst/location-states',
    webhookTopic: 'locations/update',
    webhookSubjectId: (shop) => locationNamed(shop, 'Main warehouse').id,
    isPresent: (shop) => locationNamed(shop, 'Main warehouse').address.provinceCode !== 'MH',
    plant(shop, nowIso) {
      const place = {
        address1: '88 Invented Industrial Estate, Peenya',
        city: 'Bengaluru',
        zip: '560058',
        ...KARNATAKA,
      };
      changeAddress(locationNamed(shop, 'Main warehouse'), indianAddress(place), nowIso);
    },
    mend: (shop, nowIso) => changeAddress(locationNamed(shop, 'Main warehouse'), { ...BHIWANDI }, nowIso),
  },
  {
    where: 'shop',
    id: 'domain-without-tls',
    title: 'A domain of last year’s sale has no certificate',
    checkId: 'security/domain-tls',
    webhookTopic: 'domains/update',
    webhookSubjectId: (shop) => shop.id * 10 + FORGOTTEN_DOMAIN.id,
    isPresent: (shop) => shop.domains.some(({ sslEnabled }) => !sslEnabled),
    plant(shop) {
      const id = shop.id * 10 + FORGOTTEN_DOMAIN.id;
      const host = `${FORGOTTEN_DOMAIN.label}.${shop.handle}.example`;
      shop.domains = [
        ...shop.domains.filter((domain) => domain.id !== id),
        { id, host, isPrimary: false, sslEnabled: false },
      ];
    },
    mend(shop) {
      shop.domains = shop.domains.map((domain) => ({ ...domain, sslEnabled: true }));
    },
  },
  {
    where: 'shop',
    id: 'certificate-not-renewed',
    title: 'The certificate of the main domain was not renewed and ends in twelve days',
    checkId: 'security/certificate',
    webhookTopic: null,
    isPresent: (shop) => shop.domains.some(({ certificateDays }) => certificateDays !== undefined),
    plant(shop) {
      shop.domains = shop.domains.map((domain) => (domain.isPrimary ? { ...domain, certificateDays: 12 } : domain));
    },
    mend(shop) {
      shop.domains = shop.domains.map(({ id, host, isPrimary, sslEnabled }) => ({ id, host, isPrimary, sslEnabled }));
    },
  },
  {
    where: 'shop',
    id: 'forms-without-captcha',
    title: 'Contact and account forms have no CAPTCHA',
    checkId: 'security/form-captcha',
    webhookTopic: 'shop/update',
    isPresent: (shop) => !shop.hasFormCaptcha,
    plant: (shop, nowIso) => void Object.assign(shop, { hasFormCaptcha: false, updatedAt: nowIso }),
    mend: (shop, nowIso) => void Object.assign(shop, { hasFormCaptcha: true, updatedAt: nowIso }),
  },
  {
    where: 'shop',
    id: 'classic-customer-accounts',
    title: 'Customers still log in with passwords (classic accounts)',
    checkId: 'security/customer-accounts',
    webhookTopic: null,
    isPresent: (shop) => shop.customerAccounts.version === 'CLASSIC',
    plant(shop) {
      shop.customerAccounts = { ...shop.customerAccounts, version: 'CLASSIC' };
    },
    mend(shop) {
      shop.customerAccounts = { ...shop.customerAccounts, version: 'NEW_CUSTOMER_ACCOUNTS' };
    },
  },
  {
    where: 'shop',
    id: 'no-refund-policy',
    title: 'No refund policy is published',
    checkId: 'security/policies-published',
    webhookTopic: null,
    isPresent: (shop) => !shop.policies.some(({ type }) => type === 'REFUND_POLICY'),
    plant(shop) {
      shop.policies = shop.policies.filter(({ type }) => type !== 'REFUND_POLICY');
    },
    mend: (shop, nowIso) => publishPolicy(shop, 'REFUND_POLICY', nowIso),
  },
  {
    where: 'shop',
    id: 'empty-terms-of-service',
    title: 'The terms of service are an empty page',
    checkId: 'security/policies-published',
    webhookTopic: null,
    isPresent: (shop) => shop.policies.some(({ type, body }) => type === 'TERMS_OF_SERVICE' && body === ''),
    plant(shop, nowIso) {
      const emptied = { body: '', updatedAt: nowIso };
      shop.policies = shop.policies.map((policy) =>
        policy.type === 'TERMS_OF_SERVICE' ? { ...policy, ...emptied } : policy,
      );
    },
    mend: (shop, nowIso) => publishPolicy(shop, 'TERMS_OF_SERVICE', nowIso),
  },
  {
    where: 'shop',
    id: 'privacy-banner-off',
    title: 'The cookie banner is switched off',
    checkId: 'security/privacy-banner',
    webhookTopic: null,
    isPresent: (shop) => !shop.privacy.banner.enabled,
    plant(shop) {
      shop.privacy = { ...shop.privacy, banner: { enabled: false, autoManaged: false } };
    },
    mend(shop) {
      shop.privacy = { ...shop.privacy, banner: { enabled: true, autoManaged: true } };
    },
  },
  themeDefect({
    id: 'review-widget-script',
    title: 'The theme runs a review widget’s script from a foreign host',
    checkId: 'security/theme-foreign-scripts',
    file: 'layout/theme.liquid',
    before: '</head>',
    planted: '  <script src="https://cdn.taarif-reviews.example/v3/badge.js" async></script>\n  ',
  }),
  themeDefect({
    id: 'tracker-script',
    title: 'A snippet left by an old app still loads its tracker',
    checkId: 'security/theme-foreign-scripts',
    file: 'snippets/size-guide.liquid',
    before: '<details',
    planted: '<script src="https://px.purana-pixel.example/t.js?shop=invented" defer></script>\n',
  }),
  themeDefect({
    id: 'banner-image-over-http',
    title: 'The home page banner loads an image over plain HTTP',
    checkId: 'security/theme-mixed-content',
    file: 'sections/image-banner.liquid',
    before: '<div class="banner__text',
    planted:
      '<img class="banner__image" src="http://images.purana-host.example/diwali-banner.jpg" alt="" width="1600" height="600">\n  ',
  }),
  themeDefect({
    id: 'newsletter-form-over-http',
    title: 'The newsletter form sends e-mail addresses over plain HTTP',
    checkId: 'security/theme-mixed-content',
    file: 'sections/newsletter.liquid',
    before: '<p class="newsletter__note',
    planted:
      '<form action="http://list.purana-mailer.example/subscribe" method="post"><input type="email" name="email" aria-label="E-mail"></form>\n  ',
  }),
  {
    where: 'shop',
    id: 'storefront-still-locked',
    title: 'The storefront is still behind its opening password',
    checkId: 'security/storefront-password',
    webhookTopic: 'shop/update',
    isPresent: (shop) => shop.storefrontPassword.isEnabled,
    plant: (shop, nowIso) => void Object.assign(shop, { storefrontPassword: { isEnabled: true }, updatedAt: nowIso }),
    mend: (shop, nowIso) => void Object.assign(shop, { storefrontPassword: { isEnabled: false }, updatedAt: nowIso }),
  },
  {
    where: 'shop',
    id: 'surplus-scope',
    title: 'Prahari was granted the right to change themes, which it never needs',
    checkId: 'security/own-scopes',
    webhookTopic: 'app/scopes_update',
    isPresent: ({ installation: { isInstalled, grantedScopes, surplusScopes } }) =>
      (isInstalled ? grantedScopes : surplusScopes).includes(SURPLUS_SCOPE),
    plant(shop) {
      const { isInstalled, grantedScopes } = shop.installation;
      const without = grantedScopes.filter((scope) => scope !== SURPLUS_SCOPE);
      shop.installation = {
        isInstalled,
        grantedScopes: isInstalled ? [...without, SURPLUS_SCOPE] : [],
        surplusScopes: [SURPLUS_SCOPE],
      };
    },
    mend(shop) {
      const { isInstalled, grantedScopes } = shop.installation;
      const without = grantedScopes.filter((scope) => scope !== SURPLUS_SCOPE);
      shop.installation = { isInstalled, grantedScopes: without, surplusScopes: [] };
    },
  },
  ...TAX_DEFECTS,
  ...PRODUCT_DEFECTS,
  ...ORDER_DEFECTS,
  ...LOOK_UP_DEFECTS,
  ...IDENTITY_DEFECTS,
  ...DNS_DEFECTS,
  ...STOREFRONT_DEFECTS,
  ...CODE_DEFECTS,
  ...VENDOR_DEFECTS,
  ...SCRIPT_DEFECTS,
];

/** Checks that nothing in the sandbox can set off, and why. */
export const CHECKS_WITHOUT_DEFECT: Readonly<Record<string, string>> = {
  'gst/eway-block': 'none of the four look-up services tells of blocked e-way bills',
  'gst/pan-constitution': 'the registry here makes the constitution of the PAN, so that the two agree',
  'security/old-tls': 'the program that runs the sandbox refuses TLS 1.0 and 1.1 to everybody',
};

/** Every defect that the sandbox knows; sandbox/README.md lists them with their checks. */
export const DEFECTS: readonly Defect[] = [...SHOP_DEFECTS, ...APP_DEFECTS];

function locationNamed(shop: ShopState, name: string): ShopLocation {
  const found = shop.locations.find((location) => location.name === name);
  if (!found) throw new RangeError(`The shop has no location "${name}".`);
  return found;
}

function changeAddress(location: ShopLocation, change: Partial<ShopLocation['address']>, nowIso: string): void {
  location.address = { ...location.address, ...change };
  location.updatedAt = nowIso;
}

function publishPolicy(shop: ShopState, type: string, nowIso: string): void {
  const text = publishedPolicies(shop.name).find((policy) => policy.type === type);
  if (!text) throw new RangeError(`There is no text for ${type}.`);
  shop.policies = [...shop.policies.filter((policy) => policy.type !== type), { ...text, updatedAt: nowIso }];
}
