import type { BeaconState } from '../beacon/beacon-state.ts';
import type { DnsState } from '../dns/dns-state.ts';
import type { FaultSettings } from '../faults/settings.ts';
import type { FlowState } from '../flow/flow-state.ts';
import type { DirectoryState } from '../identity/directory-state.ts';
import type { RegistryState } from '../look-ups/registry-state.ts';
import type { StorefrontState } from '../storefront/storefront-state.ts';
import type { VendorState } from '../vendors/vendor-state.ts';
import type { Commerce } from './commerce/commerce-state.ts';

/** One invented shop, whole: what Shopify would hold of it. Plain JSON, kept in the sandbox's folder. */
export interface ShopState {
  readonly domain: string;
  readonly handle: string;
  readonly id: number;
  name: string;
  email: string;
  ownerName: string;
  ianaTimezone: string;
  currencyCode: string;
  taxesIncluded: boolean;
  taxShipping: boolean;
  setupRequired: boolean;
  plan: { publicDisplayName: string; shopifyPlus: boolean; partnerDevelopment: boolean };
  createdAt: string;
  updatedAt: string;
  address: ShopAddress;
  domains: ShopDomain[];
  customerAccounts: { version: 'CLASSIC' | 'NEW_CUSTOMER_ACCOUNTS'; isLoginRequiredAtCheckout: boolean };
  hasFormCaptcha: boolean;
  storefrontPassword: { isEnabled: boolean };
  policies: ShopPolicy[];
  privacy: { banner: { enabled: boolean; autoManaged: boolean }; consentPolicies: ConsentPolicy[] };
  locations: ShopLocation[];
  themes: ShopTheme[];
  /** The tax table as the merchant left it. No API tells it; orders are taxed by it. */
  taxTable: TaxTable;
  commerce: Commerce;
  /** What the GST registry holds of the shop; made when it is first asked for. */
  registry?: RegistryState;
  /** Who works there, as mail providers and the list of users know them; made when it is first asked for. */
  directory?: DirectoryState;
  /** What the DNS and the registry of domains hold of it; made when it is first asked for. */
  dns?: DnsState;
  /** How its storefront differs from every other; made when it is first asked for. */
  storefront?: StorefrontState;
  /** Apps and services of others in it; made when it is first asked for. */
  vendors?: VendorState;
  /** What the app wrote for its block in the theme, and what only browsers meet; made when it is first asked for. */
  beacon?: BeaconState;
  /** With what its workflows were started; made when it is first asked for. */
  flow?: FlowState;
  readonly people: Person[];
  /** `surplusScopes`: granted at each install beside what the app asks for. */
  installation: { isInstalled: boolean; grantedScopes: string[]; surplusScopes: string[] };
  faults: FaultSettings;
}

export interface ShopAddress {
  company: string | null;
  address1: string;
  address2: string | null;
  city: string;
  province: string;
  provinceCode: string;
  zip: string;
  countryCode: string;
  country: string;
  phone: string | null;
}

export interface ShopDomain {
  readonly id: number;
  readonly host: string;
  isPrimary: boolean;
  sslEnabled: boolean;
  /** Days from its making to the certificate's end; absent: 90. */
  certificateDays?: number;
}

export interface ShopPolicy {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface ConsentPolicy {
  readonly countryCode: string;
  readonly regionCode: string | null;
  readonly consentRequired: boolean;
  readonly dataSaleOptOutRequired: boolean;
}

export interface ShopLocation {
  readonly id: number;
  name: string;
  isActive: boolean;
  readonly isFulfillmentService: boolean;
  fulfillsOnlineOrders: boolean;
  addressVerified: boolean;
  address: ShopAddress;
  createdAt: string;
  updatedAt: string;
}

export interface ShopTheme {
  readonly id: number;
  name: string;
  role: 'MAIN' | 'UNPUBLISHED';
  createdAt: string;
  updatedAt: string;
  /** Text by file name, "layout/theme.liquid". */
  files: Record<string, ThemeFileState>;
}

export interface ThemeFileState {
  /** Text unless said otherwise. */
  encoding?: 'base64';
  content: string;
  updatedAt: string;
}

interface TaxTable {
  /** `shopify-default`: CGST 9% and SGST 9% at home in Karnataka, IGST 18% elsewhere, whatever the seller's State. */
  setting: 'shopify-default' | 'own-state';
  homeProvinceCode: string;
}

export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly isOwner: boolean;
  readonly isCollaborator: boolean;
  readonly locale: string;
}
