import type { EvidenceByKind, EvidenceKind } from '../evidence/kinds.ts';
import type { Rung } from '../evidence/rungs.ts';
import type { UnavailableReason } from '../evidence/snapshot.ts';
import type { Severity } from '../severity.ts';
import type { Instant, Day } from '../time.ts';
import type { Text, TextData } from '../text.ts';

export const AREAS = ['gst', 'security'] as const;
export type Area = (typeof AREAS)[number];

/** The law or standard behind a check. An `unverified` rule informs and never fails a merchant. */
export interface Rule {
  readonly name: Text;
  readonly effectiveFrom: Day;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

/** One defect in one snapshot. `subject` tells it from its neighbours: a host, a GSTIN, a location's id. */
export interface Finding<M extends string = string> {
  readonly subject: string;
  readonly messageId: M;
  readonly data?: TextData;
  /** Tax at stake in paise, where the check can count it. */
  readonly atStakePaise?: number;
  /** Milder or graver than the check's own severity. */
  readonly severity?: Severity;
  /**
   * Shown with the check and never an alert: the platform alone can change it, or nothing is wrong and it is good to
   * know. Its severity is `info`.
   */
  readonly isRemark?: boolean;
  /** Page of the Shopify admin about this very thing, "/orders/1001"; the check's own page otherwise. */
  readonly adminPath?: string;
}

/** What of a finding tells its end. */
export type DatedFinding = Pick<Finding, 'subject' | 'messageId'> & { readonly data: TextData };

export interface JudgementContext {
  readonly asOf: Instant;
}

type EvidenceOf<K extends EvidenceKind> = { readonly [P in K]: EvidenceByKind[P] };
type EvidenceFor<K extends EvidenceKind, O extends EvidenceKind> = EvidenceOf<K> & Partial<EvidenceOf<O>>;

/** Evidence that says too little, and why. */
export interface Lack<K extends EvidenceKind> {
  readonly kind: K;
  readonly reason: UnavailableReason;
  /** What was named before and is not now is gone all the same: the gap hides at most what else there could be. */
  readonly isSettled?: boolean;
}

/** What one check says of itself, and how it judges. */
export interface CheckDefinition<K extends EvidenceKind, M extends string, O extends EvidenceKind = never> {
  /** "area/noun-phrase", for ever: alerts are known by it. */
  readonly id: `${Area}/${string}`;
  readonly area: Area;
  /** Control of core/data/controls, where one exists: "AUD-07". */
  readonly control?: string;
  /** The situation as it should be, never "Ensure…". */
  readonly title: Text;
  readonly severity: Exclude<Severity, 'info'>;
  readonly rule: Rule;
  /** Why it matters, in plain words. */
  readonly why: Text;
  /** What it can cost: money, or who could do what. Never a promise and never a threat. */
  readonly cost: Text;
  /** Numbered steps, with where to click. */
  readonly remedy: readonly Text[];
  /** A page of the Shopify admin where it is mended: "/settings/domains". */
  readonly adminPath?: string;
  /** What the next check must see for the alert to close by itself. */
  readonly proof: Text;
  /** Set by the platform, not by the merchant: shown, never scored. */
  readonly isPlatformSet?: boolean;
  readonly requires: readonly K[];
  /** Kinds that it reads where they are there. Without them it judges by the others, or says so through `lacks`. */
  readonly uses?: readonly O[];
  readonly messages: Readonly<Record<M, Text>>;
  /** Whether the check has anything to judge in this shop. */
  readonly applies?: (evidence: EvidenceFor<K, O>, context: JudgementContext) => boolean;
  /** What is there but says too little to pass by. Asked where nothing fails: then the check is not assessed. */
  readonly lacks?: (evidence: EvidenceFor<K, O>, context: JudgementContext) => Lack<K | O> | null;
  /** The rung that the verdict stands on, where one kind of evidence holds statements of several; null: the kinds' own. */
  readonly standsOn?: (evidence: EvidenceFor<K, O>, context: JudgementContext) => Rung | null;
  /**
   * The last day by which this very finding should be mended, where it has an end of its own: a certificate's, a
   * return's. Null: it has none, and the time for its severity counts alone.
   */
  readonly dueOn?: (finding: DatedFinding, asOf: Instant) => Day | null;
  /** Yields one finding for each defect; none is a pass. */
  readonly evaluate: (evidence: EvidenceFor<K, O>, context: JudgementContext) => Iterable<Finding<M>>;
}

/** A check as the runner sees it: which evidence it reads is known to itself alone. */
export type Check = CheckDefinition<EvidenceKind, string, EvidenceKind>;

/**
 * Makes the compiler the reviewer: `evaluate` sees only the evidence named in `requires` and `uses`, `messageId` is
 * a key of `messages`, and each text exists in each language.
 */
export function defineCheck<const K extends EvidenceKind, const M extends string, const O extends EvidenceKind = never>(
  definition: CheckDefinition<K, M, O>,
): Check {
  // The runner hands over exactly what the two lists name, so the narrower view is sound.
  return definition;
}
