import type { DataClass, PaperKind, VendorKind } from '../data/vendor-papers.ts';
import type { Sensitivity } from '../data/access-scopes.ts';
import type { TraceSourceState, VendorBreach, VendorPaper } from '../evidence/vendors.ts';
import type { UnavailableReason } from '../evidence/snapshot.ts';
import type { Day, Instant } from '../time.ts';
import type { RiskStep, VendorFacts, VendorRisk } from '../vendors/risk.ts';
import type { FoundTrace, TraceStrength, VendorStep } from '../vendors/vendor.ts';

/** GET /api/vendors: the register, as of the newest judged check and of what people said since. */
export interface VendorRegister {
  /** Null: no check has ended yet. */
  readonly takenAt: Instant | null;
  readonly vendors: readonly VendorRow[];
  /** What could be asked and what not; empty before the first check. */
  readonly sources: readonly TraceSourceState[];
  /** Why theme or storefront show nothing; null: they were read. */
  readonly themeReason: UnavailableReason | null;
  readonly storefrontReason: UnavailableReason | null;
}

export interface VendorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: VendorKind;
  readonly isOurs: boolean;
  readonly isPlatform: boolean;
  readonly isRecognised: boolean;
  /** Somebody of the shop entered it or took it over. */
  readonly isEntered: boolean;
  readonly strength: TraceStrength | null;
  readonly risk: VendorRisk;
  readonly nextStep: VendorStep | null;
  readonly dataClasses: readonly DataClass[];
  readonly owner: string | null;
  readonly isNearPayment: boolean;
  readonly firstSeenAt: Instant | null;
  readonly lastSeenAt: Instant | null;
  readonly reviewedAt: Instant | null;
  /** Day of the next paper that ends; null: none does. */
  readonly nextEndsOn: Day | null;
}

/** GET /api/vendors/:id. Free texts of people are shown as text. */
export interface VendorDetails extends VendorRow {
  readonly purpose: string | null;
  readonly note: string | null;
  readonly contact: string | null;
  readonly hosts: readonly string[];
  readonly handle: string | null;
  readonly developer: string | null;
  /** https only. */
  readonly privacyPolicyUrl: string | null;
  readonly appStoreUrl: string | null;
  readonly traces: readonly FoundTrace[];
  readonly scopes: readonly ScopeRow[] | null;
  readonly scopesFrom: 'shopify' | 'stated' | null;
  readonly approval: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
  readonly unusedSince: Day | null;
  readonly tokenMadeOn: Day | null;
  readonly acceptedRisk: { readonly until: Instant; readonly by: string; readonly reason: string } | null;
  readonly facts: VendorFacts;
  readonly lowers: readonly { readonly step: RiskStep; readonly risk: number }[];
  readonly papers: readonly (VendorPaper & { readonly fileName: string | null; readonly sizeBytes: number | null })[];
  readonly breaches: readonly (VendorBreach & { readonly note: string })[];
  readonly questionnaire: QuestionnaireState;
  /** Newest first, at most 200. */
  readonly history: readonly VendorEvent[];
}

export interface ScopeRow {
  readonly scope: string;
  /** Null: a scope that we do not know. */
  readonly sensitivity: Sensitivity | null;
  readonly isStorefrontCode: boolean;
  readonly isGrown: boolean;
}

export interface QuestionnaireState {
  /** A link is out until then; null: none is. */
  readonly linkEndsAt: Instant | null;
  /** Newest first. A version never changes. */
  readonly versions: readonly QuestionnaireVersion[];
}

export interface QuestionnaireVersion {
  readonly version: number;
  readonly questionsVersion: string;
  readonly answeredAt: Instant;
  readonly answeredBy: string;
  readonly answers: readonly QuestionnaireAnswer[];
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: string | null;
}

export interface QuestionnaireAnswer {
  readonly questionId: string;
  readonly answer: 'yes' | 'no' | 'partly' | 'not-applicable';
  readonly words: string | null;
}

export const VENDOR_EVENTS = [
  'found',
  'entered',
  'changed',
  'approved',
  'reviewed',
  'merged',
  'removed',
  'restored',
  'paper-added',
  'paper-removed',
  'risk-accepted',
  'risk-acceptance-ended',
  'breach-noted',
  'breach-closed',
  'questionnaire-sent',
  'questionnaire-answered',
  'questionnaire-reviewed',
  'imported',
] as const;
export type VendorEventKind = (typeof VENDOR_EVENTS)[number];

export interface VendorEvent {
  readonly at: Instant;
  readonly kind: VendorEventKind;
  /** Number of the user in the admin, "prahari" or "vendor". */
  readonly by: string;
  /** Name of a paper kind, a field or another vendor; never a free text. */
  readonly about: string | null;
}

/** Body of POST /api/vendors; each field alone in PATCH /api/vendors/:id. */
export interface VendorFields {
  readonly name: string;
  readonly kind: VendorKind;
  readonly purpose: string | null;
  readonly owner: string | null;
  readonly contact: string | null;
  readonly note: string | null;
  readonly dataClasses: readonly DataClass[];
  /** Stated permissions; null: not known. */
  readonly scopes: readonly string[] | null;
  readonly hosts: readonly string[];
  readonly handle: string | null;
  readonly unusedSince: Day | null;
  readonly tokenMadeOn: Day | null;
}

/** POST /api/vendors/import/preview: what a pasted or uploaded list would bring. Nothing is kept. */
export interface VendorImportPreview {
  readonly rows: readonly VendorImportRow[];
  /** Lines that cannot be taken over, and why in the words of `code`. */
  readonly problems: readonly { readonly line: number; readonly code: string; readonly text: string }[];
  /** Columns that were read, and those that were not. */
  readonly columns: { readonly used: readonly string[]; readonly ignored: readonly string[] };
}

export interface VendorImportRow {
  readonly line: number;
  readonly name: string;
  readonly kind: VendorKind;
  readonly handle: string | null;
  readonly hosts: readonly string[];
  readonly purpose: string | null;
  readonly owner: string | null;
  readonly dataClasses: readonly DataClass[];
  readonly scopes: readonly string[] | null;
  /** Id of the vendor that it would be added to; null: it is new. */
  readonly matches: string | null;
}

export interface NewPaper {
  readonly kind: PaperKind;
  readonly validUntil: Day | null;
}
