import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');

/** Cells of the page's rows, without heads and rules. */
const ROWS = readFileSync(join(ROOT, 'docs/threat-tests.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('.test.ts`'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const fileIn = (cell = ''): string => cell.replaceAll('`', '');
const cases = ROWS.filter(([id]) => /^[A-Z]\d+$/.test(id ?? '')).map(
  ([id = '', , file]) => [id, fileIn(file)] as const,
);
const faults = ROWS.filter(([id]) => !/^[A-Z]\d+$/.test(id ?? '')).map(
  ([what = '', file, name = '']) => [what, fileIn(file), name] as const,
);

/** Ids that a text beginning with "T3, T4: " names, wherever in a test file it stands as a name or a row of a table. */
function idsNamedIn(file: string): Set<string> {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return new Set([...text.matchAll(/['"`]([A-Z]\d+(?:, [A-Z]\d+)*): /g)].flatMap(([, ids]) => ids?.split(', ') ?? []));
}

describe('docs/threat-tests.md', () => {
  it('has its rows', () => {
    expect(cases.length).toBeGreaterThan(50);
    expect(faults.length).toBeGreaterThan(15);
  });

  it.each(cases)('%s has a test of that name in %s', (id, file) => {
    expect([...idsNamedIn(file)]).toContain(id);
  });

  it.each(faults)('%s: in %s', (_what, file, name) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(name);
  });

  it('names nothing that is skipped', () => {
    const files = new Set([...cases.map(([, file]) => file), ...faults.map(([, file]) => file)]);
    const skipping = [...files].filter((file) =>
      /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(skipping).toEqual([]);
  });
});
