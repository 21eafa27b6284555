import type { AlertSummary } from '../../../core/api/alerts.ts';
import { checkById } from '../../../core/checks/index.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../../core/csv/csv-cell.ts';
import { findingText } from '../../../core/finding-text.ts';
import type { Language } from '../../../core/text.ts';
import { visibleText } from '../../../core/visible-text.ts';

const COLUMNS = [
  'id',
  'check',
  'title',
  'finding',
  'subject',
  'area',
  'severity',
  'status',
  'due_on',
  'at_stake_inr',
  'first_observed_at',
  'last_observed_at',
  'resolved_at',
  'suppressed_until',
] as const;

/** Alerts as a table for a spreadsheet, RFC 4180 with a byte order mark, since Excel reads Hindi only with one. */
export function alertsCsv(alerts: readonly AlertSummary[], language: Language): string {
  const rows = alerts.map((alert) => {
    const check = checkById(alert.checkId);
    const message = check?.messages[alert.messageId];
    return [
      alert.id,
      alert.checkId,
      check?.title[language] ?? '',
      message ? findingText(message, alert.data, language) : '',
      visibleText(alert.subject),
      alert.area,
      alert.severity,
      alert.status,
      alert.dueOn ?? '',
      alert.atStakePaise === null ? '' : (alert.atStakePaise / 100).toFixed(2),
      alert.firstObservedAt,
      alert.lastObservedAt,
      alert.resolvedAt ?? '',
      alert.suppressedUntil ?? '',
    ];
  });
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map(csvRow).join('');
}
