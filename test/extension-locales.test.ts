import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readExtensions } from '../sandbox/extensions/extension-list.ts';
import { failureWords } from '../extensions/shared/failure-texts.ts';
import { FAILURE_KINDS } from '../extensions/shared/admin-api.ts';

type Tree = { readonly [key: string]: string | Tree };

/** "group.key" → text, for a whole file. */
function flat(tree: Tree, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(path + key, value);
    else for (const [inner, text] of flat(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** Words that Hindi keeps in Latin letters. */
const LATIN = new Set('GST GSTIN CGST SGST UTGST IGST HSN SEZ CSV PAN IST ISO Shopify Prahari URP NA PDF'.split(' '));
/** As in the pages: words that promise, blame, frighten or shout. */
const BANNED =
  /\b(compliant|guarantee\w*|100% safe|secure|fully protected|hacked|invalid|failed to|illegal|abort|oops|simply|just|asap|act now|hurry|don.t miss|last chance|whitelist|blacklist|kindly|please)\b|!/i;
const MOST_WORDS = 25;

const places = (text: string) => [...text.matchAll(/\{\{\s?(\w+)\s?\}\}/g)].map(([, name]) => name ?? '').sort();

describe.each(readExtensions())('words of $folder', ({ path, type, name }) => {
  const read = (file: string) => flat(JSON.parse(readFileSync(join(path, 'locales', file), 'utf8')) as Tree);
  let en: Map<string, string>;
  let hi: Map<string, string>;
  beforeAll(() => {
    en = read('en.default.json');
    hi = read('hi.json');
  });

  it('are the same in both languages, with the same places', () => {
    expect([...hi.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of en) expect([key, places(hi.get(key) ?? '')]).toEqual([key, places(text)]);
  });

  it('name their language, and the extension as Shopify takes it', () => {
    expect([en.get('language'), hi.get('language')]).toEqual(['en', 'hi']);
    expect(name).toBe('t:name');
    for (const texts of [en, hi]) {
      expect(texts.get('name')?.length).toBeLessThanOrEqual(30);
      if (type === 'ui_extension') expect(texts.get('description')).toBeTruthy();
    }
  });

  it('leave no English in the Hindi, and keep its signs', () => {
    for (const [key, text] of hi) {
      if (key === 'language') continue;
      const words = text.replace(/\{\{\s?\w+\s?\}\}/g, '').match(/[A-Za-z]+/g) ?? [];
      expect([key, words.filter((word) => !LATIN.has(word))]).toEqual([key, []]);
      expect([key, text === text.normalize('NFC'), /[०-९]|[\u0900-\u097f]\.(\s|$)/.test(text)]).toEqual([
        key,
        true,
        false,
      ]);
    }
  });

  it('promise, blame and shout nothing, in short sentences', () => {
    for (const [key, text] of en) {
      expect([key, BANNED.test(text)]).toEqual([key, false]);
      const longest = Math.max(...text.split(/[.?]\s/).map((sentence) => sentence.split(/\s+/).length));
      expect([key, longest <= MOST_WORDS]).toEqual([key, true]);
    }
  });

  it('are there for each key that the code names', () => {
    if (type !== 'ui_extension') return;
    const sources = readdirSync(join(path, 'src')).filter((file) => !file.includes('.test.'));
    const code = sources.map((file) => readFileSync(join(path, 'src', file), 'utf8')).join('\n');
    const named = [...code.matchAll(/\b(?:t|translate)\('([\w.-]+)'/g)].map(([, key]) => key ?? '');
    const isThere = (key: string) => en.has(key) || en.has(`${key}.other`);
    expect(named.filter((key) => !isThere(key))).toEqual([]);
  });
});

describe('words about what went wrong', () => {
  it.each(FAILURE_KINDS)('%s', (kind) => {
    const { heading, whatToDo } = failureWords({ kind, retryAfterS: 20 });
    for (const { en, hi } of [heading, whatToDo]) {
      expect(en).not.toMatch(BANNED);
      expect((hi.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g) ?? []).filter((word) => !LATIN.has(word))).toEqual([]);
    }
  });
});
