/**
 * `npm run law -- check FOLDER` says whether the folder's files can be used, and what they change.
 * `npm run law -- import-hsn FILE FOLDER` takes the portal's list of HSN codes, saved as CSV, into the folder.
 * Exit code 1 when a file cannot be used, 2 when it was asked wrongly.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dayInIndia } from '../../core/gst/days.ts';
import { systemClock } from '../clock.ts';
import { parseHsnFile, writtenHsnFile } from '../law/hsn-file.ts';
import { LawFileError } from '../law/law-file-error.ts';
import { HSN_FILE, readLaw } from '../law/law-folder.ts';

const USAGE = 'usage: npm run law -- check FOLDER   or   npm run law -- import-hsn FILE FOLDER';

const [command, ...words] = process.argv.slice(2);
try {
  if (command === 'check' && words.length === 1) await check(words[0] ?? '');
  else if (command === 'import-hsn' && words.length === 2) await importHsn(words[0] ?? '', words[1] ?? '');
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof LawFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function check(folder: string): Promise<void> {
  const { rates, priceBands, thresholds, dueDates, hsnList } = await readLaw(folder);
  const rows: readonly (readonly [string, readonly { readonly effectiveFrom: string }[]])[] = [
    ['rates', rates],
    ['priceBands', priceBands],
    ['thresholds', thresholds],
    ['dueDates', dueDates],
  ];
  for (const [table, changed] of rows) console.log(`${table.padEnd(10)}  ${changed.length} rows`);
  const codes = hsnList ? `${hsnList.codes.length} codes, imported on ${hsnList.importedOn}` : 'not imported';
  console.log(`HSN list    ${codes}`);
}

async function importHsn(file: string, folder: string): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new LawFileError([`${file} cannot be read. Name the CSV file that the portal's list was saved as.`]);
  });
  const list = parseHsnFile(bytes, basename(file), dayInIndia(systemClock.now().toISOString()));
  await mkdir(folder, { recursive: true });
  // A running server reads the folder at any moment: it finds the old list or the new one, never half of one.
  const half = join(folder, `${HSN_FILE}.new`);
  await writeFile(half, writtenHsnFile(list));
  await rename(half, join(folder, HSN_FILE));
  console.log(`${list.codes.length} codes are in ${join(folder, HSN_FILE)}.`);
}
