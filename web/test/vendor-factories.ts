import type { VendorDetails, VendorImportPreview, VendorRegister, VendorRow } from '../../core/api/vendors.ts';
import { API_TRACE_SOURCES } from '../../core/evidence/vendors.ts';
import { vendorRisk, type VendorFacts } from '../../core/vendors/risk.ts';
import { READ_AT } from './people-factories.ts';

export function someFacts(parts: Partial<VendorFacts> = {}): VendorFacts {
  return {
    sensitivities: [0, 3, 3],
    scripts: 'storefront',
    bestPaper: 0,
    hasContract: false,
    hasContact: false,
    reviewedDaysAgo: null,
    isUnused: false,
    ...parts,
  };
}

/** An invented app that somebody entered, with nothing on file. */
export function aVendorRow(parts: Partial<VendorRow> = {}): VendorRow {
  return {
    id: 'a'.repeat(24),
    name: 'Invented Reviews',
    kind: 'app',
    isOurs: false,
    isPlatform: false,
    isRecognised: true,
    isEntered: true,
    strength: 'strong',
    risk: vendorRisk(someFacts()),
    nextStep: 'get-report',
    dataClasses: ['customers'],
    owner: 'Asha Invented',
    isNearPayment: false,
    firstSeenAt: '2026-10-01T13:10:00.000Z',
    lastSeenAt: READ_AT,
    reviewedAt: null,
    nextEndsOn: null,
    ...parts,
  };
}

export function someDetails(parts: Partial<VendorDetails> = {}): VendorDetails {
  const facts = parts.facts ?? someFacts();
  return {
    ...aVendorRow({ risk: vendorRisk(facts) }),
    purpose: 'Reviews on product pages',
    note: null,
    contact: null,
    hosts: ['reviews.example'],
    handle: 'invented-reviews',
    developer: 'Invented Firm',
    privacyPolicyUrl: 'https://reviews.example/privacy',
    appStoreUrl: null,
    traces: [
      { source: 'theme-embed', strength: 'strong', place: 'config/settings_data.json', isActive: true, count: 1 },
    ],
    scopes: [
      { scope: 'read_products', sensitivity: 0, isStorefrontCode: false, isGrown: false },
      { scope: 'write_script_tags', sensitivity: 4, isStorefrontCode: true, isGrown: true },
      { scope: 'read_dreams', sensitivity: null, isStorefrontCode: false, isGrown: false },
    ],
    scopesFrom: 'shopify',
    approval: { at: READ_AT, by: '1001', reason: 'Shoppers ask for reviews' },
    unusedSince: null,
    tokenMadeOn: null,
    acceptedRisk: null,
    facts,
    lowers: [
      { step: 'papers', risk: 42 },
      { step: 'review', risk: 84 },
    ],
    papers: [],
    breaches: [],
    questionnaire: { linkEndsAt: null, versions: [] },
    history: [{ at: READ_AT, kind: 'approved', by: '1001', about: null }],
    ...parts,
  };
}

/** A script of a host that nobody knows, and that nobody took over. */
export function anUnknownVendor(parts: Partial<VendorDetails> = {}): VendorDetails {
  const facts = someFacts({ sensitivities: [], scripts: 'sensitive' });
  return someDetails({
    id: 'host-vendor',
    name: 'cdn.nobody.example',
    kind: 'script',
    isRecognised: false,
    isEntered: false,
    strength: 'weak',
    facts,
    risk: vendorRisk(facts),
    nextStep: 'identify',
    dataClasses: [],
    owner: null,
    isNearPayment: true,
    purpose: null,
    hosts: ['cdn.nobody.example'],
    handle: null,
    developer: null,
    privacyPolicyUrl: null,
    traces: [{ source: 'page-script', strength: 'weak', place: 'www.surahi.example/cart', isActive: true, count: 2 }],
    scopes: null,
    scopesFrom: null,
    approval: null,
    history: [{ at: READ_AT, kind: 'found', by: 'prahari', about: null }],
    ...parts,
  });
}

/** We ourselves: products and orders, no script. */
export function ourOwnVendor(): VendorDetails {
  const facts = someFacts({ sensitivities: [1, 2], scripts: 'none', bestPaper: 0.6, hasContact: true });
  return someDetails({
    id: 'f-prahari',
    name: 'Prahari',
    isOurs: true,
    isEntered: false,
    facts,
    risk: vendorRisk(facts),
    nextStep: null,
    owner: null,
    scopes: [{ scope: 'read_themes', sensitivity: 2, isStorefrontCode: false, isGrown: false }],
    lowers: [],
    traces: [],
    history: [],
  });
}

/** The register of the vendors that are given, with every source read. */
export function aVendorRegister(
  vendors: readonly VendorDetails[],
  parts: Partial<VendorRegister> = {},
): VendorRegister {
  return {
    takenAt: READ_AT,
    vendors,
    sources: API_TRACE_SOURCES.map((source) => ({ source, state: 'read', missingScopes: [], isPartial: false })),
    themeReason: null,
    storefrontReason: null,
    ...parts,
  };
}

export const VENDOR_PREVIEW: VendorImportPreview = {
  rows: [
    {
      line: 1,
      name: 'Invented Chat',
      kind: 'app',
      handle: null,
      hosts: [],
      purpose: null,
      owner: null,
      dataClasses: [],
      scopes: null,
      matches: null,
    },
    {
      line: 2,
      name: 'Invented Reviews',
      kind: 'app',
      handle: null,
      hosts: [],
      purpose: 'Reviews',
      owner: 'Asha Invented',
      dataClasses: ['customers'],
      scopes: null,
      matches: 'a'.repeat(24),
    },
  ],
  problems: [{ line: 3, code: 'not-a-name', text: 'Uninstall' }],
  columns: { used: [], ignored: ['Price'] },
};
