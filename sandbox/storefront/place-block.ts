import type { ShopState } from '../shops/shop-state.ts';
import { isOurBlock, ourBlockType, targetOf } from './our-blocks.ts';
import { COMMENT, parseThemeJson, type TemplateFile, type ThemeBlock } from './theme-json.ts';

const SETTINGS_FILE = 'config/settings_data.json';
/** The section that themes have for app blocks where no other takes them. */
const APPS_SECTION = 'prahari_apps';

/** As the merchant does in the theme editor. A text is why it cannot be done. */
export function placeBlock(
  shop: ShopState,
  { block, isOn, template = 'cart' }: { block: string; isOn: boolean; template?: string | undefined },
  nowIso: string,
): string | null {
  if (!isOurBlock(block)) return `The extension has no block "${block}".`;
  const isEmbed = targetOf(block) !== 'section';
  const name = isEmbed ? SETTINGS_FILE : `templates/${template}.json`;
  const file = mainTheme(shop)?.files[name];
  if (!file) return `The published theme has no ${name}.`;
  const [comment = ''] = COMMENT.exec(file.content) ?? [];
  const data = parseThemeJson(file.content);
  if (isEmbed) switchEmbed(data as SettingsFile, block, isOn);
  else switchInSection(shop, data as TemplateFile, block, isOn);
  file.content = `${comment}${comment === '' ? '' : '\n'}${JSON.stringify(data, null, 2)}\n`;
  file.updatedAt = nowIso;
  return null;
}

/** Names of templates in which the block stands; for an embed "settings". */
export function placesOf(shop: ShopState, block: string): string[] {
  return Object.entries(mainTheme(shop)?.files ?? {}).flatMap(([name, { content }]) =>
    content.includes(`"${ourBlockType(block)}"`) ? [name] : [],
  );
}

interface SettingsFile {
  readonly current: { blocks?: Record<string, ThemeBlock> };
}

function switchEmbed({ current }: SettingsFile, block: string, isOn: boolean): void {
  const type = ourBlockType(block);
  const others = Object.entries(current.blocks ?? {}).filter(([, one]) => one.type !== type);
  current.blocks = Object.fromEntries([
    ...others,
    ...(isOn ? [[idOf(block), { type, disabled: false, settings: {} }] as const] : []),
  ]);
}

function switchInSection(shop: ShopState, file: TemplateFile, block: string, isOn: boolean): void {
  const taking = file.order.find((id) => takesApps(shop, file.sections[id]?.type ?? ''));
  const id = taking ?? APPS_SECTION;
  const section = (file.sections[id] ??= { type: 'apps', settings: {} });
  const key = idOf(block);
  const { [key]: _ours, ...others } = section.blocks ?? {};
  section.blocks = isOn ? { ...others, [key]: { type: ourBlockType(block), settings: {} } } : others;
  section.block_order = [...(section.block_order ?? []).filter((one) => one !== key), ...(isOn ? [key] : [])];
  if (taking !== undefined) return;
  file.order = file.order.filter((one) => one !== id);
  if (section.block_order.length > 0) file.order.push(id);
  else Reflect.deleteProperty(file.sections, id);
}

function takesApps(shop: ShopState, section: string): boolean {
  return section === 'apps' || (mainTheme(shop)?.files[`sections/${section}.liquid`]?.content ?? '').includes('"@app"');
}

/** "prahari_buyer_gstin" */
function idOf(block: string): string {
  return `prahari_${block.replaceAll('-', '_')}`;
}

function mainTheme(shop: ShopState) {
  return shop.themes.find(({ role }) => role === 'MAIN');
}
