import type { Instant } from '../time.ts';

/** Who did it. A person by Shopify's number or our own id, never by name. */
export const ACTOR_KINDS = ['person', 'link', 'job', 'webhook', 'operator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** `asked`: a person sent it, and no later line takes it back. `refused`: role or request did not allow it. */
export const AUDIT_OUTCOMES = ['asked', 'done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One line of a shop's log. Append-only: each carries the hash of the line before it. */
export interface AuditEntry {
  /** 1, 2, 3 …: the order of the log, whatever the clock said. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  /** "alerts.suppress", "scan.judged", "webhook.app/uninstalled": a word of the list, for ever. */
  readonly action: string;
  /** What it was done to, as ids. */
  readonly subjects: readonly string[];
  readonly outcome: AuditOutcome;
  /** Names of fields that were given, counts, codes. No free text, no address, no number of a person. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** SHA-256 in hex: of the line before; zeros before the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** A line by number and hash: where a log begins after its oldest lines went, or what somebody wrote down of it once. */
export interface AuditMark {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first line of a log. */
export const BEFORE_ALL: AuditMark = { seq: 0, hash: '0'.repeat(64) };
