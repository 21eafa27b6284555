import { themeLiquid } from './theme-liquid.ts';

/** A cart page of an invented theme with our blocks in it. */
export interface ThemePage {
  readonly theme: ThemeKind;
  readonly blocks: readonly ('buyer-gstin' | 'buyer-gstin-embed' | 'verified-seller')[];
  readonly language?: 'en' | 'hi';
  readonly isDark?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly seller?: unknown;
}

/** New: the form has the id "cart", blocks stand outside it. Old: it has none, and blocks stand inside. */
export type ThemeKind = 'new' | 'old' | 'bare';

const LIQUID = { en: themeLiquid('en.default'), hi: themeLiquid('hi') };
const BUTTON = '<p><button type="submit" name="checkout">Check out</button></p>';
const LINES = '<ul><li>Kurta, invented <button type="submit" name="remove">Remove</button></li></ul>';

/** Its HTML, as Shopify would send it. */
export function themePage(page: ThemePage): string {
  const { theme, language = 'en', isDark = false } = page;
  const inSections = page.blocks.filter((name) => name !== 'buyer-gstin-embed').map((name) => block(name, page));
  const atTheEnd = page.blocks.filter((name) => name === 'buyer-gstin-embed').map((name) => block(name, page));
  const blocks = inSections.join('\n');
  const cart = {
    new: `<form action="/cart" method="post" id="cart">${LINES}</form>${blocks}
      <p><button type="submit" name="checkout" form="cart">Check out</button></p>`,
    old: `<form action="/cart" method="post">${LINES}${blocks}${BUTTON}</form>`,
    bare: `<form action="/cart" method="post">${LINES}${BUTTON}</form>${blocks}`,
  }[theme];
  const colours = isDark ? 'background:#14110d;color:#f4ece0' : 'background:#fffaf0;color:#2b2117';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Cart</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>body{margin:0;font:16px/1.5 sans-serif;${colours}} main{padding:1rem} button{min-height:44px}</style></head>
    <body><main><h1>Cart</h1>${cart}</main>${atTheEnd.join('\n')}</body></html>`;
}

function block(name: string, { language = 'en', attributes = {}, settings = {}, seller }: ThemePage): string {
  return LIQUID[language].renderFileSync(name, {
    block: { id: 'b1', settings: { form_id: 'cart', own_form: false, in_drawer: true, ...settings } },
    cart: { item_count: 1, attributes },
    request: { page_type: 'cart', design_mode: false },
    routes: { root_url: '/', cart_url: '/cart' },
    app: { metafields: { prahari: { seller: { value: seller } } } },
  }) as string;
}

/** A block of a cart with something in it, as a browser with script reads it. */
export function blockHtml(name: string, options: Pick<ThemePage, 'attributes' | 'language'> = {}): string {
  const html = block(name, { ...options, theme: 'new', blocks: [] });
  return html.replace(/<noscript>[\s\S]*?<\/noscript>|<script[\s\S]*?<\/script>|<link[^>]*>/g, '');
}
