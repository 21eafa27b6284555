import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export const HELP = `prahari: GST numbers, tax splits and audit logs, without a server and without the network.

  prahari gstin [FILE] [--jsonl | --column NAME] [--json]
      Judges GSTINs, one a line; FILE may be "-" or left out for standard input.
      A blank line is judged as empty. Files in UTF-8, UTF-16 and Windows-1252.
      --jsonl   each line is a JSON string, or an object with one in "gstin"
      --column NAME   the file is CSV with the names of its columns in the first
                line; or --column 3 for the third column, all lines judged
      --json    one object a line: input (over 200 characters cut, with "…"),
                valid, reason, gstin, type, stateCode, state, pan, warnings
      Reasons: ok, empty, bad_charset, bad_length, temporary_id,
      transporter_enrolment_id, bad_state_code, bad_layout, bad_checksum.
      A State code that is no longer given (25, 28) is "ok" with the warning
      legacy_state_code. "ok" means: could exist. Only the GST portal knows.

  prahari split FILE.csv [--json]
      Splits the tax of supplies. Columns, in any order: id, date, seller,
      dispatch_state, buyer, ship_to, bill_to, lut, inclusive, rate, amount.
      --json    one object a line, amounts as text with two decimals

  prahari audit FILE.json [--earlier OLD.json] [--json]
      Verifies an audit log that was exported as JSON: no line of it was altered,
      removed, put in or moved since.
      --earlier OLD.json   an older export, which shows a log whose end was cut

  prahari --version, prahari --help

Exit code 0: all is well; 1: some numbers, rows or lines are not; 2: asked wrongly.
`;

const SEE = ' See: prahari --help';

/** What the person asked for. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | {
      readonly command: 'gstin';
      readonly file: string | undefined;
      readonly isJsonLines: boolean;
      readonly column: string | undefined;
      readonly asJson: boolean;
    }
  | { readonly command: 'split'; readonly file: string | undefined; readonly asJson: boolean }
  | {
      readonly command: 'audit';
      readonly file: string | undefined;
      readonly earlier: string | undefined;
      readonly asJson: boolean;
    };

const OPTIONS = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  column: { type: 'string' },
  earlier: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** @throws {UsageError} a command, option or file too many, or none */
export function requestOf(words: readonly string[]): Request {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name))
      throw new UsageError(`There is no option ${JSON.stringify(token.rawName)}.${SEE}`);
    if (token.name === 'column' || token.name === 'earlier') continue;
    if (token.value !== undefined) throw new UsageError(`The option ${token.rawName} takes no value.${SEE}`);
  }
  const is = (name: keyof typeof OPTIONS) => values[name] === true;
  if (is('help')) return { command: 'help' };
  if (is('version')) return { command: 'version' };
  const { column, earlier } = values;
  if (column !== undefined && (typeof column !== 'string' || column.trim() === ''))
    throw new UsageError(`Behind --column stands the name or the number of a column.${SEE}`);
  const [command, file, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`Name one file.${SEE}`);
  if (earlier !== undefined && (command !== 'audit' || typeof earlier !== 'string' || earlier === ''))
    throw new UsageError(`Behind --earlier stands the file of an older export; it belongs to audit.${SEE}`);
  switch (command) {
    case 'audit':
      if (is('jsonl') || column !== undefined) throw new UsageError(`audit reads the exported JSON as it is.${SEE}`);
      return { command, file, earlier, asJson: is('json') };
    case 'gstin':
      if (is('jsonl') && column !== undefined)
        throw new UsageError(`--column is for CSV, --jsonl for lines of JSON: leave one out.${SEE}`);
      return { command, file, isJsonLines: is('jsonl'), column, asJson: is('json') };
    case 'split':
      if (is('jsonl')) throw new UsageError(`split reads CSV; --jsonl belongs to gstin.${SEE}`);
      if (column !== undefined)
        throw new UsageError(`split finds its columns by their names; --column belongs to gstin.${SEE}`);
      return { command, file, asJson: is('json') };
    case undefined:
      throw new UsageError(`Name a command: gstin, split or audit.${SEE}`);
    default:
      throw new UsageError(`There is no command ${JSON.stringify(command)}; there are gstin, split and audit.${SEE}`);
  }
}
