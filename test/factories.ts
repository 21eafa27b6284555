import { EVIDENCE_KINDS } from '../core/evidence/kinds.ts';
import type {
  AppAccess,
  Domain,
  EvidenceByKind,
  Location,
  MainTheme,
  PolicyType,
  PostalArea,
  PrivacySettings,
  PublishedPolicy,
  Registration,
  ShopPosture,
  ThemeFile,
  ThemeResource,
} from '../core/evidence/kinds.ts';
import type { Collected, Snapshot } from '../core/evidence/snapshot.ts';
import { NO_CHANGES } from '../core/gst/law.ts';
import { aCatalogue, anOrderBook, aRegistryEntry, aTaxProfile } from './gst-factories.ts';
import { aGstin, AS_OF } from './a-gstin.ts';
import {
  aDataSample,
  aPeopleBook,
  aStorefront,
  aThemeBaseline,
  noCode,
  noFlaws,
  someAttestations,
  someDomainRecords,
  someRecords,
  someSelfChecks,
} from './security-factories.ts';
import { aScriptBook, aVendorBook, someVendorTraces } from './vendor-factories.ts';

export { AS_OF, aGstin };

export function anAddress(over: Partial<PostalArea> = {}): PostalArea {
  return { city: 'Mumbai', provinceCode: 'MH', pin: '400001', countryCode: 'IN', ...over };
}

export function aShop(over: Partial<ShopPosture> = {}): ShopPosture {
  return {
    currencyCode: 'INR',
    taxesIncluded: true,
    timeZone: 'Asia/Kolkata',
    setupRequired: false,
    plan: { name: 'Basic', isPlus: false, isDevelopment: false },
    address: anAddress(),
    customerAccounts: 'NEW_CUSTOMER_ACCOUNTS',
    hasFormCaptcha: true,
    isStorefrontLocked: false,
    ...over,
  };
}

export function anAccess(over: Partial<AppAccess> = {}): AppAccess {
  const required = ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'];
  return { granted: required, required, optional: [], ...over };
}

export function aDomain(over: Partial<Domain> = {}): Domain {
  return { host: 'invented-shop.example', isPrimary: true, isTlsReady: true, ...over };
}

export function aLocation(over: Partial<Location> = {}): Location {
  return {
    id: 'gid://shopify/Location/1',
    name: 'Mumbai shop',
    isActive: true,
    isFulfillmentService: false,
    fulfillsOnlineOrders: true,
    address: anAddress(),
    ...over,
  };
}

export function aPolicy(type: PolicyType, over: Partial<PublishedPolicy> = {}): PublishedPolicy {
  const url = `https://invented-shop.example/policies/${type.toLowerCase().replaceAll('_', '-')}`;
  return { type, url, lengthChars: 1_200, updatedAt: '2026-04-01T00:00:00.000Z', ...over };
}

export function somePrivacySettings(over: Partial<PrivacySettings> = {}): PrivacySettings {
  return { isBannerEnabled: true, consentRequiredIn: ['DE', 'FR'], ...over };
}

export function aResource(over: Partial<ThemeResource> = {}): ThemeResource {
  return { element: 'script', scheme: 'https', host: 'cdn.shopify.com', path: '/s/files/theme.js', line: 12, ...over };
}

export function aThemeFile(over: Partial<ThemeFile> = {}): ThemeFile {
  return {
    filename: 'layout/theme.liquid',
    checksumMd5: 'd41d8cd98f00b204e9800998ecf8427e',
    sizeBytes: 4_096,
    isRead: true,
    resources: [aResource()],
    code: noCode(),
    ...over,
  };
}

export function aTheme(over: Partial<MainTheme> = {}): MainTheme {
  return {
    id: 'gid://shopify/OnlineStoreTheme/1',
    name: 'Invented theme',
    files: [aThemeFile()],
    moreFiles: 0,
    release: { name: 'Invented theme', version: '1.0.0' },
    isVintage: false,
    libraries: noFlaws(),
    scannerVersion: '1',
    ...over,
  };
}

export function aRegistration(over: Partial<Registration> = {}): Registration {
  return { gstin: aGstin(), statedAt: '2026-11-01T00:00:00.000Z', ...over };
}

/** A Maharashtra shop in which no check finds anything. */
export function someEvidence(over: Partial<EvidenceByKind> = {}): EvidenceByKind {
  return {
    shop: aShop(),
    access: anAccess(),
    domains: [aDomain()],
    locations: [aLocation()],
    policies: [
      aPolicy('PRIVACY_POLICY'),
      aPolicy('REFUND_POLICY'),
      aPolicy('SHIPPING_POLICY'),
      aPolicy('TERMS_OF_SERVICE'),
      aPolicy('CONTACT_INFORMATION'),
    ],
    privacy: somePrivacySettings(),
    theme: aTheme(),
    registrations: [aRegistration()],
    registry: [aRegistryEntry()],
    taxProfile: aTaxProfile(),
    orders: anOrderBook(),
    companyBuyers: [],
    catalogue: aCatalogue(),
    law: NO_CHANGES,
    storefront: aStorefront(),
    dns: [someDomainRecords()],
    people: aPeopleBook(),
    selfChecks: someSelfChecks(),
    attestations: someAttestations(),
    dataSample: aDataSample(),
    fileScans: [],
    themeBaseline: aThemeBaseline(),
    records: someRecords(),
    vendorTraces: someVendorTraces(),
    vendorBook: aVendorBook(),
    scriptBook: aScriptBook(),
    ...over,
  };
}

/** A snapshot of that shop, every kind collected, with the evidence that the test is about. */
export function aSnapshot(over: Partial<EvidenceByKind> = {}, { shop = 'invented.myshopify.com' } = {}): Snapshot {
  const evidence = someEvidence(over);
  const collected: Record<string, Collected<unknown>> = {};
  for (const kind of EVIDENCE_KINDS) {
    const rung = kind === 'registrations' || kind === 'taxProfile' ? 'stated' : 'platform';
    collected[kind] = { status: 'collected', value: evidence[kind], collectedAt: AS_OF, rung };
  }
  return { shop, takenAt: AS_OF, evidence: collected };
}
