import { beaconOf } from '../beacon/beacon-state.ts';
import { TAG_MANAGER_URL } from '../beacon/late-hosts.ts';
import type { ShopState, ShopTheme } from '../shops/shop-state.ts';
import { embeddedScripts } from '../vendors/app-embeds.ts';
import { renderLiquid } from './liquid.ts';
import { drawOurBlock, ourBlockOfType, targetOf } from './our-blocks.ts';
import { NOBODY, pageScope, type Page, type Visitor } from './page-scope.ts';
import { parseThemeJson, type TemplateFile, type TemplateSection, type ThemeBlock } from './theme-json.ts';

/** One page of the theme: its template's sections inside its layout, with the apps' blocks where the theme has them. */
export function renderPage(shop: ShopState, theme: ShopTheme, page: Page, visitor: Visitor = NOBODY): string {
  const file = (name: string) => theme.files[name]?.content;
  const template = parseThemeJson(file(`templates/${page.template}.json`)) as TemplateFile | null;
  const settings = currentSettings(file('config/settings_data.json'));
  const scope = { ...pageScope(shop, page, visitor), settings };
  const source = {
    read: file,
    assetUrl: (name: string) => `/cdn/shop/t/${theme.id}/assets/${name}`,
    phrases: [`locales/${visitor.locale}.json`, 'locales/en.default.json'].flatMap(
      (name) => (parseThemeJson(file(name)) as object | null) ?? [],
    ),
  };

  const drawSection = (id: string, section: TemplateSection): string => {
    const blocks = blocksOf(section).map(([key, block]) => drawnBlock(shop, key, block, scope));
    if (section.type === 'apps') return blocks.map(({ html }) => html).join('\n');
    return renderLiquid(
      file(`sections/${section.type}.liquid`) ?? '',
      { ...scope, section: { ...section, id, blocks } },
      source,
    );
  };

  const content = (template?.order ?? [])
    .flatMap((id) => {
      const section = template?.sections[id];
      return section && section.disabled !== true ? drawSection(id, section) : [];
    })
    .join('\n');
  const layout = file(template?.layout ? `layout/${template.layout}.liquid` : 'layout/theme.liquid') ?? '';
  const drawn = renderLiquid(
    layout,
    { ...scope, content_for_layout: content, content_for_header: headerContent(shop, settings, scope.routes.root_url) },
    source,
  );
  const embeds = (target: string) =>
    Object.entries(settings.blocks ?? {})
      .filter(([, { type, disabled }]) => {
        const ours = ourBlockOfType(type);
        return ours !== null && disabled !== true && targetOf(ours) === target;
      })
      .map(([id, block]) => drawnBlock(shop, id, block, scope).html)
      .join('\n');
  return drawn
    .replace('</head>', () => `${embeds('head')}</head>`)
    .replace('</body>', () => `${lateScripts(shop)}${embeds('body')}</body>`);
}

interface ThemeSettings {
  readonly blocks?: Readonly<Record<string, ThemeBlock>>;
}

function blocksOf({ blocks = {}, block_order = Object.keys(blocks) }: TemplateSection): [string, ThemeBlock][] {
  return block_order.flatMap((key): [string, ThemeBlock][] => {
    const block = blocks[key];
    return block && block.disabled !== true ? [[key, block]] : [];
  });
}

/** A block as its section sees it. Those of other apps are invented, and draw nothing. */
function drawnBlock(shop: ShopState, id: string, block: ThemeBlock, scope: ReturnType<typeof pageScope>) {
  const ours = ourBlockOfType(block.type);
  const isOfApp = block.type.startsWith('shopify://apps/');
  return {
    id,
    type: isOfApp ? '@app' : block.type,
    settings: block.settings ?? {},
    html: ours === null ? '' : drawOurBlock(shop, ours, { id, settings: block.settings }, scope),
  };
}

/** What the platform itself puts into every page's head: its own scripts, and those of the apps that are embedded. */
function headerContent(shop: ShopState, settings: object, root: string): string {
  return `<meta name="shopify-checkout-api-token" content="">
<script src="https://cdn.shopify.com/shopifycloud/storefront/assets/load_feature.js" defer></script>
<script>var Shopify = Shopify || {}; Shopify.shop = ${JSON.stringify(shop.domain)};${routesScript(root)}</script>
${embeddedScripts(settings, shop.storefront?.releases)}`;
}

/** Only where it says something: a page in the shop's own language looks as it always did. */
function routesScript(root: string): string {
  return root === '/' ? '' : ` Shopify.routes = { root: ${JSON.stringify(`${root}/`)} };`;
}

function lateScripts(shop: ShopState): string {
  return beaconOf(shop).hasLateScripts ? `<script async src="${TAG_MANAGER_URL}"></script>\n` : '';
}

function currentSettings(text: string | undefined): ThemeSettings {
  const parsed = parseThemeJson(text) as { current?: unknown; presets?: Record<string, ThemeSettings> } | null;
  if (typeof parsed?.current === 'string') return parsed.presets?.[parsed.current] ?? {};
  return typeof parsed?.current === 'object' && parsed.current !== null ? parsed.current : {};
}
