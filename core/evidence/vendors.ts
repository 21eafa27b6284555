import type { DataClass, PaperKind, VendorKind } from '../data/vendor-papers.ts';
import type { Day, Instant } from '../time.ts';

/** Where the Admin API tells of other apps. Each is asked by itself, so that one denial hides no other. */
export const API_TRACE_SOURCES = [
  'orders', // Order.app of the newest orders
  'gateways', // Order.paymentGatewayNames of the newest orders
  'channels',
  'publications',
  'order-attributions',
  'discounts',
  'delivery-customizations',
  'payment-customizations',
  'validations',
  'cart-transforms',
  'carrier-services',
  'fulfillment-services',
  'metafields',
  'metaobjects',
] as const;
export type ApiTraceSource = (typeof API_TRACE_SOURCES)[number];

/** How asking one source ended. */
export interface TraceSourceState {
  readonly source: ApiTraceSource;
  readonly state: 'read' | 'not-permitted' | 'failed';
  /** For `not-permitted`: the scopes that would open it. */
  readonly missingScopes: readonly string[];
  /** There was more than is read. */
  readonly isPartial: boolean;
}

/** One thing in the shop that another app made or answers for. */
export interface ApiTrace {
  readonly source: ApiTraceSource;
  /** As Shopify tells it, unjudged; at most 200 characters. At least one of name, handle, appId and host is there. */
  readonly name: string | null;
  readonly handle: string | null;
  /** The number in "gid://shopify/App/123" or "app--123--…". */
  readonly appId: string | null;
  /** Host of the address that Shopify calls. */
  readonly host: string | null;
  /** Null: the source does not tell. */
  readonly isActive: boolean | null;
  /** How many things of this source: 12 orders. */
  readonly count: number;
  /** The newest of them; null: the source has no dates. */
  readonly lastAt: Instant | null;
}

/** Everything that the Admin API tells of other apps. Apps that only call it leave no trace. */
export interface VendorTraces {
  readonly sources: readonly TraceSourceState[];
  readonly traces: readonly ApiTrace[];
}

/** An app's part in the theme: a block of a section, or an embed of every page. */
export interface AppBlock {
  /** "reviews" of "shopify://apps/reviews/blocks/stars/…". */
  readonly appHandle: string;
  readonly blockHandle: string;
  /** It stands in config/settings_data.json and runs on every page. */
  readonly isEmbed: boolean;
  readonly isDisabled: boolean;
}

/** What Shopify's list of apps says of one; asked once for each handle that the theme names. */
export interface AppRecord {
  readonly handle: string;
  readonly appId: string;
  readonly title: string;
  readonly developer: string | null;
  readonly madeBy: 'shopify' | 'partner' | 'merchant' | 'unknown';
  /** Permissions that the app asks each shop for. */
  readonly scopes: readonly string[];
  readonly privacyPolicyUrl: string | null;
  readonly appStoreUrl: string | null;
}

/** An app that was asked about; `record` null: Shopify tells nothing of it. */
export interface AppAnswer {
  readonly handle: string;
  readonly askedAt: Instant;
  readonly record: AppRecord | null;
}

/**
 * What tells one vendor from another, found the same way in each check: "app:judge-reviews", "appid:123",
 * "known:klaviyo" (a row of core/data/vendor-hosts), "host:reviews.example", "gateway:razorpay", "name:courier one".
 */
export type VendorKey = string;

/** The register as people of the shop keep it. Free texts and names of people are not in it. */
export interface VendorBook {
  readonly entries: readonly VendorEntry[];
  /** When each key was seen first and last by a check. */
  readonly sightings: readonly VendorSighting[];
}

export interface VendorSighting {
  readonly key: VendorKey;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** One vendor as a person entered or took it over. */
export interface VendorEntry {
  readonly id: string;
  /** The firm's or app's name, at most 120 characters. */
  readonly name: string;
  readonly kind: VendorKind;
  /** What was found and belongs to it; empty: it leaves no trace, or none was found yet. */
  readonly keys: readonly VendorKey[];
  readonly hasPurpose: boolean;
  readonly hasOwner: boolean;
  readonly dataClasses: readonly DataClass[];
  /** Permissions as a person stated them; null: nobody did. Where Shopify tells them, that counts. */
  readonly statedScopes: readonly string[] | null;
  readonly approval: VendorApproval | null;
  readonly reviewedAt: Instant | null;
  /** A person says that nobody uses it since this day; null: it is used. */
  readonly unusedSince: Day | null;
  /** Of a custom app: when its token was made; null: nobody said. */
  readonly tokenMadeOn: Day | null;
  readonly hasContact: boolean;
  readonly papers: readonly VendorPaper[];
  readonly questionnaire: { readonly answeredAt: Instant; readonly reviewedAt: Instant | null } | null;
  /** The risk is borne, for a reason, until this moment. */
  readonly acceptedRiskUntil: Instant | null;
  readonly breaches: readonly VendorBreach[];
  readonly addedAt: Instant;
}

/** A person said that this vendor may be in the shop, with these permissions, and why. */
export interface VendorApproval {
  readonly at: Instant;
  /** Number of the person's user in the admin, never a name. */
  readonly by: string;
  /** Permissions as they were known then; null: nobody knew them. */
  readonly scopes: readonly string[] | null;
}

export interface VendorPaper {
  readonly id: string;
  readonly kind: PaperKind;
  /** Last day on which it counts; null: it has no end. */
  readonly validUntil: Day | null;
  readonly hasFile: boolean;
}

/** An incident at a vendor that a person noted. */
export interface VendorBreach {
  readonly id: string;
  readonly happenedOn: Day;
  readonly notedAt: Instant;
  /** Null: it is not dealt with. */
  readonly closedAt: Instant | null;
}
