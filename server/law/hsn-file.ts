import { csvReader } from '../../core/csv/csv-reader.ts';
import { textReader } from '../../core/csv/text-reader.ts';
import { isDay } from '../../core/gst/days.ts';
import { readHsnList, type HsnListError, type HsnListRow } from '../../core/gst/hsn-list.ts';
import type { LawChanges } from '../../core/gst/law.ts';
import type { Day } from '../../core/time.ts';
import { LawFileError } from './law-file-error.ts';

type HsnCodes = NonNullable<LawChanges['hsnList']>;

/** First cell of the line that says when the list was imported; a list put here by hand has none. */
const IMPORTED = 'imported';

const WHAT_TO_DO: Readonly<Record<HsnListError['problem'], string>> = {
  'no-header': 'has no column named HSN_CD or HSN Code. Download the list from the portal again, and save it as CSV',
  'lost-zero':
    'lost the zero at its beginning. Download the list again, and keep the column as text when saving it as CSV',
  'not-a-code': 'is no code of 2, 4, 6 or 8 digits. Mend the line, or delete it',
};

/**
 * A list of codes as CSV, in any of the usual encodings.
 *
 * @param day for a list that does not say when it was imported
 * @throws {LawFileError} naming each line that cannot be used
 */
export function parseHsnFile(bytes: Uint8Array, file: string, day: Day): HsnCodes {
  const rows = rowsOf(bytes);
  const { codes, errors } = readHsnList(rows);
  if (errors.length > 0) {
    throw new LawFileError(
      errors.map(({ line, text, problem }) =>
        problem === 'no-header'
          ? `${file} ${WHAT_TO_DO[problem]}.`
          : `${file}: line ${line}: "${text}" ${WHAT_TO_DO[problem]}.`,
      ),
    );
  }
  if (codes.length === 0) throw new LawFileError([`${file} has no code of 4, 6 or 8 digits. Download the list again.`]);
  const [first] = rows;
  const stated = first?.cells[0] === IMPORTED ? (first.cells[1] ?? '') : '';
  return { importedOn: isDay(stated) ? stated : day, codes };
}

/** As `parseHsnFile` reads it. */
export function writtenHsnFile({ importedOn, codes }: HsnCodes): string {
  return [`${IMPORTED},${importedOn}`, 'HSN_CD', ...codes, ''].join('\n');
}

function rowsOf(bytes: Uint8Array): HsnListRow[] {
  const text = textReader((label, options) => new TextDecoder(label, options));
  const csv = csvReader();
  return [...csv.push(text.push(bytes) + text.finish()), ...csv.finish()];
}
