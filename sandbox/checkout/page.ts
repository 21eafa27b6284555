import { html, Html, jsonForScript } from '../frame/html.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** Where extensions are mounted, and the script that mounts them. */
const HOST_SCRIPT = '/sandbox-extension-host/host.js';
const STYLE =
  new Html(`body { font: 16px/1.5 system-ui, "Noto Sans Devanagari", sans-serif; margin: 0; color: #1a1a1a; background: #fff; }
main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
fieldset { min-width: 0; border: 1px solid #d0d0d0; border-radius: 8px; margin: 0 0 1rem; padding: 1rem; }
select, button { font: inherit; min-height: 44px; max-width: 100%; }
button { background: #1a1a1a; color: #fff; border: 0; border-radius: 8px; padding: 0 1.5rem; }
table { width: 100%; border-collapse: collapse; } td { padding: .25rem 0; } td:last-child { text-align: end; }
label { display: block; margin-block: .5rem; } .quiet { color: #595959; }
[data-extension-target] { margin-block: 1rem; }`);

/** A plain page of checkout or account, in the buyer's language. */
export function checkoutPage(
  shop: ShopState,
  { locale, title, hasSlots = true }: { locale: string; title: string; hasSlots?: boolean },
  content: Html,
): string {
  const script = hasSlots ? html`<script src="${HOST_SCRIPT}" defer></script>` : html``;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${shop.name}</title>
        <style>
          ${STYLE}
        </style>
        ${script}
      </head>
      <body>
        <main id="main">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;
}

/** A place in which the platform runs extensions of this target, with what they may know. */
export function slot(target: string, state: object): Html {
  return html`<div data-extension-target="${target}">
    <script type="application/json">
      ${jsonForScript(state)}
    </script>
  </div>`;
}
