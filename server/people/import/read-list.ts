import { csvReader, type CsvRow } from '../../../core/csv/csv-reader.ts';
import {
  IMPORT_FIELDS,
  MOST_IMPORT_ROWS,
  type ImportField,
  type ImportPreview,
  type ImportRequest,
} from '../../../core/api/people.ts';
import { ACCOUNT_FACTS, type AccountFact, type AccountFacts } from '../../../core/evidence/people.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { BadRequestError } from '../../errors.ts';
import { isEmail, normalLogin } from '../logins.ts';
import type { ReadAccount, SourceReading } from '../sources/source.ts';
import { columnsOf, lastNameColumn, type Columns } from './columns.ts';
import { activity, kindOf, momentOf, secondFactorOf, yesNo } from './values.ts';

const MOST_COLUMNS = 200;
const LONGEST_CELL = 400;
const MOST_PROBLEMS = 100;
const SAMPLE_ROWS = 10;

export interface ReadList {
  readonly preview: ImportPreview;
  readonly reading: SourceReading;
  readonly skipped: number;
}

type Problem = ImportPreview['problems'][number];

/**
 * A list of users as text, by its headers. A cell that begins like a formula is text as any other. Rows that cannot be
 * taken are named by line; the others are taken.
 *
 * @throws {BadRequestError} no table, too many rows, or a chosen column that is not there
 */
export function readList({ csv, service, source, columns: chosen }: ImportRequest, now: Date): ReadList {
  const [head, ...body] = rowsOf(csv);
  if (!head) throw refusal('csv', 'empty');
  if (body.length > MOST_IMPORT_ROWS) throw refusal('csv', 'too_many_rows');
  const headers = head.cells.slice(0, MOST_COLUMNS).map(textOf);
  for (const [field, header] of Object.entries(chosen)) {
    if (header !== '' && !headers.includes(header)) throw refusal(`columns.${field}`, 'no_such_column');
  }
  const columns = columnsOf(headers, chosen);
  const cellsOf = cellReader(headers, columns);
  // A list of Shopify's or of mailboxes holds addresses; other services may know user names.
  const needsEmail = source === 'users-export' || service === 'shopify' || service === 'mail';

  const problems: Problem[] = [];
  const accounts = new Map<string, ReadAccount>();
  const sample: ImportPreview['sample'][number][] = [];
  let skipped = 0;
  for (const row of body) {
    const { line } = row;
    const cells = cellsOf(row);
    const login = normalLogin(cells.email ?? '');
    const bad = faultOf(row, login, needsEmail, accounts);
    if (bad !== null || login === null) {
      problems.push({ line, problem: bad ?? 'no-email' });
      skipped += 1;
      continue;
    }
    const { facts, isPartial } = factsOf(cells, now);
    if (isPartial) problems.push({ line, problem: 'bad-value' });
    accounts.set(login, {
      login,
      email: isEmail(login) ? login : null,
      name: cells.name ? cells.name.slice(0, 120) : null,
      role: cells.role ? cells.role.slice(0, 120) : null,
      facts,
    });
    if (sample.length < SAMPLE_ROWS) sample.push({ ...cells, email: login });
  }
  const list = [...accounts.values()];
  return {
    preview: {
      ...{ headers, columns, sample, rows: body.length },
      notFound: IMPORT_FIELDS.filter((field) => columns[field] === undefined),
      problems: problems.slice(0, MOST_PROBLEMS),
    },
    reading: { service, accounts: list, tells: toldBy(list, columns), isFull: true, policy: null },
    skipped,
  };
}

function rowsOf(csv: string): CsvRow[] {
  const reader = csvReader();
  const rows = [...reader.push(csv.replace(/^\uFEFF/, '')), ...reader.finish()];
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** As people see it, and without the apostrophe that our own export puts before what looks like a formula. */
function textOf(cell: string): string {
  return visibleText(cell.slice(0, LONGEST_CELL))
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

type Cells = Partial<Record<ImportField, string>>;

function cellReader(headers: readonly string[], columns: Columns): (row: CsvRow) => Cells {
  const places = IMPORT_FIELDS.flatMap((field) => {
    const header = columns[field];
    return header === undefined ? [] : [[field, headers.indexOf(header)] as const];
  });
  const lastName = lastNameColumn(headers, columns);
  const lastNamePlace = lastName === null ? -1 : headers.indexOf(lastName);
  return ({ cells }) => {
    const read: Cells = {};
    for (const [field, place] of places) {
      const text = textOf(cells[place] ?? '');
      if (text !== '') read[field] = text;
    }
    const last = textOf(cells[lastNamePlace] ?? '');
    return last === '' ? read : { ...read, name: [read.name, last].filter(Boolean).join(' ') };
  };
}

function faultOf(
  { problem }: CsvRow,
  login: string | null,
  needsEmail: boolean,
  taken: ReadonlyMap<string, unknown>,
): Problem['problem'] | null {
  if (problem === 'quote-left-open' || problem === 'too-long') return 'unreadable';
  if (login === null) return 'no-email';
  if ((needsEmail || login.includes('@')) && !isEmail(login)) return 'bad-email';
  return taken.has(login) ? 'duplicate' : null;
}

const OWNER = /^(?:(?:store|shop|account|organi[sz]ation)\s+)?owner$|^मालिक$/i;
const ADMIN = /^(?:(?:full|super|store|system)\s+)?(?:admin|administrator)$|^full (?:access|permissions)$/i;

/** What the cells of one row say; `isPartial`: one of them says something that we do not understand. */
function factsOf(cells: Cells, now: Date): { facts: Partial<AccountFacts>; isPartial: boolean } {
  const { role = '' } = cells;
  const told: readonly (readonly [string | undefined, (cell: string) => Partial<AccountFacts>])[] = [
    [cells.kind, (cell) => only('kind', kindOf(cell))],
    [cells.isActive, activity],
    [cells.isOwner, (cell) => only('isOwner', yesNo(cell))],
    [cells.isSecondFactorEnforced, (cell) => only('isSecondFactorEnforced', yesNo(cell))],
    [cells.secondFactor, secondFactorOf],
    [cells.lastSignInAt, (cell) => only('lastSignInAt', momentOf(cell, now))],
  ];
  const facts: { -readonly [F in AccountFact]?: AccountFacts[F] } = {};
  let isPartial = false;
  for (const [cell, read] of told) {
    if (cell === undefined) continue;
    const said = read(cell);
    isPartial ||= Object.keys(said).length === 0;
    Object.assign(facts, said);
  }
  if (facts.isOwner === undefined && OWNER.test(role)) facts.isOwner = true;
  if (facts.isOwner === true || ADMIN.test(role)) facts.isAdmin = true;
  return { facts, isPartial };
}

function only<F extends AccountFact>(fact: F, value: AccountFacts[F] | undefined): Partial<AccountFacts> {
  return value === undefined ? {} : { [fact]: value };
}

/** Facts that have a column, and those that some row told. */
function toldBy(accounts: readonly ReadAccount[], columns: Columns): AccountFact[] {
  return ACCOUNT_FACTS.filter((fact) => fact in columns || accounts.some(({ facts }) => facts[fact] !== undefined));
}

const refusal = (field: string, code: string) => new BadRequestError('This list cannot be read.', { [field]: code });
