import type { BeaconSighting, ScriptDecision, ScriptIdentity } from '../evidence/scripts.ts';
import type { PageKind } from '../evidence/storefront.ts';
import type { UnavailableReason } from '../evidence/snapshot.ts';
import { SCRIPT_CHANGES, type ScriptChange } from '../scripts/script-change.ts';
import type { ScriptItem } from '../scripts/script-item.ts';
import type { Instant } from '../time.ts';

/** GET /api/scripts: the inventory of the newest judged check, with what people decided since. */
export interface ScriptBoard {
  readonly takenAt: Instant | null;
  /** Why no page was read; null: pages were. */
  readonly reason: UnavailableReason | null;
  /** Pages that were read: "www.shop.example/cart". */
  readonly pages: readonly { readonly place: string; readonly kind: PageKind; readonly isPartial: boolean }[];
  readonly items: readonly ScriptRow[];
  /** Undecided, the oldest first. */
  readonly changes: readonly ScriptChangeRow[];
  readonly beacon: { readonly isOn: boolean; readonly seen: readonly BeaconSighting[] };
}

export interface ScriptRow extends ScriptItem {
  /** Name of the vendor; null: the shop's or Shopify's own. */
  readonly vendorName: string | null;
  /** Page of the vendor in the register. */
  readonly vendorId: string | null;
  readonly decision: ScriptDecisionRow | null;
  readonly firstSeenAt: Instant | null;
}

export interface ScriptDecisionRow extends ScriptDecision {
  readonly owner: string;
  readonly reason: string;
}

export interface ScriptChangeRow extends ScriptChange {
  readonly vendorName: string | null;
  readonly vendorId: string | null;
  /** Both texts are kept and can be laid side by side. */
  readonly hasDiff: boolean;
}

/** POST /api/scripts/decisions (manager). The same identity again takes the place of the decision before. */
export interface NewScriptDecision {
  readonly identities: readonly ScriptIdentity[];
  readonly verdict: 'approved' | 'rejected';
  readonly owner: string;
  readonly reason: string;
  readonly coversNewTexts: boolean;
}

/** GET /api/scripts/log: what changed and who decided, newest first, at most 500 of the last 400 days. */
export interface ScriptLog {
  readonly rows: readonly ScriptLogRow[];
}

export const SCRIPT_EVENTS = [...SCRIPT_CHANGES, 'approved', 'rejected', 'decision-withdrawn'] as const;
export type ScriptEventKind = (typeof SCRIPT_EVENTS)[number];

export interface ScriptLogRow {
  readonly at: Instant;
  readonly kind: ScriptEventKind;
  readonly identity: ScriptIdentity;
  /** "prahari" or the number of a user. */
  readonly by: string;
  readonly fromHash: string | null;
  readonly toHash: string | null;
  readonly reason: string | null;
}

/** GET /api/scripts/diff?from=…&to=… (hashes). */
export interface ScriptDiff {
  /** `too-large`: one of the texts is over the cap; `not-kept`: one is not there any more. */
  readonly state: 'ready' | 'too-large' | 'not-kept';
  readonly from: ScriptText | null;
  readonly to: ScriptText | null;
}

export interface ScriptText {
  readonly hash: string;
  readonly seenAt: Instant;
  /** Its beginning, where it was longer than what is kept. */
  readonly text: string;
  readonly isCut: boolean;
}

/** GET /api/scripts/export/:what (manager): the inventory, the log of changes, the statement for SAQ A, as a file. */
export const SCRIPT_EXPORTS = ['inventory', 'changes', 'saq-a'] as const;
export type ScriptExport = (typeof SCRIPT_EXPORTS)[number];
export const EXPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** GET and PUT /api/beacon: reports of real browsers. */
export interface BeaconState {
  readonly isOn: boolean;
  readonly changedAt: Instant | null;
  readonly lastReportAt: Instant | null;
  /** Page of the theme editor where the merchant switches the embed on. */
  readonly editorUrl: string;
}
