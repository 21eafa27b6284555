import { CHAT_APP, POPUP_APP, REVIEWS_APP } from './vendor-state.ts';

/** A part of an app that the theme may place, and the script that it brings along. */
interface AppPart {
  readonly handle: string;
  readonly block: string;
  readonly uuid: string;
  /** The app's releases are counted; each has addresses of its own. */
  readonly release: number;
}

const PARTS: readonly AppPart[] = [
  { handle: REVIEWS_APP.handle, block: 'stars', uuid: '019a7001-0000-7000-8000-000000000101', release: 41 },
  { handle: CHAT_APP.handle, block: 'bubble', uuid: '019a7002-0000-7000-8000-000000000102', release: 8 },
  { handle: POPUP_APP.handle, block: 'popup', uuid: '019a7009-0000-7000-8000-000000000109', release: 3 },
];

/** What the platform writes into each page for the embeds that are switched on: files that are none of the theme's. */
export function embeddedScripts(settings: object, releases: Readonly<Record<string, number>> = {}): string {
  const blocks =
    'blocks' in settings && typeof settings.blocks === 'object' && settings.blocks !== null ? settings.blocks : {};
  return Object.values(blocks as Readonly<Record<string, { readonly type?: unknown; readonly disabled?: unknown }>>)
    .filter(({ disabled }) => disabled !== true)
    .flatMap(({ type }) => PARTS.find(({ handle }) => type === blockType(handle)) ?? [])
    .map((part) => ({ ...part, release: releases[part.handle] ?? part.release }))
    .map((part) => `<script src="${scriptAddress(part)}" defer></script>\n`)
    .join('');
}

/** "shopify://apps/sitara-reviews/blocks/stars/…", as theme files write it. */
export function blockType(handle: string): string {
  const part = partOf(handle);
  return `shopify://apps/${part.handle}/blocks/${part.block}/${part.uuid}`;
}

/** The script of an app's part in its newest release, and where it lies. */
export function partScript(handle: string): { readonly address: string; readonly text: string } {
  const part = partOf(handle);
  return { address: scriptAddress(part), text: scriptAt(new URL(scriptAddress(part)).pathname) ?? '' };
}

/** The script at this path of the platform's file store, in whichever release it names; null: there is none. */
export function scriptAt(path: string): string | null {
  const release = Number(/-(\d{1,4})\/assets\//.exec(path)?.[1]);
  const part = PARTS.map((one) => ({ ...one, release })).find(
    (one) => scriptAddress(one) === `https://cdn.shopify.com${path}`,
  );
  return part ? `/* ${part.handle}, release ${part.release}: invented */\nwindow.${part.block} = true;\n` : null;
}

function partOf(handle: string): AppPart {
  const part = PARTS.find((one) => one.handle === handle);
  if (!part) throw new RangeError(`No app "${handle}" has a part for themes.`);
  return part;
}

function scriptAddress({ handle, block, uuid, release }: AppPart): string {
  return `https://cdn.shopify.com/extensions/${uuid}/${handle}-${release}/assets/${block}.js`;
}
