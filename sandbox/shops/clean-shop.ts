import { NO_FAULTS } from '../faults/settings.ts';
import { cleanCommerce } from './commerce/clean-commerce.ts';
import { publishedPolicies } from './policies.ts';
import type { ConsentPolicy, Person, ShopAddress, ShopLocation, ShopState } from './shop-state.ts';
import { themeFiles } from './theme-files.ts';

const OPENED_AT = '2025-08-11T05:30:00Z';

/** Where an invented place lies in India. */
export function indianAddress(place: {
  address1: string;
  city: string;
  province: string;
  provinceCode: string;
  zip: string;
  company?: string;
}): ShopAddress {
  return { company: null, address2: null, countryCode: 'IN', country: 'India', phone: null, ...place };
}

const MAHARASHTRA = { province: 'Maharashtra', provinceCode: 'MH' };
export const GUJARAT = { province: 'Gujarat', provinceCode: 'GJ' };
export const KARNATAKA = { province: 'Karnataka', provinceCode: 'KA' };

/** A small clothing shop in Mumbai, with nothing wrong. Its people, firm and streets are invented. */
export function cleanShop(identity: { handle: string; name: string; id: number }): ShopState {
  const { handle, name, id } = identity;
  return {
    domain: `${handle}.myshopify.com`,
    handle,
    id,
    name,
    email: `owner@${handle}.example`,
    ownerName: 'Meera Invented',
    ianaTimezone: 'Asia/Calcutta',
    currencyCode: 'INR',
    taxesIncluded: true,
    taxShipping: true,
    setupRequired: false,
    plan: { publicDisplayName: 'Basic', shopifyPlus: false, partnerDevelopment: false },
    createdAt: OPENED_AT,
    updatedAt: OPENED_AT,
    address: mumbaiAddress(name),
    domains: [
      { id: id * 10 + 1, host: `www.${handle}.example`, isPrimary: true, sslEnabled: true },
      { id: id * 10 + 2, host: `${handle}.example`, isPrimary: false, sslEnabled: true },
      { id: id * 10 + 3, host: `${handle}.myshopify.com`, isPrimary: false, sslEnabled: true },
    ],
    customerAccounts: { version: 'NEW_CUSTOMER_ACCOUNTS', isLoginRequiredAtCheckout: false },
    hasFormCaptcha: true,
    storefrontPassword: { isEnabled: false },
    policies: publishedPolicies(name),
    privacy: { banner: { enabled: true, autoManaged: true }, consentPolicies: consentPolicies() },
    locations: locations(id),
    themes: [
      {
        id: id * 10 + 5,
        name: 'Haldi',
        role: 'MAIN',
        createdAt: OPENED_AT,
        updatedAt: OPENED_AT,
        files: themeFiles(),
      },
    ],
    taxTable: { setting: 'own-state', homeProvinceCode: 'MH' },
    commerce: cleanCommerce(id, name),
    people: people(handle, id),
    installation: { isInstalled: false, grantedScopes: [], surplusScopes: [] },
    faults: NO_FAULTS,
  };
}

export function mumbaiAddress(company: string): ShopAddress {
  return indianAddress({
    company,
    address1: '14 Invented Mill Lane, Lower Parel',
    city: 'Mumbai',
    zip: '400013',
    ...MAHARASHTRA,
  });
}

/** The shop's godown as it should be: in the State of its registration. */
export const BHIWANDI = indianAddress({
  address1: 'Gala 7, Invented Compound',
  city: 'Bhiwandi',
  zip: '421302',
  ...MAHARASHTRA,
});
export const NAGPUR_PIN = '440010';

function locations(id: number): ShopLocation[] {
  const shared = {
    isActive: true,
    isFulfillmentService: false,
    addressVerified: true,
    createdAt: OPENED_AT,
    updatedAt: OPENED_AT,
  };
  return [
    {
      ...shared,
      id: id * 10 + 6,
      name: 'Mumbai showroom',
      fulfillsOnlineOrders: true,
      address: indianAddress({ address1: '14 Invented Mill Lane', city: 'Mumbai', zip: '400013', ...MAHARASHTRA }),
    },
    { ...shared, id: id * 10 + 7, name: 'Main warehouse', fulfillsOnlineOrders: true, address: { ...BHIWANDI } },
    {
      ...shared,
      id: id * 10 + 8,
      name: 'Nagpur shop',
      fulfillsOnlineOrders: false,
      address: indianAddress({ address1: '3 Invented Market', city: 'Nagpur', zip: NAGPUR_PIN, ...MAHARASHTRA }),
    },
  ];
}

function consentPolicies(): ConsentPolicy[] {
  const consentFirst = ['DE', 'FR', 'GB', 'IE', 'NL'].map((countryCode) => ({ countryCode, consentRequired: true }));
  const noConsent = ['IN', 'SG'].map((countryCode) => ({ countryCode, consentRequired: false }));
  return [
    ...[...consentFirst, ...noConsent].map((policy) => ({
      ...policy,
      regionCode: null,
      dataSaleOptOutRequired: false,
    })),
    { countryCode: 'US', regionCode: 'CA', consentRequired: false, dataSaleOptOutRequired: true },
  ];
}

function people(handle: string, id: number): Person[] {
  const person = { isOwner: false, isCollaborator: false, locale: 'en' };
  return [
    {
      ...person,
      id: `${id}1`,
      firstName: 'Meera',
      lastName: 'Invented',
      email: `meera@${handle}.example`,
      isOwner: true,
    },
    {
      ...person,
      id: `${id}2`,
      firstName: 'Ramesh',
      lastName: 'Invented',
      email: `ramesh@${handle}.example`,
      locale: 'hi',
    },
    {
      ...person,
      id: `${id}3`,
      firstName: 'Farah',
      lastName: 'Invented',
      email: `farah@agency.example`,
      isCollaborator: true,
    },
  ];
}
