import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

/** Lines with code in them. */
const MOST_LINES = 1_200;
const isCode = (line: string): boolean => !/^\s*(\/\*\*|\*|\/\/|$)/.test(line);

/** It is kept small by leaving out what nobody uses, which is refused (docs/decisions/001-embedded-store.md). */
it('is small enough to read in an afternoon', () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname });
  const own = files.filter((file) => !file.endsWith('.test.ts') && !file.startsWith('conformance'));
  const lines = own.flatMap((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      .split('\n')
      .filter(isCode),
  );
  expect(lines.length).toBeLessThan(MOST_LINES);
});
