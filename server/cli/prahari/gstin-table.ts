import type { GstinReason } from '../../../core/gst/gstin.ts';
import { echoOf } from '../../../core/verify/gstin-line.ts';
import type { GstinRecord } from '../../../core/verify/gstin-record.ts';
import { cell, coloured, printable, type Terminal } from './terminal.ts';

/** Columns of one row: eighty characters with the blanks between. */
const WIDTHS = { input: 20, verdict: 24, type: 10, state: 20 } as const;

const WORDS: Readonly<Record<GstinReason, string>> = {
  empty: 'nothing on the line',
  bad_charset: 'a character that no GSTIN has',
  bad_length: 'not 15 letters and digits',
  temporary_id: "a temporary number of an officer's",
  transporter_enrolment_id: "a transporter's enrolment number",
  bad_state_code: 'begins with two digits of no State',
  bad_layout: 'letters and digits in the wrong places',
  bad_checksum: 'a typing mistake: the last does not fit',
};

const NOTE =
  '"ok" means that the number could exist. Only the GST portal knows whether it\ndoes, and whose it is. No legal advice.\n';

export const GSTIN_TABLE_HEAD = row('NUMBER', 'VERDICT', 'KIND', 'STATE');

/** One row of the table for a person. */
export function gstinRow(terminal: Terminal, input: string, record: GstinRecord): string {
  const { valid, type, state } = record;
  const text = row(printable(echoOf(input)), verdictOf(record), type ?? '', state ?? '');
  if (!valid) return coloured(terminal, 'red', text);
  return record.warnings.length > 0 ? coloured(terminal, 'yellow', text) : text;
}

/** What stands below the table: how many of each reason, and what "ok" means. */
export function gstinSummary(
  terminal: Terminal,
  counts: ReadonlyMap<GstinRecord['reason'], number>,
  unread: number,
): string {
  const ok = counts.get('ok') ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const refused = [...counts].flatMap(([reason, count]) => (reason === 'ok' ? [] : [{ reason, count }]));
  const lines = refused
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${grouped(count).padStart(11)}  ${cell(reason, 24)}  ${WORDS[reason]}\n`);
  return [
    `\n${grouped(all)} ${all === 1 ? 'number' : 'numbers'}: `,
    `${coloured(terminal, 'green', `${grouped(ok)} could exist`)}, ${grouped(all - ok)} could not.\n`,
    ...lines,
    ...(unread > 0 ? [`${grouped(unread).padStart(11)}  lines were not read; they are named above.\n`] : []),
    ...(ok > 0 ? [NOTE] : []),
  ].join('');
}

function verdictOf({ reason, warnings: [warning, ...others] }: GstinRecord): string {
  if (warning === undefined) return reason;
  return others.length > 0 ? `${reason} (${others.length + 1} warnings)` : `${reason} (${warning})`;
}

function row(input: string, verdict: string, type: string, state: string): string {
  const cells = [cell(input, WIDTHS.input), cell(verdict, WIDTHS.verdict), cell(type, WIDTHS.type)];
  return `${[...cells, cell(state, WIDTHS.state)].join('  ').trimEnd()}\n`;
}

/** "12,34,567": as money and counts are written in India. */
function grouped(count: number): string {
  return count.toLocaleString('en-IN');
}
