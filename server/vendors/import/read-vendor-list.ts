import type { VendorImportPreview, VendorImportRow } from '../../../core/api/vendors.ts';
import { csvReader, type CsvRow } from '../../../core/csv/csv-reader.ts';
import { foldedName, keysOfFields } from '../../../core/vendors/keys.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { BadRequestError } from '../../errors.ts';
import { VENDOR_COLUMNS, vendorColumns, type VendorColumn, type VendorColumns } from './columns.ts';
import { isNoise } from './noise.ts';
import { dataClassesOf, handleOf, hostsOf, kindOf, scopesOf } from './values.ts';

const MOST_IMPORT_LINES = 1_000;
export const MOST_IMPORT_BYTES = 1024 * 1024;
const MOST_PROBLEMS = 100;
const MOST_COLUMNS = 100;
const LONGEST_CELL = 2_000;
const LONGEST_NAME = 120;
const LONGEST_PURPOSE = 500;
const MOST_HOSTS = 20;
const MOST_SCOPES = 200;
const LONGEST_SHOWN = 80;

type Problem = VendorImportPreview['problems'][number];

/** What a list says, before anybody looked who of them is there already. */
export interface ReadVendorList {
  readonly rows: readonly Omit<VendorImportRow, 'matches'>[];
  readonly problems: readonly Problem[];
  readonly columns: VendorImportPreview['columns'];
}

/**
 * A list of vendors: a table by its headers, else one name a line, as people copy it from the admin. A cell that begins
 * like a formula is text as any other. What cannot be taken is named by line: `no-name`, `duplicate`, `unreadable` and
 * `not-a-name` cost the line; `bad-handle`, `bad-host`, `unknown-data`, `unknown-scope`, `unknown-kind` one cell.
 *
 * @throws {BadRequestError} nothing is in it, or too much
 */
export function readVendorList(text: string): ReadVendorList {
  if (Buffer.byteLength(text) > MOST_IMPORT_BYTES) throw refusal('too_large');
  const [head, ...body] = rowsOf(text);
  if (!head) throw refusal('empty');
  const headers = head.cells.slice(0, MOST_COLUMNS).map(textOf);
  const columns = vendorColumns(headers);
  const lines = columns ? body : plainLines(text);
  if (lines.length > MOST_IMPORT_LINES) throw refusal('too_many_lines');

  const problems: Problem[] = [];
  const seen = new Set<string>();
  const rows: Omit<VendorImportRow, 'matches'>[] = [];
  for (const line of lines) {
    const note = (code: string) => problems.push({ line: line.line, code, text: shownOf(line) });
    const row = columns ? tableRow(line, columns, note) : nameRow(line, note);
    if (!row) continue;
    const marks = [foldedName(row.name), ...keysOfFields(row)];
    if (marks.some((mark) => seen.has(mark))) {
      note('duplicate');
      continue;
    }
    for (const mark of marks) seen.add(mark);
    rows.push(row);
  }
  return { rows, problems: problems.slice(0, MOST_PROBLEMS), columns: columnsRead(headers, columns) };
}

function columnsRead(headers: readonly string[], columns: VendorColumns | null): VendorImportPreview['columns'] {
  if (!columns) return { used: [], ignored: [] };
  const places = new Set(VENDOR_COLUMNS.map((column) => columns[column]));
  const shown = headers.map((header) => header.slice(0, LONGEST_SHOWN));
  return {
    used: shown.filter((_, at) => places.has(at)),
    ignored: shown.filter((header, at) => !places.has(at) && header !== ''),
  };
}

function rowsOf(text: string): CsvRow[] {
  const reader = csvReader();
  const rows = [...reader.push(text.replace(/^\uFEFF/, '')), ...reader.finish()];
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** A comma is part of a name where nothing says that it parts cells; a tab is part of none. */
function plainLines(text: string): CsvRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at): CsvRow => ({ line: at + 1, cells: [line.split('\t')[0] ?? ''], problem: null }))
    .filter(({ cells }) => cells[0]?.trim() !== '');
}

/** As people see it, and without the apostrophe that our own export puts before what looks like a formula. */
function textOf(cell: string): string {
  return visibleText(cell.slice(0, LONGEST_CELL))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

const shownOf = ({ cells }: CsvRow): string => cells.map(textOf).join(', ').slice(0, LONGEST_SHOWN).toWellFormed();
const cut = (text: string, longest: number): string => [...text].slice(0, longest).join('').trim();

const BARE = { handle: null, hosts: [], purpose: null, owner: null, dataClasses: [], scopes: null } as const;

function nameRow(line: CsvRow, note: (code: string) => void): Omit<VendorImportRow, 'matches'> | null {
  const text = textOf(line.cells[0] ?? '').replace(/^[-*•·]\s+|^\d{1,3}[.)]\s+/, '');
  if (isNoise(text)) {
    note('not-a-name');
    return null;
  }
  const [host] = /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i.test(text) ? hostsOf(text).values : [];
  return { line: line.line, name: cut(host ?? text, LONGEST_NAME), kind: 'app', ...BARE, hosts: host ? [host] : [] };
}

function tableRow(
  row: CsvRow,
  columns: VendorColumns,
  note: (code: string) => void,
): Omit<VendorImportRow, 'matches'> | null {
  if (row.problem === 'quote-left-open' || row.problem === 'too-long') {
    note('unreadable');
    return null;
  }
  const cell = (column: VendorColumn) => textOf(row.cells[columns[column] ?? -1] ?? '');
  const handle = cell('handle') === '' ? undefined : handleOf(cell('handle'));
  const hosts = hostsOf(cell('hosts'));
  const data = dataClassesOf(cell('data'));
  const scopes = scopesOf(cell('scopes'));
  const kind = cell('kind') === '' ? 'app' : kindOf(cell('kind'));
  const name = cut(cell('name') || (handle ?? hosts.values[0] ?? ''), LONGEST_NAME);
  if (name === '') {
    note('no-name');
    return null;
  }
  if (cell('handle') !== '' && handle === undefined) note('bad-handle');
  if (hosts.isPartial || hosts.values.length > MOST_HOSTS) note('bad-host');
  if (data.isPartial) note('unknown-data');
  if (scopes.isPartial || scopes.values.length > MOST_SCOPES) note('unknown-scope');
  if (kind === undefined) note('unknown-kind');
  return {
    ...{ line: row.line, name, kind: kind ?? 'app', handle: handle ?? null },
    hosts: hosts.values.slice(0, MOST_HOSTS),
    purpose: cut(cell('purpose'), LONGEST_PURPOSE) || null,
    owner: cut(cell('owner'), LONGEST_NAME) || null,
    dataClasses: data.values,
    scopes: scopes.values.length > 0 ? scopes.values.slice(0, MOST_SCOPES) : null,
  };
}

const refusal = (code: string) => new BadRequestError('This list cannot be read.', { text: code });
