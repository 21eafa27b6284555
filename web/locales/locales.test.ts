/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import english from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { EN } from './en/index.ts';
import { EN_LATER } from './en/later.ts';
import { HI, HI_POLARIS } from './hi/index.ts';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS } from '../../core/evidence/snapshot.ts';

type Tree = { readonly [key: string]: string | Tree };

/** "group.key" → text, for a whole tree. */
function flat(tree: Tree, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(path + key, value);
    else for (const [inner, text] of flat(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

const places = (text: string) => [...text.matchAll(/\{+(\w+)\}+/g)].map(([, name]) => name ?? '').sort();

const OURS = flat({ ...EN, ...EN_LATER });
const OURS_HI = flat(HI);
const POLARIS = flat(english);
const POLARIS_HI = flat(HI_POLARIS);

/** Words that Hindi keeps in Latin letters: i18n rule 6, and names of products. */
const LATIN = new Set(
  'GST GSTIN PAN IST CSV TLS OTP HSN CA Shopify Prahari URL CGST SGST UTGST IGST LUT TCS TDS SEZ UIN OIDAR QRMP PDF PNG JPEG KB MB SMS API ID SDK JSON Google Workspace Cloud Identity Admin Microsoft Entra Graph Okta controls SPF DKIM DMARC CAA DNS DNSSEC CSP HTTPS HTTP CORS TXT HSTS MDN Observatory com okta PCI DSS SAQ A Slack Teams Chat Flow Alert raised'.split(
    ' ',
  ),
);

/** Words that promise, blame, frighten or shout. */
const BANNED =
  /\b(compliant|guarantee\w*|100% safe|secure|fully protected|hacked|invalid|failed to|illegal|abort|oops|simply|just|asap|act now|hurry|don.t miss|last chance|whitelist|blacklist|kindly|please)\b|!/i;

const MOST_WORDS = 25;

describe.each([
  ['our texts', OURS, OURS_HI],
  ["Polaris' texts", POLARIS, POLARIS_HI],
])('%s', (_, en, hi) => {
  it('has the same keys in both languages', () => {
    expect([...hi.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('has the same places in both languages', () => {
    for (const [key, text] of en) expect([key, places(hi.get(key) ?? '')]).toEqual([key, places(text)]);
  });

  it('leaves no English in the Hindi', () => {
    const left = [...hi].flatMap(([key, text]) =>
      (text.replace(/\{+\w+\}+/g, '').match(/[A-Za-z]+/g) ?? [])
        .filter((word) => !LATIN.has(word) && word !== 'F')
        .map((word) => `${key}: ${word}`),
    );
    expect(left).toEqual([]);
  });

  it('keeps Hindi in NFC, with Latin digits and its own full stop', () => {
    for (const [key, text] of hi) {
      expect([key, text]).toEqual([key, text.normalize('NFC')]);
      expect([key, /[०-९]/.test(text)]).toEqual([key, false]);
      expect([key, /[\u0900-\u097f]\.(\s|$)/.test(text)]).toEqual([key, false]);
    }
  });
});

describe('writing', () => {
  it.each([...OURS])('%s', (_, text) => {
    expect(text).not.toMatch(BANNED);
    expect(text.split(/[.?]\s/).every((sentence) => sentence.split(/\s+/).length <= MOST_WORDS)).toBe(true);
  });

  it('has both plural forms wherever it has one', () => {
    for (const texts of [OURS, OURS_HI]) {
      for (const key of texts.keys()) {
        const [, stem] = /^(.*)_(?:one|other|zero)$/.exec(key) ?? [];
        if (stem !== undefined) expect([texts.has(`${stem}_one`), texts.has(`${stem}_other`)]).toEqual([true, true]);
      }
    }
  });
});

describe('what the core names', () => {
  it.each(UNAVAILABLE_REASONS)('has words for evidence that is missing: %s', (reason) => {
    expect(OURS.get(`checks.reason.${reason}`)).toBeTruthy();
  });

  it.each(EVIDENCE_KINDS)('has a name for the evidence %s', (kind) => {
    expect(OURS.get(`common.evidence.${kind}`)).toBeTruthy();
  });
});

describe('keys in the code', () => {
  const source = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^test\//.test(name))
    .map((name) => ({ name, text: readFileSync(join('web', name), 'utf8') }));

  it('all lead to a text', () => {
    const missing = source.flatMap(({ name, text }) => {
      const space = /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? 'common';
      return [...text.matchAll(/\bt\('([\w:.-]+)'/g)].flatMap(([, key = '']) => {
        const path = key.includes(':') ? key.replace(':', '.') : `${space}.${key}`;
        return OURS.has(path) || OURS.has(`${path}_other`) ? [] : [`${name}: ${key}`];
      });
    });
    expect(missing).toEqual([]);
  });

  it('leaves no sentence outside the locales', () => {
    const loose = source.flatMap(({ name, text }) =>
      [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)[^<>{}]*</g)].map(([, words]) => `${name}: ${words ?? ''}`),
    );
    expect(loose).toEqual([]);
  });
});
