import type { SandboxCore } from '../core.ts';
import { html } from './html.ts';
import { adminPage, type Visit } from './layout.ts';

/** The admin with the embedded app in it. */
export function appPage(core: SandboxCore, visit: Visit, appPath: string): string {
  const { shop, person, locale } = visit;
  if (!shop.isInstalled) return notInstalledPage(core, visit);
  const src = core.appPageUrl(shop.domain, { path: appPath, userId: person.id, locale });
  return adminPage(
    core,
    { ...visit, appPath },
    'Prahari',
    html`<div class="app-bar">
        <span class="app-icon" aria-hidden="true">P</span>
        <h1 class="app-name">Prahari</h1>
        <span id="app-title"></span>
        <span class="spacer"></span>
        <span id="app-buttons"></span>
      </div>
      <iframe id="app" title="Prahari" src="${src}" allow="clipboard-write"></iframe>`,
  );
}

/** After an uninstall the app is gone from the admin until somebody installs it again. */
function notInstalledPage(core: SandboxCore, visit: Visit): string {
  return adminPage(
    core,
    { ...visit, appPath: null },
    'Install Prahari',
    html`<section class="card page">
      <h1>Prahari is not installed</h1>
      <p>Installing grants what the app asks for:</p>
      <ul>
        ${visit.shop.scopes.required.map((scope) => html`<li><code>${scope}</code></li>`)}
      </ul>
      <button type="button" class="primary" data-act="install">Install</button>
    </section>`,
  );
}
