import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { targetScript } from './bundle.ts';
import { extensionsAt, nameOf, readExtensions } from './extension-list.ts';
import { wordsOf } from './locales.ts';

const ORDER = 'admin.order-details.block.render';

describe('the extensions that the sandbox runs', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'prahari-extensions-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(folder: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(root, folder, name, '..'), { recursive: true });
      writeFileSync(join(root, folder, name), text);
    }
  }

  const block = (name: string) => ({
    'shopify.extension.toml': `[[extensions]]\nname = "${name}"\nhandle = "block"\ntype = "ui_extension"
      [[extensions.targeting]]\nmodule = "./src/block.ts"\ntarget = "${ORDER}"
      [extensions.capabilities]\nnetwork_access = true\napi_access = false`,
  });

  it('reads what a person meets, and passes over the rest', () => {
    write('block', block('Block'));
    write('flow', { 'shopify.extension.toml': '[[extensions]]\nname = "F"\nhandle = "f"\ntype = "flow_trigger"' });
    write('theme', { 'shopify.extension.toml': 'name = "T"\nhandle = "t"\ntype = "theme"' });
    write('shared', { 'words.ts': 'export {};' });
    const [extension, ...others] = readExtensions(root);
    expect(extension).toMatchObject({ folder: 'block', handle: 'block', capabilities: ['network_access'] });
    expect(others).toEqual([]);
    expect(extensionsAt(readExtensions(root), ORDER)).toHaveLength(1);
    expect(extensionsAt(readExtensions(root), 'admin.product-details.block.render')).toEqual([]);
  });

  it('refuses a file that Shopify’s CLI would not take', () => {
    write('block', { 'shopify.extension.toml': '[[extensions]]\nname = "No handle"\ntype = "ui_extension"' });
    expect(() => readExtensions(root)).toThrow();
  });

  it.each([
    ['en-IN', 'Card', 'en'],
    ['hi-IN', 'कार्ड', 'hi'],
    ['pt-BR', 'Cartão', 'pt-BR'],
    ['pt-PT', 'Card', 'en'], // neither its region nor its language
    ['ta', 'Card', 'en'],
  ])('speaks %s as Shopify chooses: %s', (locale, name, chosen) => {
    write('block', {
      ...block('t:name'),
      'locales/en.default.json': '{"name":"Card","only":"English"}',
      'locales/hi.json': '{"name":"कार्ड"}',
      'locales/pt-BR.json': '{"name":"Cartão"}',
    });
    const [extension] = readExtensions(root);
    if (!extension) throw new Error('none');
    expect(nameOf(extension, locale)).toBe(name);
    expect(wordsOf(extension, locale)).toMatchObject({ locale: chosen, words: { only: 'English' } });
  });

  it('bundles anew when a file changes, and says which line it cannot read', async () => {
    write('block', {
      ...block('Block'),
      'src/block.ts': "import { word } from './word.ts';\nexport default () => word;",
    });
    write('block', { 'src/word.ts': "export const word = process.env.APP_URL + ' one';" });
    const [extension] = readExtensions(root);
    if (!extension) throw new Error('none');
    const script = () => targetScript(extension, ORDER, 'https://app.example');
    const text = await script();
    for (const part of ['https://app.example', ' one', `shopify.extend("${ORDER}"`]) expect(text).toContain(part);
    write('block', { 'src/word.ts': "export const word = 'another, and longer';" });
    expect(await script()).toContain('another, and longer');
    write('block', { 'src/word.ts': 'export const = ;' });
    await expect(script()).rejects.toThrow(/word\.ts:1:13/);
    await expect(targetScript(extension, 'admin.unknown', '')).rejects.toThrow('no module for admin.unknown');
  });
});
