import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { alertPayloads } from '../server/flow/alert-payload.ts';

const FOLDER = join(import.meta.dirname, '../extensions/script-beacon');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** What Shopify takes of a block's schema that is embedded in every page. */
const EmbedSchema = z.strictObject({
  name: z.string().startsWith('t:'),
  target: z.enum(['head', 'body', 'compliance_head']),
  settings: z.array(z.strictObject({ type: z.literal('paragraph'), content: z.string().startsWith('t:') })),
});
const Phrases = z.strictObject({ script_beacon: z.strictObject({ name: z.string().max(25), what: z.string() }) });

describe('extensions/script-beacon', () => {
  it('says in its toml what Shopify asks for, and nothing that it does not know', () => {
    const fields = [...read('shopify.extension.toml').matchAll(/^(\w+) = "([^"]*)"$/gm)].map(([, key, value]) => [
      key,
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
    const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const allowed = /^(shopify\.extension\.toml|assets\/[\w-]+\.js|blocks\/[\w-]+\.liquid|locales\/[\w.-]+\.json)$/;
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(FOLDER.length + 1));
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
    expect(names.length).toBe(5);
  });

  it('is one block of the page’s body, with texts in both languages and nothing to set', () => {
    const liquid = read('blocks/script-beacon.liquid');
    const [, json = ''] = /\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(liquid) ?? [];
    const schema = EmbedSchema.parse(JSON.parse(json));
    expect(schema.target).toBe('body');
    const keys = [schema.name, ...schema.settings.map(({ content }) => content)].map((key) => key.slice(2));
    for (const language of ['en.default', 'hi']) {
      const phrases = Phrases.parse(JSON.parse(read(`locales/${language}.schema.json`)));
      for (const key of keys) {
        const [, phrase = ''] = key.split('.');
        expect(Object.keys(phrases.script_beacon)).toContain(phrase);
      }
    }
    const [{ what }] = [Phrases.parse(JSON.parse(read('locales/hi.schema.json'))).script_beacon];
    expect(what).toMatch(/[\u0900-\u097f]/);
  });

  it('names no script where the shop did not switch it on, and waits for the page where it did', () => {
    const liquid = read('blocks/script-beacon.liquid');
    const [before = '', inside = ''] = liquid.split('{%- if app.metafields.prahari.beacon.value.token -%}');
    expect(before).not.toContain('<script');
    expect(inside).toMatch(/<script[^>]*\sdefer\s*>/);
    // Everything that a page holds is escaped.
    const outputs = [...inside.matchAll(/\{\{(.*?)\}\}/g)].map(([, output = '']) => output.trim());
    expect(outputs.length).toBe(4);
    for (const output of outputs) expect(output).toMatch(/\| (escape|asset_url)$/);
  });
});

describe('extensions/alert-raised', () => {
  const toml = readFileSync(join(import.meta.dirname, '../extensions/alert-raised/shopify.extension.toml'), 'utf8');
  const valuesOf = (key: string) =>
    [...toml.matchAll(new RegExp(`^\\s*${key} = "([^"]*)"$`, 'gm'))].map(([, value]) => value ?? '');

  it('is a trigger of the handle that the server starts', () => {
    expect([valuesOf('type')[0], valuesOf('handle'), valuesOf('uid').length]).toEqual([
      'flow_trigger',
      ['alert-raised'],
      1,
    ]);
    expect(z.uuid().safeParse(valuesOf('uid')[0]).success).toBe(true);
  });

  it('has fields of types that Flow knows, with names of letters and spaces', () => {
    const known = ['single_line_text_field', 'number_decimal', 'url', 'boolean', 'email'];
    expect(
      valuesOf('type')
        .slice(1)
        .filter((type) => !known.includes(type)),
    ).toEqual([]);
    expect(valuesOf('key').filter((key) => !/^[A-Za-z ]+$/.test(key))).toEqual([]);
    expect(valuesOf('type').slice(1)).toHaveLength(valuesOf('key').length);
  });

  it('has the fields that the server fills, no more and no fewer', () => {
    const what = { kind: 'opened', fingerprint: 'f', checkId: 'security/domain-tls', messageId: 'other' } as const;
    const weight = { severity: 'high', atStakePaise: null, dueOn: null } as const;
    const news = { ...what, ...weight, data: {}, subject: 's', at: '2026-11-23T06:30:00.000Z' };
    const places = { identity: 'i', alertUrl: () => 'https://a.example', alertsUrl: 'https://a.example' };
    for (const payload of alertPayloads(Array<typeof news>(21).fill(news), places)) {
      expect(Object.keys(payload).sort()).toEqual(valuesOf('key').sort());
    }
  });
});
