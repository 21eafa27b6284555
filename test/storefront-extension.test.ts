import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { GSTIN_REASON_TEXTS } from '../core/gst/gstin-texts.ts';
import { dayText } from '../core/day-text.ts';
import { inPageScript } from '../scripts/steps/in-page-script.mjs';
import { flatPhrases, phrasesOf, readStorefront as read, STOREFRONT } from './theme-liquid.ts';

const BLOCKS = ['buyer-gstin', 'buyer-gstin-embed', 'script-beacon', 'verified-seller'];
const SNIPPETS = ['gstin-box', 'gstin-fields', 'gstin-look', 'gstin-own-form', 'gstin-said'];
const LIQUID = [...BLOCKS.map((name) => `blocks/${name}`), ...SNIPPETS.map((name) => `snippets/${name}`)];
const MOST_GZIPPED = 12_000;
/** A whole theme app extension may hold so much Liquid. */
const MOST_LIQUID = 500_000;

const key = z.string().regex(/^t:[a-z_]+\.[a-z_]+$/);
const id = z.string().regex(/^[a-z_]+$/);
const info = key.optional();
/** What Shopify takes of a block's schema, as far as we use it. */
const BlockSchema = z.strictObject({
  name: key,
  target: z.enum(['section', 'body']),
  settings: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('paragraph'), content: key }),
      z.strictObject({ type: z.literal('text'), id, label: key, info, default: z.string().min(1) }),
      z.strictObject({ type: z.literal('checkbox'), id, label: key, info, default: z.boolean() }),
    ]),
  ),
});

function schemaOf(block: string): z.infer<typeof BlockSchema> {
  const [, json = ''] = /\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(read(`blocks/${block}.liquid`)) ?? [];
  return BlockSchema.parse(JSON.parse(json));
}

const keysOf = (block: string) => {
  const { name, settings } = schemaOf(block);
  const inSettings = settings.flatMap((one) => (one.type === 'paragraph' ? [one.content] : [one.label, one.info]));
  return [name, ...inSettings].flatMap((text) => (text === undefined ? [] : [text.slice(2)]));
};

