import type { AuditEntry } from '../../../core/audit/audit-entry.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { AUDIT_ACTIONS, isAuditAction } from '../../../core/data/audit-actions.ts';
import type { Language } from '../../../core/text.ts';

const COLUMNS = [
  ...['seq', 'at', 'actor_kind', 'actor_id', 'action', 'what', 'subjects', 'outcome', 'details'],
  ...['previous_hash', 'hash'],
];

/** The head of the table: RFC 4180 with a byte order mark, since Excel reads Hindi only with one. */
export const AUDIT_CSV_HEAD = BYTE_ORDER_MARK + csvRow(COLUMNS);

/** One line of the log for a spreadsheet. The JSON file is the one that can be verified. */
export function auditCsvRow(entry: AuditEntry, language: Language): string {
  const { seq, at, actor, action, subjects, outcome, details, previousHash, hash } = entry;
  const words = isAuditAction(action) ? AUDIT_ACTIONS[action][language] : action;
  const told = Object.entries(details)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return csvRow([
    ...[String(seq), at, actor.kind, actor.id ?? '', action, words, subjects.join(' '), outcome, told],
    ...[previousHash, hash],
  ]);
}
