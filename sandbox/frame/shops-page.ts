import type { SandboxCore } from '../core.ts';
import { html } from './html.ts';
import { plainPage } from './layout.ts';

/** The first page: which shops there are and what is wrong with each. */
export function shopsPage(core: SandboxCore): string {
  const cards = core.shops.map(({ domain }) => {
    const shop = core.describe(domain);
    if (!shop) return html``;
    const planted = shop.defects.filter((defect) => defect.isPresent === true).length;
    return html`<li class="card">
      <h2><a href="/store/${shop.handle}/apps/prahari">${shop.name}</a></h2>
      <p class="quiet">${shop.domain}</p>
      <p>
        ${planted === 0 ? 'Nothing is wrong with it.' : `${planted} planted defects.`}
        ${shop.isInstalled ? '' : 'Prahari is not installed.'}
      </p>
    </li>`;
  });
  return plainPage(
    'Sandbox',
    html`<p class="mark">Sandbox</p>
      <h1>Choose a shop</h1>
      <p>
        An admin in miniature around the embedded app, on this machine only. The shops and their people are invented.
        <a href="/sandbox/mails">What Prahari mailed</a>
      </p>
      <ul class="cards">
        ${cards}
      </ul>`,
  );
}
