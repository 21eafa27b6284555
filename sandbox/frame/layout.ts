import type { SandboxCore, ShopDescription } from '../core.ts';
import type { Person } from '../shops/shop-state.ts';
import { adminPagesOf } from './admin-pages.ts';
import { html, jsonForScript, type Html } from './html.ts';

/** Who looks at the admin, and in which language it speaks to the app. */
export interface Visit {
  readonly shop: ShopDescription;
  readonly person: Person;
  readonly locale: string;
  /** The page inside the app, "/alerts?status=open"; null on the admin's own pages. */
  readonly appPath: string | null;
}

/** Pages that every shop has, whatever is wrong with it. */
const ALWAYS = [
  { path: '/orders', label: 'Orders' },
  { path: '/products', label: 'Products' },
];

export const LOCALES = [
  ['en-IN', 'English'],
  ['hi-IN', 'हिन्दी'],
] as const;

/** A page without a shop. */
export function plainPage(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      ${head(title)}
      <body class="plain">
        <main id="main" class="plain-main">${content}</main>
      </body>
    </html>`.text;
}

/** The admin around a page: top bar, side bar, controls of the sandbox. */
export function adminPage(core: SandboxCore, visit: Visit, title: string, content: Html): string {
  const { shop } = visit;
  return html`<!doctype html>
    <html lang="en" data-locale="${visit.locale}">
      ${head(`${title} · ${shop.name} · Sandbox`)}
      <body data-place="${visit.appPath === null ? 'admin' : 'app'}">
        <a class="skip" href="#main">Skip to content</a>
        ${topBar(visit)}
        <div class="columns">
          ${sideBar(visit)}
          <main id="main">${content}</main>
          <aside id="controls" aria-label="Sandbox controls" hidden></aside>
        </div>
        <div id="scrim" hidden></div>
        <div id="toasts" role="status" aria-live="polite"></div>
        <dialog id="dialog" aria-labelledby="dialog-title"></dialog>
        <script type="application/json" id="boot">
          ${jsonForScript(bootData(core, visit))}
        </script>
        <script type="module" src="/frame/main.ts"></script>
      </body>
    </html>`.text;
}

/** What the page's script must know. Nothing secret: the control interface of the sandbox is open to this machine. */
function bootData(core: SandboxCore, { shop, person, appPath }: Visit): object {
  return {
    domain: shop.domain,
    handle: shop.handle,
    userId: person.id,
    isOwner: person.isOwner,
    appOrigin: new URL(core.appUrl).origin,
    appPath,
  };
}

function head(title: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/frame/style.css" />
  </head>`;
}

function topBar({ shop, person, locale }: Visit): Html {
  return html`<header class="top">
    <div id="top-plain" class="top-row">
      <button type="button" id="nav-toggle" class="top-button" aria-expanded="false" aria-controls="side">Menu</button>
      <span class="mark">Sandbox</span>
      <a class="shop-name" href="/" title="All sandbox shops">${shop.name}</a>
      <span class="spacer"></span>
      <label class="picker"
        ><span class="picker-name">Person</span>
        <select id="person">
          ${shop.people.map((one) => option(one.id, `${one.firstName} ${one.lastName} (${roleOf(one)})`, one.id === person.id))}
        </select>
      </label>
      <label class="picker"
        ><span class="picker-name">Language</span>
        <select id="locale">
          ${LOCALES.map(([code, name]) => option(code, name, code === locale))}
        </select>
      </label>
      <button type="button" id="controls-toggle" class="top-button" aria-expanded="false" aria-controls="controls">
        Sandbox controls
      </button>
    </div>
    <div id="save-bar" class="top-row" role="region" aria-label="Unsaved changes" hidden></div>
    <div id="progress" hidden></div>
  </header>`;
}

function roleOf(person: Person): string {
  if (person.isOwner) return 'owner';
  return person.isCollaborator ? 'collaborator' : 'staff';
}

function option(value: string, label: string, isChosen: boolean): Html {
  return isChosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}

function sideBar(visit: Visit): Html {
  const admin = `/store/${visit.shop.handle}`;
  const mended = adminPagesOf(visit.shop);
  const pages = [...mended, ...ALWAYS.filter(({ path }) => mended.every((one) => one.path !== path))];
  return html`<nav id="side" class="side" aria-label="Admin">
    <p class="side-heading">Apps</p>
    <a class="side-link" id="app-home" href="${admin}/apps/prahari">Prahari</a>
    <div id="app-menu"></div>
    <p class="side-heading">This shop</p>
    ${pages.map((page) => html`<a class="side-link" href="${admin}${page.path}">${page.label}</a>`)}
  </nav>`;
}
