import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ShopState } from '../shops/shop-state.ts';
import { renderLiquid } from '../storefront/liquid.ts';
import { beaconOf } from './beacon-state.ts';
import { TAG_MANAGER_URL } from './late-hosts.ts';

const FOLDER = join(import.meta.dirname, '../../extensions/script-beacon');
const SETTINGS_FILE = 'config/settings_data.json';
const BLOCK_ID = '9000000000000000001';
const BLOCK_TYPE = 'shopify://apps/prahari/blocks/script-beacon/019a7010-0000-7000-8000-000000000110';
const ASSET_PATH = '/extensions/019a7010-0000-7000-8000-000000000110/prahari-1/assets/script-beacon.js';
const COMMENT = /^\s*\/\*[\s\S]*?\*\//;

type Blocks = Record<string, { type: string; disabled?: boolean; settings?: object }>;

/** What stands before the end of each page: the app's block where the theme has it switched on, and a tag manager. */
export function endOfPage(shop: ShopState, settings: object, pageType: string): string {
  const tags = beaconOf(shop).hasLateScripts ? `<script async src="${TAG_MANAGER_URL}"></script>\n` : '';
  const blocks = (settings as { blocks?: Blocks }).blocks ?? {};
  const isOn = Object.values(blocks).some(({ type, disabled }) => type === BLOCK_TYPE && disabled !== true);
  return tags + (isOn ? block(shop, pageType) : '');
}

function block(shop: ShopState, pageType: string): string {
  const scope = {
    app: { metafields: byNamespace(shop) },
    request: { page_type: pageType },
  };
  const source = { read: () => undefined, assetUrl: () => `https://cdn.shopify.com${ASSET_PATH}` };
  return renderLiquid(readFileSync(join(FOLDER, 'blocks/script-beacon.liquid'), 'utf8'), scope, source).trim();
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

/** Text of our script, at its path on the platform's file store; null: another path. */
export function ourScriptAt(path: string): string | null {
  return path === ASSET_PATH ? readFileSync(join(FOLDER, 'assets/script-beacon.js'), 'utf8') : null;
}

/** As the merchant does in the theme editor, under App embeds. */
export function embedOurBlock(shop: ShopState, isOn: boolean, nowIso: string): void {
  const file = shop.themes.find(({ role }) => role === 'MAIN')?.files[SETTINGS_FILE];
  if (!file) return;
  const [comment = ''] = COMMENT.exec(file.content) ?? [];
  const data = JSON.parse(file.content.replace(COMMENT, '')) as { current: { blocks?: Blocks } };
  const { [BLOCK_ID]: _ours, ...others } = data.current.blocks ?? {};
  data.current.blocks = isOn ? { ...others, [BLOCK_ID]: { type: BLOCK_TYPE, disabled: false, settings: {} } } : others;
  file.content = `${comment}\n${JSON.stringify(data, null, 2)}\n`;
  file.updatedAt = nowIso;
}

export function isOurBlockOn(shop: ShopState): boolean {
  const text = shop.themes.find(({ role }) => role === 'MAIN')?.files[SETTINGS_FILE]?.content ?? '';
  return text.includes(BLOCK_TYPE);
}
