import { extensionsAt, nameOf, readExtensions } from '../extensions/extension-list.ts';
import { html, jsonForScript, type Html } from './html.ts';
import type { Visit } from './layout.ts';

const NO_HTML = html``;

/** The card with the blocks of apps on the page of one thing; nothing where no app has one. */
export function appBlocks(visit: Visit, target: string, gid: string): Html {
  const blocks = extensionsAt(readExtensions(), target);
  if (!visit.shop.isInstalled || blocks.length === 0) return NO_HTML;
  return html`<section class="page apps" aria-labelledby="apps-title">
    <h2 id="apps-title">Apps</h2>
    ${blocks.map(
      ({ folder }) =>
        html`<div
          class="card app-block"
          data-extension-target="${target}"
          data-extension-folder="${folder}"
          ${wiring(visit)}
        >
          <script type="application/json">
            ${jsonForScript({ selected: [{ id: gid }] })}
          </script>
        </div>`,
    )}
  </section>`;
}

/** "More actions" of one thing: links of apps. Shopify adds the id of the thing to their addresses. */
export function appLinks(visit: Visit, target: string, id: string): Html {
  if (!visit.shop.isInstalled) return NO_HTML;
  const links = extensionsAt(readExtensions(), target).flatMap((extension) =>
    extension.targets
      .filter((one) => one.target === target && one.url !== null)
      .map(({ url }) => {
        const place = new URL(url ?? '/', 'http://app.localhost');
        place.searchParams.set('id', id);
        place.searchParams.set('shop', visit.shop.domain);
        const href = `/store/${visit.shop.handle}/apps/prahari${place.pathname}${place.search}`;
        return html`<a class="menu-item" href="${href}">${nameOf(extension, visit.locale)}</a>`;
      }),
  );
  return menu(links, NO_HTML);
}

/** "More actions" of a list: what is ticked in it is handed to the action, which opens over the list. */
export function selectionActions(visit: Visit, target: string): Html {
  if (!visit.shop.isInstalled) return NO_HTML;
  const buttons = extensionsAt(readExtensions(), target).map(
    (extension) =>
      html`<button
        type="button"
        class="menu-item"
        data-action-target="${target}"
        data-action-folder="${extension.folder}"
        ${wiring(visit)}
        disabled
      >
        ${nameOf(extension, visit.locale)}
      </button>`,
  );
  return menu(buttons, html`<span id="selected-count" class="quiet" role="status"></span>`);
}

/** The script that shows them; only pages with something to show load it. */
export const EXTENSION_SCRIPT = html`<script src="/sandbox-extension-host/host.js" defer></script>`;

function menu(items: readonly Html[], beside: Html): Html {
  if (items.length === 0) return NO_HTML;
  return html`<div class="more-actions">
    ${beside}
    <details class="menu">
      <summary>More actions</summary>
      <div class="menu-items">${items}</div>
    </details>
  </div>`;
}

/** Where links of an extension lead, and where its session tokens come from. */
function wiring({ shop, person }: Visit): Html {
  const token = `/sandbox/session-token?${new URLSearchParams({ shop: shop.domain, user: person.id }).toString()}`;
  return html`data-admin-base="/store/${shop.handle}" data-token-url="${token}"`;
}
