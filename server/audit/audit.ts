import type { ClientSession } from 'mongoose';
import type { AuditEntry } from '../../core/audit/audit-entry.ts';
import type { AuditAction } from '../../core/data/audit-actions.ts';

/** What whoever changes something says of it. The log gives number, time and hash. */
export interface NewAuditEntry {
  readonly actor: AuditEntry['actor'];
  readonly action: AuditAction;
  /** Ids. At most fifty are kept. */
  readonly subjects?: readonly string[];
  /** Without it: `done`. */
  readonly outcome?: AuditEntry['outcome'];
  /** Names of fields, counts, codes: no free text, address or number of a person. */
  readonly details?: AuditEntry['details'];
}

/** The one thing that jobs, webhooks and links are handed. */
export interface Audit {
  /**
   * Adds a line, within the caller's transaction where one is given; answers its number. A line that could not be written
   * throws: do the change after it, or in one transaction with it.
   */
  append(shop: string, entry: NewAuditEntry, session?: ClientSession): Promise<number>;
}
