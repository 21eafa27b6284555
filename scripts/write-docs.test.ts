import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../core/checks/index.ts';
import { checkIndex, checkPage } from './check-page.ts';

const docs = (name: string) => readFileSync(join(import.meta.dirname, '../docs/checks', name), 'utf8');

describe('docs/checks', () => {
  it.each(CHECKS.map((check) => [check.id, check] as const))('%s.md is what the check says', (id, check) => {
    expect(docs(`${id}.md`)).toBe(checkPage(check));
  });

  it('lists them all', () => {
    expect(docs('README.md')).toBe(checkIndex(CHECKS));
  });
});
