import type { Instant } from '../time.ts';

/** Who did it. A person by Shopify's number or our own id, never by name. */
export const ACTOR_KINDS = ['person', 'link', 'job', 'webhook', 'operator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

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
  /** `refused`: the person's role, or the request, did not allow it. */
  readonly outcome: 'asked' | 'done' | 'refused' | 'failed';
  /** Names of fields that were given, counts, codes. No free text, no address, no number of a person. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** SHA-256 in hex: of the line before; zeros before the first. */
  readonly previousHash: string;
  readonly hash: string;
}
