import type { DefectStatus, SandboxCore } from '../core.ts';
import { adminPagesOf, labelOf } from './admin-pages.ts';
import { html, type Html } from './html.ts';
import { adminPage, type Visit } from './layout.ts';

/** A page of the admin that an alert leads to: what is wrong here, with a button that sets it right. */
export function settingsPage(core: SandboxCore, visit: Visit, path: string): string {
  const page = adminPagesOf(visit.shop).find((known) => samePage(known.path, path));
  const title = labelOf(path);
  return adminPage(
    core,
    visit,
    title,
    html`<section class="card page">
      <h1>${title}</h1>
      <p class="quiet">
        A real admin has its form here. In the sandbox one button stands for filling it in; the shop tells the app as
        Shopify would.
      </p>
      ${
        page
          ? html`<ul class="defects">
              ${page.defects.map(defectRow)}
            </ul>`
          : html`<p>Nothing on this page is wrong.</p>`
      }
      <p><a href="/store/${visit.shop.handle}/apps/prahari">Back to Prahari</a></p>
    </section>`,
  );
}

/** "/settings/domains" is also the page of "/settings/domains/12". */
function samePage(known: string, asked: string): boolean {
  return asked === known || asked.startsWith(`${known}/`);
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
