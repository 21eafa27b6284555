import type { ScriptPlace } from '../data/vendor-risk.ts';
import type { VendorKind } from '../data/vendor-papers.ts';
import type { ApiTraceSource, AppRecord, VendorEntry, VendorKey } from '../evidence/vendors.ts';
import type { Instant } from '../time.ts';
import type { RiskStep, VendorFacts, VendorRisk } from './risk.ts';

export const TRACE_STRENGTHS = ['strong', 'medium', 'weak'] as const;
export type TraceStrength = (typeof TRACE_STRENGTHS)[number];

export const TRACE_SOURCES_OF_PAGES = [
  'theme-embed',
  'theme-block',
  'theme-script',
  'page-script',
  'page-frame',
  'page-form',
  'app-proxy',
  'beacon',
] as const;
export type TraceSource = ApiTraceSource | (typeof TRACE_SOURCES_OF_PAGES)[number];

/** One trace of one vendor, ready to be told. */
export interface FoundTrace {
  readonly source: TraceSource;
  readonly strength: TraceStrength;
  /** File, page, name of the channel or service: data, to be shown as text; at most 200 characters. */
  readonly place: string;
  /** False: switched off, or its embed is disabled. */
  readonly isActive: boolean;
  readonly count: number;
}

/** A vendor as its traces tell of it, before anybody said anything. */
export interface FoundVendor {
  /** The strongest of its keys. */
  readonly key: VendorKey;
  readonly keys: readonly VendorKey[];
  /** Title of the app, name of the known vendor, or the host. */
  readonly name: string;
  readonly kind: VendorKind;
  /** A row of core/data/vendor-hosts or Shopify's own list of apps says who it is. */
  readonly isRecognised: boolean;
  /** Shopify's own: shown, and nothing is asked of it. */
  readonly isPlatform: boolean;
  readonly app: AppRecord | null;
  readonly hosts: readonly string[];
  readonly scripts: ScriptPlace;
  readonly traces: readonly FoundTrace[];
  readonly strength: TraceStrength;
  /** At least one trace is active. */
  readonly isActive: boolean;
}

/** One row of the register: what was found, what people said, and what follows. */
export interface Vendor {
  /** The entry's id, or "f-…" of the key while nobody took it over. In addresses as it is. */
  readonly id: string;
  readonly name: string;
  readonly kind: VendorKind;
  readonly found: FoundVendor | null;
  readonly entry: VendorEntry | null;
  readonly isOurs: boolean;
  readonly isPlatform: boolean;
  readonly isRecognised: boolean;
  /** Permissions as Shopify tells them, else as a person stated them; null: nobody knows. */
  readonly scopes: readonly string[] | null;
  readonly scopesFrom: 'shopify' | 'stated' | null;
  /** Asked for now and not at the approval. */
  readonly grownScopes: readonly string[];
  readonly facts: VendorFacts;
  readonly risk: VendorRisk;
  /** The one that lowers the risk most comes first. */
  readonly lowers: readonly { readonly step: RiskStep; readonly risk: number }[];
  /** What a person should do next; null: nothing. */
  readonly nextStep: VendorStep | null;
  readonly firstSeenAt: Instant | null;
  readonly lastSeenAt: Instant | null;
}

/** What a person can do about a vendor, the most urgent first. */
export const VENDOR_STEPS = [
  'handle-breach',
  'identify', // nobody says who it is
  'remove', // unused, or rejected
  'approve', // purpose, owner or approval is missing
  'review-scopes', // it asks for more than was approved
  'get-report',
  'renew-paper',
  'get-contract',
  'add-contact',
  'rotate-token',
  'review', // the last look is older than 180 days
] as const;
export type VendorStep = (typeof VENDOR_STEPS)[number];
