import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of one of the files here by their column's name. Quoted cells hold commas, never line ends. */
export function examples(file: 'gstin_examples.csv' | 'tax_split_examples.csv'): Readonly<Record<string, string>>[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter(Boolean);
  const [names = [], ...rows] = lines.map(cellsOf);
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
