import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn, longSentencesIn, placesIn } from '../../test/writing-rules.ts';
import { LANGUAGES } from '../text.ts';
import type { Text } from '../text.ts';
import { AREAS } from './check.ts';
import type { Check } from './check.ts';
import { CHECKS, RETIRED_CHECK_IDS, checkById } from './index.ts';

const HERE = import.meta.dirname;
const DOCS = join(HERE, '../../docs/checks');
const FILES = readdirSync(HERE, { recursive: true, encoding: 'utf8' });

/** Every text of a check with where it stands; titles carry no full stop, sentences do. */
function textsOf(check: Check): [string, Text][] {
  return [
    ['title', check.title],
    ['rule', check.rule.name],
    ['why', check.why],
    ['cost', check.cost],
    ['proof', check.proof],
    ...check.remedy.map((step, index): [string, Text] => [`remedy ${index + 1}`, step]),
    ...Object.entries(check.messages).map(([id, text]): [string, Text] => [`message ${id}`, text]),
  ];
}

describe('the list of checks', () => {
  it('has unique ids, found again', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => checkById(id)?.id)).toEqual(ids);
    expect(ids.filter((id) => RETIRED_CHECK_IDS.includes(id))).toEqual([]);
    expect(checkById('gst/no-such-check')).toBeNull();
  });

  it('names every check file of the folders, and no other', () => {
    const names = CHECKS.map(({ id }) => id.split('/')[1]);
    const tested = FILES.filter((file) => /\/.*\.test\.ts$/.test(file)).map((file) =>
      file.replace(/^.*\/|\.test\.ts$/g, ''),
    );
    expect([...tested].sort()).toEqual([...names].sort());
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const name = id.split('/')[1] ?? '';

  it('stands in a file of its name, with its test and its page', () => {
    expect(AREAS).toContain(check.area);
    expect(id.split('/')[0]).toBe(check.area);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(FILES.filter((file) => file.endsWith(`/${name}.ts`))).toHaveLength(1);
    expect(FILES.filter((file) => file.endsWith(`/${name}.test.ts`))).toHaveLength(1);
    expect(existsSync(join(DOCS, `${id}.md`))).toBe(true);
  });

  it('names its rule, date and source, and where to mend', () => {
    expect(check.rule.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(check.rule.source.length).toBeGreaterThan(10);
    expect(check.remedy.length).toBeGreaterThan(0);
    expect(check.requires.length).toBeGreaterThan(0);
    expect(Object.keys(check.messages).length).toBeGreaterThan(0);
    if (check.adminPath !== undefined) expect(check.adminPath).toMatch(/^\/[a-z_/-]+$/);
    if (check.control !== undefined) expect(check.control).toMatch(/^[A-Z]{2,3}-\d{2}$/);
  });

  it.each(textsOf(check))('%s is plain, in every language', (where, text) => {
    for (const language of LANGUAGES) expect(text[language].trim()).toBe(text[language]);
    expect(text.hi).toMatch(/\p{Script=Devanagari}/u);
    expect(text.hi).toBe(text.hi.normalize('NFC'));
    expect(bannedWordsIn(text.en)).toEqual([]);
    expect([...longSentencesIn(text.en), ...longSentencesIn(text.hi)]).toEqual([]);
    expect(placesIn(text.hi)).toEqual(placesIn(text.en));
    const isSentence = where !== 'title' && where !== 'rule';
    expect(text.en.endsWith('.')).toBe(isSentence);
    expect(text.hi.endsWith('।')).toBe(isSentence);
    if (!isSentence) expect(text.en).not.toMatch(/^Ensure|penalty/i);
  });

  it.each([
    ['why', check.why],
    ['cost', check.cost],
  ])('%s is two lines, not a wall', (_, text) => {
    expect(text.en.split(/\s+/).length).toBeLessThanOrEqual(25);
  });
});
