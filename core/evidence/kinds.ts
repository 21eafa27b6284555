import type { LawChanges } from '../gst/law.ts';
import type { Catalogue } from './catalogue.ts';
import type { Attestation, SelfChecks } from './attestations.ts';
import type { CodeSeen, LibraryFlaws } from './code.ts';
import type { DataSample, FileScan } from './data-at-rest.ts';
import type { DomainRecords } from './dns.ts';
import type { CompanyBuyer, OrderBook } from './orders.ts';
import type { OwnRecords, ThemeBaseline } from './own-records.ts';
import type { PeopleBook } from './people.ts';
import type { RegistryEntry } from './registry.ts';
import type { ScriptBook } from './scripts.ts';
import type { Storefront } from './storefront.ts';
import type { TaxProfile } from './tax-profile.ts';
import type { AppAnswer, AppBlock, VendorBook, VendorTraces } from './vendors.ts';
import type { Instant } from '../time.ts';

/** What is known of one shop, by kind. Collectors write these shapes, checks read them, nothing else is shared. */
export interface EvidenceByKind {
  readonly shop: ShopPosture;
  readonly access: AppAccess;
  readonly domains: readonly Domain[];
  readonly locations: readonly Location[];
  readonly policies: readonly PublishedPolicy[];
  readonly privacy: PrivacySettings;
  readonly theme: MainTheme;
  readonly registrations: readonly Registration[];
  readonly registry: readonly RegistryEntry[];
  readonly taxProfile: TaxProfile;
  readonly orders: OrderBook;
  readonly companyBuyers: readonly CompanyBuyer[];
  readonly catalogue: Catalogue;
  /** What the operator changed in the dated tables: judged again, a snapshot meets the same law. */
  readonly law: LawChanges;
  /** Every host of the shop, visited as a stranger. */
  readonly storefront: Storefront;
  readonly dns: readonly DomainRecords[];
  readonly people: PeopleBook;
  readonly selfChecks: SelfChecks;
  readonly attestations: readonly Attestation[];
  readonly dataSample: DataSample;
  readonly fileScans: readonly FileScan[];
  readonly themeBaseline: ThemeBaseline;
  readonly records: OwnRecords;
  /** What the Admin API tells of other apps. */
  readonly vendorTraces: VendorTraces;
  /** The register of vendors as people keep it. */
  readonly vendorBook: VendorBook;
  readonly scriptBook: ScriptBook;
}

export type EvidenceKind = keyof EvidenceByKind;

export const EVIDENCE_KINDS = [
  'shop',
  'access',
  'domains',
  'locations',
  'policies',
  'privacy',
  'theme',
  'registrations',
  'registry',
  'taxProfile',
  'orders',
  'companyBuyers',
  'catalogue',
  'law',
  'storefront',
  'dns',
  'people',
  'selfChecks',
  'attestations',
  'dataSample',
  'fileScans',
  'themeBaseline',
  'records',
  'vendorTraces',
  'vendorBook',
  'scriptBook',
] as const satisfies readonly EvidenceKind[];

/** Settings of the shop that Shopify's Admin API tells without any scope. No name, e-mail, phone or street. */
export interface ShopPosture {
  readonly currencyCode: string;
  readonly taxesIncluded: boolean;
  readonly timeZone: string;
  readonly setupRequired: boolean;
  readonly plan: { readonly name: string; readonly isPlus: boolean; readonly isDevelopment: boolean };
  readonly address: PostalArea;
  readonly customerAccounts: 'CLASSIC' | 'NEW_CUSTOMER_ACCOUNTS';
  readonly hasFormCaptcha: boolean;
  readonly isStorefrontLocked: boolean;
}

/** Where a place lies, as far as tax asks: no street. Shopify's zone code ("MH"), not the GST number. */
export interface PostalArea {
  readonly city: string | null;
  readonly provinceCode: string | null;
  readonly pin: string | null;
  readonly countryCode: string | null;
}

/** Prahari's own grant: what it may read, and what its features need. */
export interface AppAccess {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface Domain {
  readonly host: string;
  readonly isPrimary: boolean;
  readonly isTlsReady: boolean;
}

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** A fulfilment service's own location: its stock still lies in a State. */
  readonly isFulfillmentService: boolean;
  readonly fulfillsOnlineOrders: boolean;
  readonly address: PostalArea;
}

export const POLICY_TYPES = [
  'CONTACT_INFORMATION',
  'LEGAL_NOTICE',
  'PRIVACY_POLICY',
  'REFUND_POLICY',
  'SHIPPING_POLICY',
  'SUBSCRIPTION_POLICY',
  'TERMS_OF_SALE',
  'TERMS_OF_SERVICE',
] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];

/** One published text. Its words are not kept: the length tells an empty one. */
export interface PublishedPolicy {
  readonly type: PolicyType;
  readonly url: string;
  readonly lengthChars: number;
  readonly updatedAt: Instant;
}

export interface PrivacySettings {
  readonly isBannerEnabled: boolean;
  /** Regions where Shopify's consent policy asks for consent, "DE" or "US-CA". */
  readonly consentRequiredIn: readonly string[];
}

/** The published theme. Its code is not kept: names, checksums and what the pages load from elsewhere. */
export interface MainTheme {
  readonly id: string;
  readonly name: string;
  /** At most 500, those that write HTML first. */
  readonly files: readonly ThemeFile[];
  /** Files beyond those 500: of them nothing is known. */
  readonly moreFiles: number;
  /** What config/settings_schema.json says of itself; null: it says nothing. */
  readonly release: { readonly name: string; readonly version: string | null } | null;
  /** Built before sections stood in JSON templates: Shopify calls it vintage. */
  readonly isVintage: boolean;
  readonly libraries: LibraryFlaws;
  /** Version of the rules that read the code: another one reads every file again. */
  readonly scannerVersion: string;
  /** Apps that its files name, as Shopify's list has them. Absent in snapshots older than the register of vendors. */
  readonly apps?: readonly AppAnswer[];
}

export interface ThemeFile {
  readonly filename: string;
  readonly checksumMd5: string | null;
  readonly sizeBytes: number;
  /** False for a file that holds code and was too large to read, or not handed over: what it loads and does is unknown. */
  readonly isRead: boolean;
  readonly resources: readonly ThemeResource[];
  /** What its code shows; null: a picture, a font, or not read. */
  readonly code: CodeSeen | null;
  /** Parts of apps that a JSON file places; absent in snapshots older than the register of vendors. */
  readonly appBlocks?: readonly AppBlock[];
}

/** Something a theme file makes the browser load, written out as an absolute address. */
export interface ThemeResource {
  readonly element: 'script' | 'stylesheet' | 'iframe' | 'image' | 'form';
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** Path without query or fragment, at most 200 characters. */
  readonly path: string;
  readonly line: number;
}

/** A GST registration that the merchant says is theirs. */
export interface Registration {
  readonly gstin: string;
  readonly statedAt: Instant;
}
