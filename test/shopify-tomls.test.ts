import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { ADMIN_API_VERSION } from '../server/shopify/admin-api.ts';
import { appUrl } from '../extensions/shared/app-url.ts';
import { AppToml, ExtensionToml, WebToml, fieldKeysOf } from './shopify-toml-shapes.ts';

/**
 * What Shopify's own command lets pass: sections and keys that it does not know, nonsense types of fields, a target that
 * names no file. Its zod is loose; this one is strict.
 */
const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => parse(readFileSync(join(ROOT, path), 'utf8'));

const folders = readdirSync(join(ROOT, 'extensions')).filter((name) =>
  existsSync(join(ROOT, 'extensions', name, 'shopify.extension.toml')),
);
const extensions = folders.map(
  (folder) => [folder, read(`extensions/${folder}/shopify.extension.toml`) as unknown] as const,
);

describe('shopify.app.toml and shopify.web.toml', () => {
  it('hold what Shopify knows, and nothing else', () => {
    expect(AppToml.safeParse(read('shopify.app.toml')).error).toBeUndefined();
    expect(WebToml.safeParse(read('shopify.web.toml')).error).toBeUndefined();
  });

  it('has webhooks of the version that we ask, all three compliance topics, and the proxy at our own path', () => {
    const app = AppToml.parse(read('shopify.app.toml'));
    expect(app.webhooks.api_version).toBe(ADMIN_API_VERSION);
    const compliance = app.webhooks.subscriptions.flatMap(({ compliance_topics = [] }) => compliance_topics);
    expect([...compliance].sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
    expect(app.app_proxy).toEqual({ url: '/proxy', subpath: 'prahari', prefix: 'apps' });
    expect(new URL(app.application_url).origin).toBe(appUrl());
    for (const url of app.auth.redirect_urls) expect(new URL(url).origin).toBe(appUrl());
  });

  it.each([
    ['a section nobody knows', { nonsense: { a: 1 } }],
    ['a topic nobody sends', { webhooks: { api_version: '2026-10', subscriptions: [{ topics: ['a b'], uri: '/x' }] } }],
    ['a scope that is none', { access_scopes: { scopes: 'read_Themes' } }],
    ['a proxy in a place of its own', { app_proxy: { url: '/proxy', subpath: 'x', prefix: 'elsewhere' } }],
    ['a name of 31 letters', { name: 'x'.repeat(31) }],
  ])('refuses %s', (_name, over) => {
    expect(AppToml.safeParse({ ...read('shopify.app.toml'), ...over }).success).toBe(false);
  });
});

describe.each(extensions)('extensions/%s', (folder, toml) => {
  const path = (name: string) => join(ROOT, 'extensions', folder, name);

  it('holds what Shopify knows, and nothing else', () => {
    expect(ExtensionToml.safeParse(toml).error).toBeUndefined();
  });

  it('names files that are there, and targets that Shopify has', () => {
    const { extensions: inside = [] } = ExtensionToml.parse(toml);
    for (const one of inside) {
      if (one.type !== 'ui_extension') continue;
      for (const { module, target } of one.targeting) {
        expect(existsSync(path(module))).toBe(true);
        const library = join(ROOT, 'node_modules/@shopify/ui-extensions');
        const surface = target.startsWith('admin.')
          ? 'admin'
          : target.startsWith('purchase.')
            ? 'checkout'
            : 'customer-account';
        expect(existsSync(join(library, `build/ts/surfaces/${surface}/targets/${target}.d.ts`))).toBe(true);
      }
    }
  });

  it('has the same phrases in English and Hindi, and the name that its toml asks for', () => {
    const { extensions: inside = [] } = ExtensionToml.parse(toml);
    const names = inside.flatMap(({ name }) => (name.startsWith('t:') ? [name.slice(2)] : []));
    if (!existsSync(path('locales'))) return expect(names).toEqual([]);
    const files = readdirSync(path('locales'));
    const phrases = (file: string) => keysOf(JSON.parse(readFileSync(path(`locales/${file}`), 'utf8')));
    for (const kind of ['.json', '.schema.json']) {
      const english = `en.default${kind}`;
      expect(files.includes(english)).toBe(files.includes(`hi${kind}`));
      if (!files.includes(english)) continue;
      expect(phrases(`hi${kind}`)).toEqual(phrases(english));
    }
    if (names.length > 0) expect(phrases('en.default.json')).toEqual(expect.arrayContaining(names));
  });
});

describe('all extensions together', () => {
  const parsed = extensions.map(([, toml]) => ExtensionToml.parse(toml));

  it('have handles and uids of their own, and one theme extension', () => {
    const handles = parsed.flatMap((one) => [
      ...(one.handle ? [one.handle] : []),
      ...(one.extensions ?? []).map(({ handle }) => handle),
    ]);
    const uids = parsed.flatMap((one) => [
      ...(one.uid ? [one.uid] : []),
      ...(one.extensions ?? []).map(({ uid }) => uid),
    ]);
    expect(new Set(handles).size).toBe(handles.length);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.length).toBe(handles.length);
    expect(parsed.filter(({ type }) => type === 'theme')).toHaveLength(1);
  });

  it('send workflows’ actions to our own server', () => {
    const actions = parsed
      .flatMap(({ extensions: inside = [] }) => inside)
      .filter(({ type }) => type === 'flow_action');
    for (const action of actions) {
      expect('runtime_url' in action && new URL(action.runtime_url, appUrl()).origin).toBe(appUrl());
    }
  });

  it('give fields of workflows names of letters and spaces, once each', () => {
    for (const [, toml] of extensions) {
      const keys = fieldKeysOf(ExtensionToml.parse(toml));
      expect(keys.filter((key) => !/^[A-Za-z ]+$/.test(key))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

function keysOf(value: unknown, before = ''): string[] {
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) return [before];
  return Object.entries(record.data)
    .flatMap(([key, inner]) => keysOf(inner, before === '' ? key : `${before}.${key}`))
    .sort();
}
