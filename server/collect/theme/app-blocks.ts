import type { AppBlock } from '../../../core/evidence/vendors.ts';

/** The file in which embeds stand: apps that run on every page. */
export const EMBEDS_FILE = 'config/settings_data.json';

/** A file that places more than this many different parts of apps is known by the first of them. */
const MAX_BLOCKS = 500;
/** An editor's template holds some hundred objects; what lies beyond is not walked. */
const MAX_STEPS = 200_000;

const PLACES_BLOCKS = /^(?:templates|sections)\/.+\.json$/;
const APP_BLOCK = /^shopify:\/\/apps\/([^/]+)\/blocks\/([^/]+)\/[\w-]{1,100}$/;
/** As Shopify makes them of an app's name; one that holds anything else is no handle. */
const HANDLE = /^[a-z0-9][a-z0-9_-]{0,99}$/i;
const BLOCK_HANDLE = /^[\w.~%-]{1,100}$/;

type Holder = Readonly<Record<string, unknown>>;

/** May this file place parts of apps? */
export function placesAppBlocks(filename: string): boolean {
  return filename === EMBEDS_FILE || PLACES_BLOCKS.test(filename);
}

/**
 * Parts of apps that a JSON file of a theme places, each once: the first 500, of the first 200,000 things in the file. A
 * block counts as disabled when it or anything around it is. Null: the file should place some and is not JSON, so nothing is known.
 * Source: "shopify://apps/HANDLE/blocks/BLOCK/ID" in blocks of config/settings_data.json, templates and section groups.
 */
export function appBlocksOf(filename: string, source: string): AppBlock[] | null {
  if (!placesAppBlocks(filename)) return [];
  let json: unknown;
  try {
    // Shopify writes a comment at the head of the files that its editor made.
    json = JSON.parse(source.replace(/^\s*\/\*[\s\S]*?\*\//, ''));
  } catch {
    return null;
  }
  const file = holder(json);
  if (filename !== EMBEDS_FILE) return placed([[own(file, 'sections'), false]]);
  const settings = currentSettings(file);
  return [...embeds(settings), ...placed([[own(settings, 'sections'), false]])].slice(0, MAX_BLOCKS);
}

/** The settings in force: written out, or the name of one of the theme's presets. */
function currentSettings(file: Holder | null): Holder | null {
  const current = own(file, 'current');
  return holder(typeof current === 'string' ? own(holder(own(file, 'presets')), current) : current);
}

function embeds(settings: Holder | null): AppBlock[] {
  const blocks = holder(own(settings, 'blocks'));
  if (!blocks) return [];
  const found = new Map<string, AppBlock>();
  for (const id in blocks) {
    if (found.size >= MAX_BLOCKS) break;
    const block = holder(own(blocks, id));
    if (block) keep(found, block, { isEmbed: true, isDisabled: block['disabled'] === true });
  }
  return [...found.values()];
}

/** Walks sections and the blocks in them without calling itself: a file may nest as deep as it likes. */
function placed(roots: readonly (readonly [items: unknown, isDisabled: boolean])[]): AppBlock[] {
  const found = new Map<string, AppBlock>();
  const waiting = [...roots];
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const next = waiting.pop();
    if (!next || found.size >= MAX_BLOCKS) break;
    const items = holder(next[0]);
    if (!items) continue;
    const inside: [unknown, boolean][] = [];
    for (const id in items) {
      steps += 1;
      const item = holder(own(items, id));
      if (!item || found.size >= MAX_BLOCKS || steps >= MAX_STEPS) continue;
      const isDisabled = next[1] || item['disabled'] === true;
      keep(found, item, { isEmbed: false, isDisabled });
      if (own(item, 'blocks') !== undefined) inside.push([own(item, 'blocks'), isDisabled]);
    }
    for (const blocks of inside.reverse()) waiting.push(blocks);
  }
  return [...found.values()];
}

function keep(found: Map<string, AppBlock>, { type }: Holder, how: Pick<AppBlock, 'isEmbed' | 'isDisabled'>): void {
  if (typeof type !== 'string' || type.length > 400) return;
  const [, app = '', block = ''] = APP_BLOCK.exec(type) ?? [];
  if (!HANDLE.test(app) || !BLOCK_HANDLE.test(block)) return;
  const appHandle = app.toLowerCase();
  const key = `${appHandle}/${block}/${how.isDisabled}`;
  if (!found.has(key)) found.set(key, { appHandle, blockHandle: block, ...how });
}

/** An object of the file; lists and plain values are none. */
function holder(value: unknown): Holder | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Holder) : null;
}

/** Only what the file itself says: "constructor" is no section of it. */
function own(held: Holder | null, name: string): unknown {
  return held && Object.hasOwn(held, name) ? held[name] : undefined;
}
