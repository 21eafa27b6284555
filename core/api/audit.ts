import type { AuditEntry, AuditMark } from '../audit/audit-entry.ts';
import type { Day, Instant } from '../time.ts';

/** GET /api/audit?before=&action=&actor= (owner): fifty lines, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** `seq` to go on with; null: that was all. */
  readonly next: number | null;
  readonly total: number;
  /** People who were refused often on one of the last seven days, newest day first. */
  readonly refusals: readonly { readonly userId: string; readonly on: Day; readonly times: number }[];
}

/** GET /api/audit/verify (owner): walks the whole chain. */
export interface AuditProof {
  readonly isWhole: boolean;
  readonly entries: number;
  readonly firstSeq: number | null;
  /** The last line up to which the chain holds. */
  readonly lastSeq: number | null;
  readonly lastHash: string | null;
  /** The last of the lines whose time was over; the chain begins after it. Null: it begins with line 1. */
  readonly anchor: AuditMark | null;
  /**
   * Where the chain breaks first, and how; null: it does not. `hash`: the line was altered; `link`: it does not follow the
   * one before; `gap`: lines are missing; `order`: a number comes again or too late; `signature`: the line is not signed by
   * our key; `head`: a line that was there before is not.
   */
  readonly broken: {
    readonly seq: number;
    readonly what: 'hash' | 'link' | 'gap' | 'order' | 'signature' | 'head';
  } | null;
  /** Of the newest line. `key-gone`: signed under a key that is no longer in the ring; the chain alone speaks. */
  readonly signature: 'valid' | 'key-gone' | 'not-asked';
  readonly verifiedAt: Instant;
}

/** GET /api/audit/file?format= (owner) */
export const AUDIT_FORMATS = ['csv', 'json'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** The JSON file of a log: what `prahari audit FILE` verifies without us. */
export interface AuditFile {
  readonly format: 'prahari-audit-log-1';
  readonly shop: string;
  readonly madeAt: Instant;
  readonly anchor: AuditMark | null;
  /** Oldest first. */
  readonly entries: readonly AuditEntry[];
}
