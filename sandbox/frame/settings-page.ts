import type { DefectStatus, SandboxCore } from '../core.ts';
import { adminPagesOf, labelOf, mendingPathsOf } from './admin-pages.ts';
import { appBlocks, appLinks, EXTENSION_SCRIPT, selectionActions } from './extension-slots.ts';
import { html, type Html } from './html.ts';
import { adminPage, type Visit } from './layout.ts';
import { shopPage, type ShopPage } from './shop-pages.ts';

/** A page of the admin that an alert leads to: what is wrong here, with a button that sets it right. */
export function settingsPage(core: SandboxCore, visit: Visit, path: string): string {
  const defects = adminPagesOf(visit.shop)
    .flatMap((page) => page.defects)
    .filter((defect) => mendingPathsOf(defect).some((mended) => isSamePage(path, mended)));
  const state = core.shops.find(({ domain }) => domain === visit.shop.domain);
  const shown = state ? shopPage(state, () => core.orders(state.domain), path) : null;
  const title = shown?.title ?? labelOf(path);
  return adminPage(
    core,
    visit,
    title,
    html`<section class="card page">
        <div class="page-head">
          <h1>${title}</h1>
          ${menuOf(visit, shown)}
        </div>
        <p class="quiet">
          A real admin has its form here. In the sandbox one button stands for filling it in; the shop tells the app as
          Shopify would.
        </p>
        ${
          defects.length > 0
            ? html`<ul class="defects">
                ${defects.map(defectRow)}
              </ul>`
            : html`<p>Nothing on this page is wrong.</p>`
        }
        ${shown?.content ?? ''}
        <p><a href="/store/${visit.shop.handle}/apps/prahari">Back to Prahari</a></p>
      </section>
      ${blocksOf(visit, shown)}`,
  );
}

function menuOf(visit: Visit, page: ShopPage | null): Html {
  if (page?.place?.of === 'orders') return selectionActions(visit, 'admin.order-index.selection-action.render');
  return page?.place ? appLinks(visit, `admin.${page.place.of}-details.action.link`, page.place.id) : html``;
}

function blocksOf(visit: Visit, page: ShopPage | null): Html {
  if (!page?.place) return html``;
  const { place } = page;
  if (place.of === 'orders') return EXTENSION_SCRIPT;
  const gid = `gid://shopify/${place.of === 'order' ? 'Order' : 'Product'}/${place.id}`;
  return html`${appBlocks(visit, `admin.${place.of}-details.block.render`, gid)} ${EXTENSION_SCRIPT}`;
}

/** "/settings/domains/12" is of "/settings/domains", and "/orders" tells of each order. */
function isSamePage(asked: string, mended: string): boolean {
  return asked === mended || asked.startsWith(`${mended}/`) || mended.startsWith(`${asked}/`);
}

function defectRow(defect: DefectStatus): Html {
  const state = defect.isPresent ? 'Needs attention' : 'In order';
  const act = defect.isPresent ? 'mend' : 'plant';
  return html`<li class="defect">
    <span class="state ${defect.isPresent ? 'state-bad' : 'state-good'}">${state}</span>
    <span class="defect-title">${defect.title}</span>
    <button type="button" data-act="${act}" data-defect="${defect.id}" class="${defect.isPresent ? 'primary' : ''}">
      ${defect.isPresent ? 'Mend it' : 'Plant it again'}
    </button>
  </li>`;
}
