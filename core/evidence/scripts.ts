import type { Instant } from '../time.ts';
import type { PageKind } from './storefront.ts';

/**
 * What makes a script the same one next week: its address without query and fragment, or the hash of its exact text as a
 * Content-Security-Policy writes it ("sha256-…").
 */
export type ScriptIdentity = string;

/** What the shop keeps of its scripts: when each was seen, and what people decided. Texts of reasons are not in it. */
export interface ScriptBook {
  readonly sightings: readonly ScriptSighting[];
  readonly decisions: readonly ScriptDecision[];
  /** The newest comparison of the pages with this book before this check; null: there was none. */
  readonly lastComparedAt: Instant | null;
  readonly beacon: BeaconBook;
}

/** A script as the checks before this one saw it. */
export interface ScriptSighting {
  readonly identity: ScriptIdentity;
  readonly pageKinds: readonly PageKind[];
  /** "sha256-…" of the fetched file or the inline text; null: it could not be fetched. */
  readonly hash: string | null;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** Since when its present text runs: the first check that saw this hash. */
  readonly hashSeenAt: Instant;
  /** First check that no longer saw it; null: it is there. */
  readonly goneAt: Instant | null;
  /** First check that saw it on the cart or the account; null: none did. */
  readonly nearPaymentAt: Instant | null;
}

/** A person's word on one script. It covers the text of that day and the pages named, nothing more. */
export interface ScriptDecision {
  readonly identity: ScriptIdentity;
  /** The same for each release of the script: core/scripts/script-identity. An inline one's cannot be told from its hash. */
  readonly lineage: string;
  readonly verdict: 'approved' | 'rejected';
  readonly pageKinds: readonly PageKind[];
  /** The text that it covers; null: the text was not known, and any is covered. */
  readonly hash: string | null;
  /** The person takes the vendor's own releases as covered: a new text alone is no question. */
  readonly coversNewTexts: boolean;
  readonly hasOwner: boolean;
  readonly hasReason: boolean;
  readonly decidedAt: Instant;
  /** Number of the person's user in the admin, never a name. */
  readonly decidedBy: string;
}

/** What real browsers saw: hosts and hashes, no visitor. */
export interface BeaconBook {
  readonly isOn: boolean;
  readonly seen: readonly BeaconSighting[];
}

export interface BeaconSighting {
  /** Address without query, or "sha256-…" of an inline script. */
  readonly identity: ScriptIdentity;
  readonly host: string | null;
  readonly pageKind: PageKind | 'other';
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly reports: number;
}
