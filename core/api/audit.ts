import type { AuditEntry } from '../audit/audit-entry.ts';
import type { Instant } from '../time.ts';

/** GET /api/audit?before=&action=&actor= (owner): fifty lines, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** `seq` to go on with; null: that was all. */
  readonly next: number | null;
  readonly total: number;
}

/** GET /api/audit/verify (owner): walks the whole chain. */
export interface AuditProof {
  readonly isWhole: boolean;
  readonly entries: number;
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  readonly lastHash: string | null;
  /** Where the chain breaks first, and how; null: it does not. */
  readonly broken: { readonly seq: number; readonly what: 'hash' | 'link' | 'gap' | 'order' } | null;
  readonly verifiedAt: Instant;
}
