import { endOfPage } from '../beacon/our-block.ts';
import type { ShopPolicy, ShopState, ShopTheme } from '../shops/shop-state.ts';
import { embeddedScripts } from '../vendors/app-embeds.ts';
import { renderLiquid, type LiquidScope } from './liquid.ts';

/** One page of the theme: its template's sections inside its layout. */
export function renderPage(
  shop: ShopState,
  theme: ShopTheme,
  page: { template: string; path: string; page?: ShopPolicy | undefined },
): string {
  const file = (name: string) => theme.files[name]?.content;
  const template = parseJson(file(`templates/${page.template}.json`)) as TemplateFile | null;
  const settings = currentSettings(file('config/settings_data.json'));
  const scope: LiquidScope = {
    shop: { name: shop.name, email: shop.email, url: `https://${shop.domain}`, policies: shop.policies },
    page: { title: page.page?.title ?? titleOf(page.template, shop), content: page.page?.body ?? '' },
    request: { path: page.path, locale: 'en', page_type: page.template },
    settings,
    product: {
      title: 'Hand-block cotton kurta',
      price: '₹1,499.00',
      description: 'Soft cotton, printed by hand. An invented product.',
    },
  };
  const source = {
    read: file,
    assetUrl: (name: string) => `/cdn/shop/t/${theme.id}/assets/${name}`,
  };
  const content = (template?.order ?? [])
    .map((id) => template?.sections[id])
    .filter((section) => section !== undefined && section.disabled !== true)
    .map(
      (section) =>
        section && renderLiquid(file(`sections/${section.type}.liquid`) ?? '', { ...scope, section }, source),
    )
    .join('\n');
  const layout = file(template?.layout ? `layout/${template.layout}.liquid` : 'layout/theme.liquid') ?? '';
  const drawn = renderLiquid(
    layout,
    { ...scope, content_for_layout: content, content_for_header: headerContent(shop, settings) },
    source,
  );
  return drawn.replace('</body>', () => `${endOfPage(shop, settings, page.template)}</body>`);
}

interface TemplateFile {
  readonly layout?: string;
  readonly sections: Readonly<
    Record<string, { readonly type: string; readonly settings?: object; readonly disabled?: boolean }>
  >;
  readonly order: readonly string[];
}

/** What the platform itself puts into every page's head: its own scripts, and those of the apps that are embedded. */
function headerContent(shop: ShopState, settings: object): string {
  return `<meta name="shopify-checkout-api-token" content="">
<script src="https://cdn.shopify.com/shopifycloud/storefront/assets/load_feature.js" defer></script>
<script>var Shopify = Shopify || {}; Shopify.shop = ${JSON.stringify(shop.domain)};</script>
${embeddedScripts(settings, shop.storefront?.releases)}`;
}

function titleOf(template: string, shop: ShopState): string {
  return template === 'index' ? shop.name : template === '404' ? 'Page not found' : template;
}

function currentSettings(text: string | undefined): object {
  const parsed = parseJson(text) as { current?: unknown; presets?: Record<string, object> } | null;
  if (typeof parsed?.current === 'string') return parsed.presets?.[parsed.current] ?? {};
  return typeof parsed?.current === 'object' && parsed.current !== null ? parsed.current : {};
}

/** Theme JSON may begin with a comment that the editor writes. */
function parseJson(text: string | undefined): unknown {
  return text === undefined ? null : JSON.parse(text.replace(/^\s*\/\*[\s\S]*?\*\//, ''));
}
