import { BYTE_ORDER_MARK, csvRow } from '../../core/csv/csv-cell.ts';
import type { Language } from '../../core/text.ts';
import { saqEvidence, saqGaps } from './saq-findings.ts';
import type { ChangesRecord, InventoryRecord, SaqRecord } from './script-records.ts';
import { NO_CHECK, NOTICES } from './script-words.ts';

const INVENTORY_COLUMNS = [
  ...['identity', 'what', 'origin', 'vendor', 'host', 'pages', 'near_payment', 'seen_by', 'standing', 'decided_at'],
  ...['decided_by_user', 'owner', 'reason', 'covers_new_texts', 'integrity', 'hash', 'first_seen_at', 'as_of'],
];
const CHANGES_COLUMNS = ['at', 'state', 'kind', 'identity', 'by', 'vendor', 'from_hash', 'to_hash', 'reason', 'as_of'];
const SAQ_COLUMNS = ['part', 'code', 'statement', 'as_of'];

/** Codes are the words of our own lists; a cell of foreign text is never a formula. An empty list says why. */
export function inventoryCsv({ scripts, takenAt }: InventoryRecord, language: Language): string {
  if (takenAt === null) return table([[NO_CHECK[language]]]);
  const rows = scripts.map((row) => [
    ...[row.identity, row.what, row.origin, row.vendor ?? '', row.host ?? '', row.pages.join(' ')],
    ...[yesNo(row.nearPayment), row.seenBy, row.standing, row.decidedAt ?? '', row.decidedBy ?? ''],
    ...[row.owner ?? '', row.reason ?? '', yesNo(row.coversNewTexts), row.integrity, row.hash ?? ''],
    ...[row.firstSeenAt ?? '', takenAt],
  ]);
  return table([INVENTORY_COLUMNS, ...rows]);
}

/** What waits first, then the log, newest first. */
export function changesCsv({ undecided, log, takenAt }: ChangesRecord): string {
  const asOf = takenAt ?? '';
  const waiting = undecided.map(({ kind, identity, vendor, since, fromHash, toHash }) => [
    ...[since, 'undecided', kind, identity, '', vendor ?? '', fromHash ?? '', toHash ?? '', '', asOf],
  ]);
  const rows = log.map(({ at, kind, identity, by, fromHash, toHash, reason }) => [
    ...[at, 'log', kind, identity, by, '', fromHash ?? '', toHash ?? '', reason ?? '', asOf],
  ]);
  return table([CHANGES_COLUMNS, ...waiting, ...rows]);
}

/** The statement, sentence by sentence. */
export function saqCsv(record: SaqRecord, language: Language): string {
  const asOf = record.takenAt ?? '';
  return table([
    SAQ_COLUMNS,
    ['notice', 'notice', NOTICES['saq-a'][language], asOf],
    ...saqEvidence(record, language).map(({ code, words }) => ['evidence', code, words, asOf]),
    ...saqGaps(record, language).map(({ code, words }) => ['missing', code, words, asOf]),
  ]);
}

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
const table = (rows: readonly (readonly string[])[]): string => BYTE_ORDER_MARK + rows.map(csvRow).join('');
