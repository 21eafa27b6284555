import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beaconOf } from '../beacon/beacon-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { renderLiquid, type LiquidScope } from './liquid.ts';
import type { ThemeBlock } from './theme-json.ts';

const FOLDER = join(import.meta.dirname, '../../extensions/storefront');
const UUID = '019a7010-0000-7000-8000-000000000110';
const ASSETS = `/extensions/${UUID}/prahari-1/assets/`;
const SCHEMA = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema/;
const TYPES: Readonly<Record<string, string>> = {
  js: 'application/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
};

/** "shopify://apps/prahari/blocks/buyer-gstin/…", as theme files write it. */
export function ourBlockType(block: string): string {
  return `shopify://apps/prahari/blocks/${block}/${UUID}`;
}

/** Which of our blocks this type names; null: another app's, or none that the extension has. */
export function ourBlockOfType(type: string): string | null {
  const [, block] = /^shopify:\/\/apps\/prahari\/blocks\/([\w-]+)\/[\w-]+$/.exec(type) ?? [];
  return block !== undefined && type === ourBlockType(block) && isOurBlock(block) ? block : null;
}

export function isOurBlock(block: string): boolean {
  return /^[a-z-]+$/.test(block) && existsSync(join(FOLDER, 'blocks', `${block}.liquid`));
}

/** As the block's own schema has it: in a section of a page, or at the end of each. */
export function targetOf(block: string): 'section' | 'body' | 'head' {
  return schemaOf(block).target;
}

/** One of our blocks as it stands in a page of the shop, in the page's language. */
export function drawOurBlock(
  shop: ShopState,
  block: string,
  placed: { id: string; settings?: ThemeBlock['settings'] },
  page: LiquidScope & { readonly request: { readonly locale: { readonly iso_code: string } } },
): string {
  const locale = page.request.locale.iso_code;
  const scope = {
    ...page,
    app: { metafields: byNamespace(shop) },
    block: {
      id: placed.id,
      type: '@app',
      shopify_attributes: '',
      settings: { ...defaultsOf(block), ...placed.settings },
    },
  };
  return renderLiquid(textOf(`blocks/${block}.liquid`) ?? '', scope, {
    read: textOf,
    assetUrl: (name) => `https://cdn.shopify.com${ASSETS}${name}`,
    phrases: [phrasesOf(`locales/${locale}.json`), phrasesOf('locales/en.default.json')],
  }).trim();
}

/** A file of ours at its path on the platform's file store; null: another path. */
export function ourAssetAt(path: string): { readonly type: string; readonly body: Buffer } | null {
  const [, name, extension = ''] =
    /^([\w-]+\.(\w+))$/.exec(path.startsWith(ASSETS) ? path.slice(ASSETS.length) : '') ?? [];
  const type = TYPES[extension];
  const file = name === undefined ? '' : join(FOLDER, 'assets', name);
  return type !== undefined && existsSync(file) ? { type, body: readFileSync(file) } : null;
}

interface BlockSchema {
  readonly target: 'section' | 'body' | 'head';
  readonly settings?: readonly { readonly id?: string; readonly default?: unknown }[];
}

function schemaOf(block: string): BlockSchema {
  const [, text = ''] = SCHEMA.exec(textOf(`blocks/${block}.liquid`) ?? '') ?? [];
  return JSON.parse(text) as BlockSchema;
}

function defaultsOf(block: string): Record<string, unknown> {
  const settings = schemaOf(block).settings ?? [];
  return Object.fromEntries(settings.flatMap((one) => (one.id === undefined ? [] : [[one.id, one.default]])));
}

function textOf(name: string): string | undefined {
  const file = join(FOLDER, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function phrasesOf(name: string): object {
  return JSON.parse(textOf(name) ?? '{}') as object;
}

/** As Liquid sees them: `app.metafields.prahari.beacon.value.token`. */
function byNamespace(shop: ShopState): Record<string, Record<string, { value: unknown }>> {
  const held: Record<string, Record<string, { value: unknown }>> = {};
  for (const [name, { type, value }] of Object.entries(beaconOf(shop).metafields)) {
    const [namespace = '', key = ''] = name.split('.');
    held[namespace] = {
      ...held[namespace],
      [key]: { value: type === 'json' ? (JSON.parse(value) as unknown) : value },
    };
  }
  return held;
}