describe('extensions/storefront', () => {
  it('says in its toml what Shopify asks for, and nothing that it does not know', () => {
    const fields = [...read('shopify.extension.toml').matchAll(/^(\w+) = "([^"]*)"$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    const toml = z
      .strictObject({
        name: z.string().max(30),
        handle: z.string().regex(/^[a-z][a-z-]{2,49}$/),
        type: z.literal('theme'),
        uid: z.uuid(),
      })
      .safeParse(Object.fromEntries(fields));
    expect(toml.error).toBeUndefined();
  });

  it('holds only the folders and files that a theme app extension may hold', () => {
    const files = readdirSync(STOREFRONT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(STOREFRONT.length + 1)).sort();
    const assets = ['buyer-gstin.css', 'buyer-gstin.js', 'script-beacon.js', 'verified-seller.css'];
    const locales = ['en.default.json', 'en.default.schema.json', 'hi.json', 'hi.schema.json'];
    expect(names).toEqual(
      [
        'shopify.extension.toml',
        ...assets.map((name) => `assets/${name}`),
        ...locales.map((name) => `locales/${name}`),
        ...LIQUID.map((name) => `${name}.liquid`),
      ].sort(),
    );
    const liquid = LIQUID.reduce((sum, name) => sum + Buffer.byteLength(read(`${name}.liquid`)), 0);
    expect(liquid).toBeLessThan(MOST_LIQUID);
  });

  it.each([
    ['buyer-gstin', 'section'],
    ['buyer-gstin-embed', 'body'],
    ['script-beacon', 'body'],
    ['verified-seller', 'section'],
  ])('%s is a block of the %s, with a name that fits and settings that the block reads', (block, target) => {
    const schema = schemaOf(block);
    expect(schema.target).toBe(target);
    const liquid = read(`blocks/${block}.liquid`);
    for (const setting of schema.settings) {
      if (setting.type !== 'paragraph') expect(liquid).toContain(`block.settings.${setting.id}`);
    }
    for (const language of ['en.default.schema', 'hi.schema']) {
      expect(flatPhrases(phrasesOf(language)).get(schema.name.slice(2))?.length).toBeLessThanOrEqual(25);
    }
  });

  it.each([
    ['merchants', 'en.default.schema', 'hi.schema', BLOCKS.flatMap(keysOf)],
    [
      'buyers',
      'en.default',
      'hi',
      LIQUID.flatMap((name) => [...read(`${name}.liquid`).matchAll(/'([a-z_.]+)' \| t\b/g)].map(([, text]) => text)),
    ],
  ])('has each text of %s in both languages, and none that nobody reads', (_, english, hindi, asked) => {
    const en = flatPhrases(phrasesOf(english));
    const hi = flatPhrases(phrasesOf(hindi));
    expect([...hi.keys()].sort()).toEqual([...en.keys()].sort());
    expect([...new Set(asked)].sort()).toEqual([...en.keys()].sort());
    const places = (text = '') => [...text.matchAll(/\{\{ \w+ \}\}/g)].map(String).sort();
    for (const [name, text] of hi) {
      expect([name, places(text)]).toEqual([name, places(en.get(name))]);
      expect([name, text.normalize('NFC')]).toEqual([name, text]);
      if (!['language', 'seller.gstin'].includes(name))
        expect([name, text]).toEqual([name, expect.stringMatching(/[\u0900-\u097f]/)]);
      expect([name, /[०-९]|[\u0900-\u097f]\.(\s|$)/.test(text)]).toEqual([name, false]);
    }
    for (const text of [...en.values(), ...hi.values()])
      expect(text).not.toMatch(/!|\b(please|secure|compliant|invalid)\b/i);
  });

  it('says without script what core says', () => {
    for (const [file, language] of [
      ['en.default', 'en'],
      ['hi', 'hi'],
    ] as const) {
      const texts = flatPhrases(phrasesOf(file));
      expect(texts.get('language')).toBe(language);
      for (const [reason, text] of Object.entries(GSTIN_REASON_TEXTS)) {
        // The first is not said of an optional field; the second names characters, which Liquid cannot.
        if (reason === 'empty' || reason === 'bad_charset') continue;
        expect(texts.get(`buyer_gstin.${reason}`)).toBe(text[language].replace('{length}', '{{ length }}'));
      }
      const months = (texts.get('seller.months') ?? '').split(',');
      const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`);
      expect(months.map((month) => `1 ${month} 2026`)).toEqual(days.map((day) => dayText(day, language)));
    }
  });

  it.each(LIQUID)('%s escapes each output', (name) => {
    const outputs = [...read(`${name}.liquid`).matchAll(/\{\{-?(.*?)-?\}\}/g)].map(([, output = '']) => output.trim());
    const isOurs = /^('[\w.]+' \| t\b[^|]*|block\.shopify_attributes|'[\w.-]+' \| asset_url( \| stylesheet_tag)?|id)$/;
    const isEscaped = /\| (escape|escape \| newline_to_br|url_encode \| replace: '%(40', '@|2B', '\+)')$/;
    expect(outputs.filter((output) => !isOurs.test(output) && !isEscaped.test(output))).toEqual([]);
  });

  it.each(LIQUID)('%s holds nothing with which a browser stops a form', (name) => {
    expect(read(`${name}.liquid`)).not.toMatch(
      /\s(pattern|required|minlength|min|max|disabled|onsubmit)(=|\s*$|\s*>)/m,
    );
  });
});

describe('the script of the buyer’s fields', () => {
  it('is what extensions/in-page says today: node scripts/write-in-page.mjs', async () => {
    // Not the two texts: a difference would print thirty thousand characters.
    expect((await inPageScript()) === read('assets/buyer-gstin.js')).toBe(true);
  });

  it('is small', () => {
    expect(gzipSync(read('assets/buyer-gstin.js'), { level: 9 }).length).toBeLessThan(MOST_GZIPPED);
  });
});

describe('the script beacon', () => {
  it('has nothing to set', () => {
    expect(schemaOf('script-beacon').settings.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('names no script where the shop did not switch it on, and waits for the page where it did', () => {
    const liquid = read('blocks/script-beacon.liquid');
    const [before = '', inside = ''] = liquid.split('{%- if app.metafields.prahari.beacon.value.token -%}');
    expect(before).not.toContain('<script');
    expect(inside).toMatch(/<script[^>]*\sdefer\s*>/);
  });
});
